package org.cotejo.translation.exchange.page;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The PAGE files of a document in one ZIP, a file a page, in order. */
public final class PageXmlArchive implements PageWriter {
  private final PageXmlWriter pages = new PageXmlWriter();

  /** Keeps the archive open when the writer of an entry flushes or closes. */
  private static final class Entry extends FilterOutputStream {
    Entry(OutputStream archive) {
      super(archive);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new Entry(out));
    for (ExportedPage page : text.pages()) {
      ZipEntry entry = new ZipEntry(String.format(Locale.ROOT, "page-%04d.xml", page.number()));
      entry.setTimeLocal(LocalDateTime.ofInstant(text.madeAt(), ZoneOffset.UTC));
      zip.putNextEntry(entry);
      pages.write(text, page, new Entry(zip));
      zip.closeEntry();
    }
    zip.finish();
  }
}

package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.transcription.PageTranscription;

/** Plain text in UTF-8: a line a line, a blank line between regions, a form feed between pages. */
public final class PlainTextWriter implements PageWriter {
  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    String separator = "";
    for (ExportedPage page : text.pages()) {
      out.write((separator + of(page.transcription())).getBytes(StandardCharsets.UTF_8));
      separator = "\f";
    }
  }

  private static String of(PageTranscription page) {
    return page.regions().stream().map(PlainTextWriter::of).collect(Collectors.joining("\n"));
  }

  private static String of(TranscribedRegion region) {
    return region.lines().stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}

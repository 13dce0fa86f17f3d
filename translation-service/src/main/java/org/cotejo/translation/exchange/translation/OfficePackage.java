package org.cotejo.translation.exchange.translation;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cotejo.translation.exchange.xml.BrokenXml;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.segmentation.BrokenTranslation;

/**
 * The ZIP file that a DOCX or ODT is. Only the parts that are asked for are unpacked, each up to a
 * limit, whatever the directory of the file says of their size.
 */
final class OfficePackage implements AutoCloseable {
  private static final int BEGINNING_BYTES = 200;

  private final ZipFile zip;
  private final TranslationLimits limits;
  private final Set<String> names = new HashSet<>();

  private OfficePackage(ZipFile zip, TranslationLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /** Opens a package; its file is temporary and has no name any more when this returns. */
  static OfficePackage open(byte[] content, TranslationLimits limits) {
    try {
      Path file = Files.createTempFile("cotejo-translation", ".zip");
      try {
        Files.write(file, content);
        OfficePackage opened = new OfficePackage(new ZipFile(file.toFile()), limits);
        opened.list();
        return opened;
      } finally {
        Files.delete(file);
      }
    } catch (ZipException broken) {
      throw damaged(String.valueOf(broken.getMessage()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void list() throws IOException {
    int count = zip.size();
    if (count > limits.entries()) {
      zip.close();
      throw new BrokenTranslation(
          "translation.too-many-parts",
          "The package has " + count + " parts; at most " + limits.entries() + " are taken.");
    }
    for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
      names.add(each.nextElement().getName());
    }
  }

  /** Whether a part is there. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Whether a part is there whose name ends so, in any case. */
  boolean hasEnding(String ending) {
    return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(ending));
  }

  /** Whether a part is there whose name begins so. */
  boolean hasFolder(String folder) {
    return names.stream().anyMatch(name -> name.startsWith(folder) && !name.equals(folder));
  }

  /** The beginning of a part, as text in ASCII; empty when it is not there. */
  String beginning(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = new Part(zip.getInputStream(entry), name, limits.partBytes())) {
      return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.US_ASCII);
    } catch (IOException broken) {
      throw damaged(name + " cannot be unpacked: " + broken.getMessage());
    }
  }

  /**
   * Hands the elements of a part to a handler while it is unpacked.
   *
   * @throws BrokenTranslation when the part is missing, or broken; with its path, line and column
   */
  void each(String name, XmlIn.Handler handler) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged("its part " + name + " is missing");
    }
    try (InputStream part = new Part(zip.getInputStream(entry), name, limits.partBytes())) {
      XmlIn in = XmlIn.open(part, limits.depth());
      in.root();
      in.each(handler);
    } catch (BrokenXml broken) {
      throw SuppliedTranslation.broken(broken, name + " of the package");
    } catch (IOException broken) {
      throw damaged(name + " cannot be unpacked: " + broken.getMessage());
    }
  }

  /** A part as it unpacks, up to a limit. */
  private static final class Part extends FilterInputStream {
    private final String name;
    private final long greatest;
    private long read;

    Part(InputStream in, String name, long greatest) {
      super(in);
      this.name = name;
      this.greatest = greatest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = unpacked(bytes, offset, length);
      read += Math.max(0, count);
      if (read > greatest) {
        throw new BrokenTranslation(
            "translation.part-too-large", name + " unpacks to more than " + greatest + " bytes.");
      }
      return count;
    }

    /** A parser would take a failure to unpack for one of the XML. */
    private int unpacked(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.in.read(bytes, offset, length);
      } catch (ZipException | EOFException broken) {
        throw damaged(name + " cannot be unpacked: " + broken.getMessage());
      }
    }
  }

  static BrokenTranslation damaged(String fault) {
    return new BrokenTranslation("translation.damaged", "The package is damaged: " + fault + ".");
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

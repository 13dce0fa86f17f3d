package org.cotejo.ingest.accession;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The file formats that scans come in, known by how the file begins. */
public enum ScanFormat {
  PDF("application/pdf"),
  TIFF("image/tiff"),
  JPEG("image/jpeg"),
  PNG("image/png");

  /** How many bytes from the start {@link #of} needs. */
  public static final int SIGNATURE_BYTES = 1024;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private final String mediaType;

  ScanFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The format of a file, or nothing when it is none of ours. */
  public static Optional<ScanFormat> of(byte[] start) {
    if (start.length >= 3
        && (start[0] & 0xFF) == 0xFF
        && (start[1] & 0xFF) == 0xD8
        && (start[2] & 0xFF) == 0xFF) {
      return Optional.of(JPEG);
    }
    if (start.length >= PNG_SIGNATURE.length
        && Arrays.equals(start, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length)) {
      return Optional.of(PNG);
    }
    if (start.length >= 4 && isTiff(start)) {
      return Optional.of(TIFF);
    }
    // ISO 32000 lets the header stand anywhere in the first 1,024 bytes.
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
  }

  private static boolean isTiff(byte[] start) {
    boolean little = start[0] == 'I' && start[1] == 'I' && start[3] == 0;
    boolean big = start[0] == 'M' && start[1] == 'M' && start[2] == 0;
    int version = little ? start[2] : start[3];
    return (little || big) && (version == 42 || version == 43);
  }
}

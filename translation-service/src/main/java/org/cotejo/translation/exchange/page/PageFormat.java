package org.cotejo.translation.exchange.page;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which a transcription can be had. */
public enum PageFormat {
  JSON("json", "application/json"),
  TEXT("text", "text/plain"),
  ALTO("alto", "application/alto+xml"),
  HOCR("hocr", "text/vnd.hocr+html"),
  PAGE("page", "application/vnd.prima.page+xml"),
  PDF("pdf", "application/pdf");

  private final String wireName;
  private final String mediaType;

  PageFormat(String wireName, String mediaType) {
    this.wireName = wireName;
    this.mediaType = mediaType;
  }

  /** The name in addresses. */
  public String wireName() {
    return wireName;
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of a name. */
  public static Optional<PageFormat> named(String wireName) {
    return Arrays.stream(values()).filter(format -> format.wireName.equals(wireName)).findFirst();
  }
}

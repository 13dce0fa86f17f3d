package org.cotejo.translation.exchange.page;

import org.cotejo.translation.exchange.ExportFormat;

/** The formats in which a transcription can be had. */
public enum PageFormat implements ExportFormat {
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

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String mediaType() {
    return mediaType;
  }
}

package org.cotejo.translation.exchange.bitext;

import org.cotejo.translation.exchange.ExportFormat;

/** The formats in which a bitext can be had; their names are the extensions of their files. */
public enum BitextFormat implements ExportFormat {
  JSON("json", "application/json"),
  TMX("tmx", "application/x-tmx+xml"),
  XLIFF("xlf", "application/xliff+xml"),
  TEI("tei", "application/tei+xml"),
  TEXT("txt", "text/plain");

  private final String wireName;
  private final String mediaType;

  BitextFormat(String wireName, String mediaType) {
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

package org.cotejo.search.iiif;

/** The versions of the IIIF Image API that are spoken here. */
public enum ImageApi {
  V2("2", "http://iiif.io/api/image/2/context.json", "http://iiif.io/api/image/2/level2.json"),
  V3("3", "http://iiif.io/api/image/3/context.json", "http://iiif.io/api/image/3/level2.json");

  private final String path;
  private final String context;
  private final String profile;

  ImageApi(String path, String context, String profile) {
    this.path = path;
    this.context = context;
    this.profile = profile;
  }

  /** The version as it stands in addresses. */
  public String path() {
    return path;
  }

  /** Address of the JSON-LD context. */
  public String context() {
    return context;
  }

  /** Address of the compliance level. */
  public String profile() {
    return profile;
  }
}

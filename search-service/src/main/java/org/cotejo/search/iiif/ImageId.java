package org.cotejo.search.iiif;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a page image in IIIF addresses: the document's id, a hyphen, the page.
 *
 * @param documentId of the document
 * @param page from 1
 */
public record ImageId(UUID documentId, int page) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-([1-9][0-9]{0,5})");

  public ImageId {
    if (page < 1) {
      throw new IllegalArgumentException("pages are counted from 1");
    }
  }

  /** Reads a name; empty when it is none. */
  public static Optional<ImageId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ImageId(UUID.fromString(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Path of the image service. */
  public String path(ImageApi api) {
    return "/iiif/image/" + api.path() + "/" + this;
  }

  @Override
  public String toString() {
    return documentId + "-" + page;
  }
}

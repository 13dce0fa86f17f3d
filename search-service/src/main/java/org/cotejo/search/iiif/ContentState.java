package org.cotejo.search.iiif;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.search.projection.Box;

/**
 * A place in a document that one viewer hands to another (IIIF Content State API 1.0): a document,
 * a page of it, or a rectangle of a page.
 *
 * @param documentId of the document
 * @param page from 1; empty for the document as a whole
 * @param region in pixels of the page's image; empty for the whole page
 */
public record ContentState(UUID documentId, Optional<Integer> page, Optional<Box> region) {

  /** Longest encoded state that is read, in characters. */
  public static final int MAXIMUM_LENGTH = 8_000;

  private static final Pattern NAMED =
      Pattern.compile(
          "/iiif/presentation/3/([0-9a-fA-F-]{36})/(?:manifest|canvas/([1-9][0-9]{0,5}))"
              + "(?:#xywh=(?:pixel:)?(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6}))?$");

  public ContentState {
    if (region.isPresent() && !region.map(Box::page).equals(page)) {
      throw new IllegalArgumentException("a rectangle lies on its page");
    }
  }

  /**
   * Reads the address of one of our manifests or canvases, or of a part of a canvas; empty when it
   * is none. The host does not matter: an archive may have moved.
   */
  public static Optional<ContentState> ofAddress(String address) {
    Matcher matcher = NAMED.matcher(address);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(matcher.group(1));
      Optional<Integer> page = Optional.ofNullable(matcher.group(2)).map(Integer::valueOf);
      Optional<Box> region =
          page.isPresent() && matcher.group(3) != null
              ? Optional.of(
                  new Box(
                      page.get(),
                      Integer.parseInt(matcher.group(3)),
                      Integer.parseInt(matcher.group(4)),
                      Integer.parseInt(matcher.group(5)),
                      Integer.parseInt(matcher.group(6))))
              : Optional.empty();
      return Optional.of(new ContentState(id, page, region));
    } catch (IllegalArgumentException noSuchPlace) {
      return Optional.empty();
    }
  }

  /**
   * Writes JSON as the standard has it in addresses (section 6): percent-encoded as JavaScript
   * does, then base64url without padding.
   */
  public static String encoded(String json) {
    String percent = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(percent.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #encoded} wrote; empty when it is not that. */
  public static Optional<String> decoded(String encoded) {
    try {
      String percent =
          new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
      // The form decoder would make blanks of plus signs, which the standard leaves as they are.
      return Optional.of(URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** Whether a text is an address as such, and not an encoded state. */
  public static boolean isAddress(String text) {
    try {
      String scheme = URI.create(text).getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}

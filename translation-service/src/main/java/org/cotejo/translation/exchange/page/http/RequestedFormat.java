package org.cotejo.translation.exchange.page.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.cotejo.problems.Problem;
import org.cotejo.translation.exchange.page.PageFormat;
import org.jspecify.annotations.Nullable;

/** The format that a request asks for: by name in its address, else by its Accept header. */
final class RequestedFormat {
  private RequestedFormat() {}

  /**
   * The format.
   *
   * @param name from the address; null or empty for none
   * @throws Problem 400 for an unknown name, 406 when nothing acceptable is there
   */
  static PageFormat of(@Nullable String name, HttpHeaders headers) {
    if (name != null && !name.isEmpty()) {
      return PageFormat.named(name)
          .orElseThrow(
              () ->
                  Problem.of(
                      400,
                      "format.unknown",
                      "Unknown format",
                      "The formats are " + all(PageFormat::wireName) + "."));
    }
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      for (PageFormat format : PageFormat.values()) {
        if (accepted.isCompatible(MediaType.valueOf(format.mediaType()))) {
          return format;
        }
      }
    }
    throw Problem.of(
        406,
        "format.not-acceptable",
        "Not acceptable",
        "A transcription can be had as " + all(PageFormat::mediaType) + ".");
  }

  private static String all(java.util.function.Function<PageFormat, String> name) {
    return Arrays.stream(PageFormat.values()).map(name).collect(Collectors.joining(", "));
  }
}

package org.cotejo.translation.exchange.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cotejo.problems.Problem;
import org.cotejo.translation.exchange.ExportFormat;

/** The format that a request asks for: by name in its address, else by its Accept header. */
public final class RequestedFormat {
  private RequestedFormat() {}

  /** The format of a name; empty for an unknown one. */
  public static <F extends ExportFormat> Optional<F> named(String name, List<F> formats) {
    return formats.stream().filter(format -> format.wireName().equals(name)).findFirst();
  }

  /**
   * The first format that the caller accepts.
   *
   * @param formats the one that is preferred first
   * @throws Problem 406 when none is acceptable
   */
  public static <F extends ExportFormat> F accepted(HttpHeaders headers, List<F> formats) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      for (F format : formats) {
        if (accepted.isCompatible(MediaType.valueOf(format.mediaType()))) {
          return format;
        }
      }
    }
    throw notAcceptable(formats);
  }

  /** The refusal of what is asked for in no known format. */
  public static Problem notAcceptable(List<? extends ExportFormat> formats) {
    return Problem.of(
        406,
        "format.not-acceptable",
        "Not acceptable",
        "This can be had as " + all(formats, ExportFormat::mediaType) + ".");
  }

  /** The refusal of a name that no format has. */
  public static Problem unknown(List<? extends ExportFormat> formats) {
    return Problem.of(
        400,
        "format.unknown",
        "Unknown format",
        "The formats are " + all(formats, ExportFormat::wireName) + ".");
  }

  private static String all(
      List<? extends ExportFormat> formats, Function<ExportFormat, String> name) {
    return formats.stream().map(name).collect(Collectors.joining(", "));
  }
}

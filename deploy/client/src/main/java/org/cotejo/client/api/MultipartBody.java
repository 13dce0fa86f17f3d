package org.cotejo.client.api;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A form of parts (RFC 7578) that is streamed from its files, never held in memory.
 *
 * <p>A body can be sent once more: each publisher opens its files anew.
 */
public final class MultipartBody {

  private final String boundary;
  private final List<Part> parts = new ArrayList<>();

  /** The boundary must not stand in any part; 128 random bits see to that. */
  public MultipartBody(String boundary) {
    this.boundary = boundary;
  }

  private sealed interface Part {
    String name();
  }

  private record TextPart(String name, String text) implements Part {}

  private record FilePart(String name, Path file, String mediaType) implements Part {}

  public MultipartBody text(String name, String text) {
    parts.add(new TextPart(name, text));
    return this;
  }

  public MultipartBody file(String name, Path file, String mediaType) {
    parts.add(new FilePart(name, file, mediaType));
    return this;
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  public BodyPublisher publisher() throws FileNotFoundException {
    List<BodyPublisher> pieces = new ArrayList<>();
    for (Part part : parts) {
      pieces.add(utf8("--" + boundary + "\r\n" + head(part)));
      pieces.add(
          switch (part) {
            case TextPart text -> utf8(text.text());
            case FilePart file -> BodyPublishers.ofFile(file.file());
          });
      pieces.add(utf8("\r\n"));
    }
    pieces.add(utf8("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
  }

  private static String head(Part part) {
    String disposition = "Content-Disposition: form-data; name=\"" + quoted(part.name()) + "\"";
    return switch (part) {
      case TextPart _ -> disposition + "\r\n\r\n";
      case FilePart file ->
          disposition
              + "; filename=\""
              + quoted(String.valueOf(file.file().getFileName()))
              + "\"\r\nContent-Type: "
              + file.mediaType()
              + "\r\n\r\n";
    };
  }

  /**
   * As browsers do it (WHATWG HTML, multipart/form-data): quotes and line ends as percent codes.
   */
  private static String quoted(String value) {
    return value.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher utf8(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}

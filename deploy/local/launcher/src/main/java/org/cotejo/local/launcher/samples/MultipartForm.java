package org.cotejo.local.launcher.samples;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A multipart form (RFC 7578) whose files are read while they are sent. */
final class MultipartForm {
  private final String boundary = "cotejo-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  MultipartForm file(String name, Path file, String mediaType) throws FileNotFoundException {
    text(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, name, file.getFileName(), mediaType));
    parts.add(BodyPublishers.ofFile(file));
    text("\r\n");
    return this;
  }

  String mediaType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    text("--" + boundary + "--\r\n");
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private void text(String text) {
    parts.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
  }
}

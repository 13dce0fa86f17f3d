package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Takes the schemas that a schema imports from a folder, by the last step of their address. */
record LocalSchemas(Path folder) implements LSResourceResolver {
  @Override
  public LSInput resolveResource(
      String type, String namespace, String publicId, String systemId, String baseUri) {
    try {
      LSInput input =
          ((DOMImplementationLS)
                  DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0"))
              .createLSInput();
      Path file = folder.resolve(systemId.substring(systemId.lastIndexOf('/') + 1));
      input.setCharacterStream(Files.newBufferedReader(file, StandardCharsets.UTF_8));
      input.setSystemId(systemId);
      return input;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

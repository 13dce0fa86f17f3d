package org.cotejo.ocr.surrogates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Looks at the first bytes of a file and hands it to the reader of that format. */
public final class PageSourceByContent implements PageSource {
  private final Map<ContentKind, PageSource> sources;

  public PageSourceByContent(Map<ContentKind, PageSource> sources) {
    this.sources = new EnumMap<>(sources);
  }

  @Override
  public OpenOriginal open(Path file) {
    PageSource source =
        ContentKind.of(head(file))
            .map(sources::get)
            .orElseThrow(
                () ->
                    new PageFailure(
                        "surrogates.format-unknown",
                        "The original is neither PDF, TIFF, JPEG nor PNG."));
    return source.open(file);
  }

  private static byte[] head(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(ContentKind.HEAD_BYTES);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

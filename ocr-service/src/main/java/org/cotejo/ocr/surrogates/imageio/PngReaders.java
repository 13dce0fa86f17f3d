package org.cotejo.ocr.surrogates.imageio;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** The PNG reader of the Java platform, whose class may not be named from outside. */
public final class PngReaders {
  private PngReaders() {}

  /** Its provider. */
  public static ImageReaderSpi find() {
    for (Iterator<ImageReader> found = ImageIO.getImageReadersByFormatName("png");
        found.hasNext(); ) {
      ImageReader reader = found.next();
      ImageReaderSpi provider = reader.getOriginatingProvider();
      reader.dispose();
      if (provider != null && "java.desktop".equals(provider.getClass().getModule().getName())) {
        return provider;
      }
    }
    throw new IllegalStateException("this Java platform reads no PNG");
  }
}

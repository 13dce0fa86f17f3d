package org.cotejo.ocr.surrogates.imageio;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The readers of image files, each named and not left to the order of plug-ins. */
public final class Readers {
  private Readers() {}

  /** TIFF and BigTIFF with all usual compressions. */
  public static ImageReaderSpi tiff() {
    return new TIFFImageReaderSpi();
  }

  /** JPEG with CMYK and damaged colour profiles; it leans on the platform's reader. */
  public static ImageReaderSpi jpeg() {
    JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
    // It looks up the platform's reader when it is registered, and does not work otherwise.
    IIORegistry.getDefaultInstance().registerServiceProvider(provider);
    return provider;
  }

  /** The PNG reader of the Java platform, whose class may not be named from outside. */
  public static ImageReaderSpi png() {
    Iterator<ImageReader> found = ImageIO.getImageReadersByFormatName("png");
    while (found.hasNext()) {
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

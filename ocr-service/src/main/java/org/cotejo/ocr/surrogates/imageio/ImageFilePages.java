package org.cotejo.ocr.surrogates.imageio;

import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.PageImage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;

/**
 * Pages of an image file through one ImageIO reader.
 *
 * <p>The reader is given, never looked up: with several plug-ins on the class path the first one
 * registered would win. Sizes are read from the header and checked before any pixel is decoded.
 */
public final class ImageFilePages implements PageSource {
  /** A TIFF may chain directories for ever; a scan of this many pages is no single paper. */
  private static final int MAXIMUM_PAGES = 10_000;

  private final ImageReaderSpi reader;
  private final SurrogateLimits limits;
  private final Runnable step;

  /**
   * A reader.
   *
   * @param step is run as the decoding of a page goes on
   */
  public ImageFilePages(ImageReaderSpi reader, SurrogateLimits limits, Runnable step) {
    this.reader = reader;
    this.limits = limits;
    this.step = step;
  }

  @Override
  public OpenOriginal open(Path file) {
    try {
      // Readers ask for single bytes; from an unbuffered file a JPEG took 0.6 s in place of 0.04 s.
      ImageInputStream input =
          new BufferedFileImageInputStreamSpi()
              .createInputStreamInstance(file.toFile(), false, null);
      try {
        ImageReader opened = reader.createReaderInstance(null);
        opened.setInput(input, false, false);
        opened.addIIOReadProgressListener(new DecodingSteps(step));
        return new OpenImageFile(opened, input, countPages(opened), limits);
      } catch (IOException | RuntimeException failure) {
        input.close();
        throw failure;
      }
    } catch (IOException | RuntimeException failure) {
      throw unreadable("surrogates.original-unreadable", "The original cannot be opened.", failure);
    }
  }

  private static int countPages(ImageReader reader) throws IOException {
    int count = reader.getNumImages(true);
    if (count < 1 || count > MAXIMUM_PAGES) {
      throw new IOException("the file holds " + count + " pages");
    }
    return count;
  }

  static PageFailure unreadable(String code, String message, Exception cause) {
    return cause instanceof PageFailure known ? known : new PageFailure(code, message, cause);
  }

  private record OpenImageFile(
      ImageReader reader, ImageInputStream input, int pageCount, SurrogateLimits limits)
      implements OpenOriginal {

    @Override
    public PageImage page(int page) {
      int index = page - 1;
      try {
        limits.requireAllowed(reader.getWidth(index), reader.getHeight(index));
        Dimensions stated = Dimensions.of(reader.getImageMetadata(index));
        BufferedImage pixels = PixelForms.plain(reader.read(index));
        int resolution =
            PageImage.plausibleResolution(
                stated.resolutionDpi(), pixels.getWidth(), pixels.getHeight());
        return new PageImage(stated.orientation().apply(pixels), resolution);
      } catch (IOException | RuntimeException failure) {
        throw unreadable(
            "surrogates.page-unreadable", "The page is damaged and cannot be decoded.", failure);
      }
    }

    @Override
    public void close() {
      reader.dispose();
      try {
        input.close();
      } catch (IOException _) {
        // A file opened for reading has nothing to lose.
      }
    }
  }
}

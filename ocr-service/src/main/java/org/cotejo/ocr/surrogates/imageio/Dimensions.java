package org.cotejo.ocr.surrogates.imageio;

import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a file says about resolution and orientation of a page, in the standard metadata format of
 * ImageIO, which the readers of all formats provide.
 *
 * @param resolutionDpi 0 when nothing is said
 * @param orientation how to make the stored pixels upright
 */
record Dimensions(double resolutionDpi, Orientation orientation) {
  private static final double MM_PER_INCH = 25.4;

  static Dimensions of(@Nullable IIOMetadata metadata) {
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return new Dimensions(0, Orientation.NORMAL);
    }
    Node tree = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    if (!(tree instanceof Element root)) {
      return new Dimensions(0, Orientation.NORMAL);
    }
    double pixelMm = number(value(root, "HorizontalPixelSize"));
    double resolution = pixelMm > 0 ? MM_PER_INCH / pixelMm : 0;
    return new Dimensions(resolution, Orientation.named(value(root, "ImageOrientation")));
  }

  private static String value(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    return found.getLength() > 0 && found.item(0) instanceof Element element
        ? element.getAttribute("value")
        : "";
  }

  private static double number(String text) {
    try {
      return text.isEmpty() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}

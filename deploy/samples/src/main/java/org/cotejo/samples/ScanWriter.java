package org.cotejo.samples;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Writes the pages of a paper in the format of its scanner, each at 300 dots an inch. */
final class ScanWriter {

  private static final int DOTS_PER_INCH = 300;
  private static final float GREY_QUALITY = 0.5f;
  private static final float COLOUR_QUALITY = 0.45f;

  /** Below this a pixel is ink on a bilevel scan. */
  private static final int INK_BELOW = 140;

  private ScanWriter() {}

  static List<Path> write(Style style, List<BufferedImage> pages, Path folder) throws IOException {
    Files.createDirectories(folder);
    return switch (style.format()) {
      case PDF -> List.of(pdf(pages, style.seed(), folder.resolve("pages.pdf")));
      case TIFF -> List.of(tiff(pages, folder.resolve("pages.tif")));
      case JPEG -> single(pages, folder, "jpg", false);
      case COLOUR_JPEG -> single(pages, folder, "jpg", true);
      case PNG -> single(pages, folder, "png", false);
    };
  }

  private static List<Path> single(
      List<BufferedImage> pages, Path folder, String extension, boolean colour) throws IOException {
    List<Path> written = new ArrayList<>();
    for (int index = 0; index < pages.size(); index++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "page-%02d.%s", index + 1, extension));
      BufferedImage page = pages.get(index);
      Files.write(file, extension.equals("png") ? png(page) : jpeg(page, colour));
      written.add(file);
    }
    return written;
  }

  private static byte[] jpeg(BufferedImage page, boolean colour) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(colour ? COLOUR_QUALITY : GREY_QUALITY);
    BufferedImage image = colour ? page : grey(page);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_jpeg_image_1.0");
    IIOMetadataNode variety = new IIOMetadataNode("JPEGvariety");
    IIOMetadataNode jfif = new IIOMetadataNode("app0JFIF");
    jfif.setAttribute("majorVersion", "1");
    jfif.setAttribute("minorVersion", "2");
    jfif.setAttribute("resUnits", "1");
    jfif.setAttribute("Xdensity", Integer.toString(DOTS_PER_INCH));
    jfif.setAttribute("Ydensity", Integer.toString(DOTS_PER_INCH));
    jfif.setAttribute("thumbWidth", "0");
    jfif.setAttribute("thumbHeight", "0");
    variety.appendChild(jfif);
    root.appendChild(variety);
    root.appendChild(new IIOMetadataNode("markerSequence"));
    merge(metadata, root);
    return written(writer, parameters, new IIOImage(image, null, metadata));
  }

  /** Sixteen greys: a PNG of a grainy 256-grey scan would be tens of times as large. */
  private static byte[] png(BufferedImage page) throws IOException {
    byte[] levels = new byte[16];
    for (int level = 0; level < 16; level++) {
      levels[level] = (byte) (level * 17);
    }
    BufferedImage reduced =
        new BufferedImage(
            page.getWidth(),
            page.getHeight(),
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, 16, levels, levels, levels));
    BufferedImage grey = grey(page);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        int level = Math.round(grey.getRaster().getSample(x, y, 0) / 17f);
        reduced.getRaster().setSample(x, y, 0, level);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(reduced), parameters);
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    String dotsPerMetre = Long.toString(Math.round(DOTS_PER_INCH / 0.0254));
    physical.setAttribute("pixelsPerUnitXAxis", dotsPerMetre);
    physical.setAttribute("pixelsPerUnitYAxis", dotsPerMetre);
    physical.setAttribute("unitSpecifier", "meter");
    root.appendChild(physical);
    merge(metadata, root);
    return written(writer, parameters, new IIOImage(reduced, null, metadata));
  }

  private static Path tiff(List<BufferedImage> pages, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    Files.deleteIfExists(file);
    try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        BufferedImage bilevel = bilevel(page);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(new ImageTypeSpecifier(bilevel), parameters);
        merge(metadata, resolution());
        writer.writeToSequence(new IIOImage(bilevel, null, metadata), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** Standard metadata: millimetres a pixel. */
  private static IIOMetadataNode resolution() {
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    for (String axis : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
      IIOMetadataNode size = new IIOMetadataNode(axis);
      size.setAttribute("value", Double.toString(25.4 / DOTS_PER_INCH));
      dimension.appendChild(size);
    }
    root.appendChild(dimension);
    return root;
  }

  private static Path pdf(List<BufferedImage> pages, long seed, Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(seed);
      for (BufferedImage page : pages) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg(page, false));
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
          content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
      }
      try (OutputStream output = Files.newOutputStream(file)) {
        document.save(output);
      }
    }
    return file;
  }

  private static void merge(IIOMetadata metadata, IIOMetadataNode root) {
    try {
      metadata.mergeTree(root.getNodeName(), root);
    } catch (IIOInvalidTreeException invalid) {
      throw new IllegalStateException("the image writer refuses its own metadata", invalid);
    }
  }

  private static byte[] written(ImageWriter writer, ImageWriteParam parameters, IIOImage image)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, image, parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * Luma of ITU-R BT.601, as scanners give it; Java2D's own conversion goes through linear light
   * and pales the ink.
   */
  private static BufferedImage grey(BufferedImage page) {
    BufferedImage grey =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[page.getWidth()];
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        int pixel = row[x];
        row[x] =
            (299 * (pixel >> 16 & 0xFF) + 587 * (pixel >> 8 & 0xFF) + 114 * (pixel & 0xFF)) / 1000;
      }
      grey.getRaster().setSamples(0, y, row.length, 1, 0, row);
    }
    return grey;
  }

  private static BufferedImage bilevel(BufferedImage page) {
    BufferedImage grey = grey(page);
    BufferedImage bilevel =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        bilevel
            .getRaster()
            .setSample(x, y, 0, grey.getRaster().getSample(x, y, 0) < INK_BELOW ? 0 : 1);
      }
    }
    return bilevel;
  }
}

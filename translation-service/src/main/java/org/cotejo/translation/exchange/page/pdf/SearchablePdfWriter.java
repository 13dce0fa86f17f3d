package org.cotejo.translation.exchange.page.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import org.cotejo.objects.Digest;
import org.cotejo.translation.exchange.page.ExportedPage;
import org.cotejo.translation.exchange.page.ExportedText;
import org.cotejo.translation.exchange.page.PageWriter;
import org.cotejo.translation.transcription.PageTranscription;

/**
 * PDF/A-2u (ISO 19005-2): the page images as they are stored, the words invisibly in their places.
 *
 * <p>Images pass through undecoded and wait in a temporary file, not in memory.
 */
public final class SearchablePdfWriter implements PageWriter {
  private static final double POINTS_PER_INCH = 72;
  // The resolution that surrogates are made at unless the scan has another.
  private static final int USUAL_DPI = 300;
  // ISO 19005-2, 6.1.13, has implementation limits; page sides end at 14,400 units.
  private static final double LONGEST_SIDE = 14_400;
  private static final int BITS = 8;
  private static final String SRGB = "sRGB IEC61966-2.1";

  /** Keeps what it writes to open when PDFBox is done. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  @Override
  public void write(ExportedText text, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      UnseenFont font = new UnseenFont();
      StringBuilder identity = new StringBuilder(text.documentId());
      for (ExportedPage page : text.pages()) {
        add(document, page, font);
        identity.append(page.transcription().surrogateDigest());
        identity.append(page.transcription().engine().fingerprint());
      }
      font.finish(document);
      describe(document, text);
      document.setDocumentId(number(identity.toString()));
      document.save(new Open(out));
    }
  }

  private static void add(PDDocument document, ExportedPage exported, UnseenFont font)
      throws IOException {
    byte[] jpeg = exported.image().get();
    JpegHeader header = JpegHeader.of(jpeg);
    PageTranscription transcription = exported.transcription();
    int width = transcription.page().widthPixels();
    int height = transcription.page().heightPixels();
    double scale = pointsPerPixel(header.dpi(), Math.max(width, height));
    PDPage page = new PDPage(new PDRectangle((float) (width * scale), (float) (height * scale)));
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Scan"), image(document, jpeg, header));
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName("Text"), font.dictionary());
    resources.getCOSObject().setItem(COSName.FONT, fonts);
    page.setResources(resources);
    byte[] content = PageContent.of(transcription, font, scale).getBytes(StandardCharsets.US_ASCII);
    page.setContents(
        new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE));
    document.addPage(page);
  }

  private static PDImageXObject image(PDDocument document, byte[] jpeg, JpegHeader header)
      throws IOException {
    PDColorSpace colours = header.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(jpeg),
        COSName.DCT_DECODE,
        header.widthPixels(),
        header.heightPixels(),
        BITS,
        colours);
  }

  private static double pointsPerPixel(int dpi, int longestSide) {
    double usual = POINTS_PER_INCH / (dpi > 0 ? dpi : USUAL_DPI);
    return Math.min(usual, LONGEST_SIDE / longestSide);
  }

  private static void describe(PDDocument document, ExportedText text) throws IOException {
    if (!text.languages().isEmpty()) {
      document.getDocumentCatalog().setLanguage(text.languages().getFirst());
    }
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    document.getDocumentCatalog().addOutputIntent(intent);
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp(text));
    document.getDocumentCatalog().setMetadata(metadata);
  }

  private static byte[] xmp(ExportedText text) throws IOException {
    XMPMetadata metadata = XMPMetadata.createXMPMetadata();
    DublinCoreSchema core = metadata.createAndAddDublinCoreSchema();
    core.setTitle(text.title());
    core.setIdentifier(text.documentId());
    core.setFormat("application/pdf");
    text.languages().forEach(core::addLanguage);
    PDFAIdentificationSchema part = metadata.createAndAddPDFAIdentificationSchema();
    part.setPart(2);
    try {
      part.setConformance("U");
      ByteArrayOutputStream packet = new ByteArrayOutputStream();
      new XmpSerializer().serialize(metadata, packet, true);
      return packet.toByteArray();
    } catch (BadFieldValueException | TransformerException failure) {
      throw new IOException("the description of a PDF cannot be written", failure);
    }
  }

  /** The number from which PDFBox makes the file's identifier; without it the clock would. */
  private static long number(String identity) {
    String hex = Digest.of(identity.getBytes(StandardCharsets.UTF_8)).hex();
    return Long.parseUnsignedLong(hex.substring(0, Long.BYTES * 2), 16);
  }
}

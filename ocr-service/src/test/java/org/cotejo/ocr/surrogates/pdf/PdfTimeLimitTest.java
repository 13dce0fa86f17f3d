package org.cotejo.ocr.surrogates.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.PageImage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.TimeLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PdfTimeLimitTest {
  private static final COSName NEXT = COSName.getPDFName("N");

  @TempDir private Path folder;

  /** A file of 3 kB that would be drawn for years. */
  @Test
  void givesUpPageOfFormsThatDrawForms() throws Exception {
    // Given
    Path file = folder.resolve("forms.pdf");
    writeForms(file);
    CountDownLatch ended = new CountDownLatch(1);
    TimeLimit limit = new TimeLimit(Duration.ofSeconds(2));
    try (PageSource.OpenOriginal pdf =
        new PdfPages(new SurrogateLimits(1_000_000, 1_000_000, 100)).open(file)) {
      // When
      PageFailure failure =
          assertThrows(PageFailure.class, () -> limit.within(() -> drawn(pdf, ended)));
      // Then
      assertEquals("surrogates.time-limit", failure.code());
      assertTrue(ended.await(60, TimeUnit.SECONDS), "the drawing stops");
    }
  }

  private static PageImage drawn(PageSource.OpenOriginal pdf, CountDownLatch ended) {
    try {
      return pdf.page(1);
    } finally {
      ended.countDown();
    }
  }

  /** Forms within forms, twelve deep, each of which draws the next one ten times. */
  private static void writeForms(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFormXObject form = form(document, "0 0 m 1 1 l S");
      for (int depth = 0; depth < 12; depth++) {
        PDFormXObject around = form(document, "/N Do ".repeat(10));
        PDResources resources = new PDResources();
        resources.put(NEXT, form);
        around.setResources(resources);
        form = around;
      }
      PDPage page = new PDPage(new PDRectangle(100, 100));
      PDResources resources = new PDResources();
      resources.put(NEXT, form);
      page.setResources(resources);
      PDStream content = new PDStream(document);
      try (OutputStream stream = content.createOutputStream()) {
        stream.write("/N Do".getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(content);
      document.addPage(page);
      document.save(file.toFile());
    }
  }

  private static PDFormXObject form(PDDocument document, String content) throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(100, 100));
    try (OutputStream stream = form.getContentStream().createOutputStream()) {
      stream.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }
}

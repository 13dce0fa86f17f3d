package org.cotejo.ocr.surrogates.pdf;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * PDFBox's renderer, which stops between two operators when its thread is interrupted. A page of
 * forms that draw forms can hold billions of them.
 */
final class InterruptibleRenderer extends PDFRenderer {
  private final Runnable step;

  /**
   * A renderer.
   *
   * @param step is run with each operator
   */
  InterruptibleRenderer(PDDocument document, Runnable step) {
    super(document);
    this.step = step;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new PageDrawer(parameters) {
      @Override
      protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        requireUninterrupted();
        step.run();
        super.processOperator(operator, operands);
      }
    };
  }

  /** PDFBox goes on after an exception of input and output, so this one is none. */
  static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the page took too long");
    }
  }
}

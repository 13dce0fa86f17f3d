package org.cotejo.ocr.recognition.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.BOX;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/**
 * Cuts a page into the images of its lines, as the recogniser itself looks at them: prepared, and
 * from the foot of the descenders to the top of the ascenders even when the line has none.
 */
public final class LineImages implements AutoCloseable {
  /** What the recogniser leaves around a line (kImagePadding of linerec.cpp). */
  private static final int PADDING_PIXELS = 4;

  private final LanguageModels models;
  private final EnginePool pool;

  /** Lines as models of a folder find and read them. */
  public LineImages(LanguageModels models) {
    this.models = models;
    this.pool = new EnginePool(models.directory().toString(), 1);
  }

  /**
   * A line.
   *
   * @param text as read
   * @param image in grey
   */
  public record LineImage(String text, GreyImage image) {}

  /** The lines of a page, in the order in which they were read. */
  public List<LineImage> of(PageScan page, List<LanguageTag> languages) {
    String names = String.join("+", models.modelsFor(languages));
    try (NativeImage surrogate = NativeImage.ofPng(page.png());
        Preparation.Prepared prepared =
            Preparation.of(surrogate, page.resolutionDpi(), PreparationSteps.FULL)) {
      return pool.with(names, api -> lines(api, prepared));
    }
  }

  private static List<LineImage> lines(TessBaseAPI api, Preparation.Prepared prepared) {
    api.SetImage(prepared.image().pix());
    api.SetSourceResolution(prepared.resolutionDpi());
    if (api.Recognize((ETEXT_DESC) null) != 0) {
      throw new IllegalStateException("Tesseract could not read the page");
    }
    List<LineImage> lines = new ArrayList<>();
    try (ResultIterator line = api.GetIterator()) {
      if (line == null || line.isNull()) {
        return lines;
      }
      do {
        if (!line.Empty(tesseract.RIL_TEXTLINE)) {
          lines.add(new LineImage(text(line), cut(line, prepared.image().pix())));
        }
      } while (line.Next(tesseract.RIL_TEXTLINE));
    }
    return lines;
  }

  private static String text(ResultIterator line) {
    BytePointer text = line.GetUTF8Text(tesseract.RIL_TEXTLINE);
    try {
      return text.getString(StandardCharsets.UTF_8).strip();
    } finally {
      tesseract.TessDeleteText(text);
    }
  }

  private static GreyImage cut(ResultIterator line, PIX page) {
    try (IntPointer left = new IntPointer(1);
        IntPointer top = new IntPointer(1);
        IntPointer right = new IntPointer(1);
        IntPointer bottom = new IntPointer(1);
        IntPointer baseLeft = new IntPointer(1);
        IntPointer baseRight = new IntPointer(1);
        FloatPointer height = new FloatPointer(1);
        FloatPointer descenders = new FloatPointer(1);
        FloatPointer ascenders = new FloatPointer(1)) {
      line.BoundingBox(tesseract.RIL_TEXTLINE, left, top, right, bottom);
      int boxTop = top.get();
      int boxBottom = bottom.get();
      line.RowAttributes(height, descenders, ascenders);
      if (line.Baseline(tesseract.RIL_TEXTLINE, left, baseLeft, right, baseRight)) {
        float base = (baseLeft.get() + baseRight.get()) / 2f;
        boxTop = Math.min(boxTop, Math.round(base - height.get() - descenders.get()));
        boxBottom = Math.max(boxBottom, Math.round(base - descenders.get()));
      }
      line.BoundingBox(tesseract.RIL_TEXTLINE, left, top, right, bottom);
      return cut(page, left.get(), boxTop, right.get(), boxBottom);
    }
  }

  private static GreyImage cut(PIX page, int left, int top, int right, int bottom) {
    int x = Math.max(0, left - PADDING_PIXELS);
    int y = Math.max(0, top - PADDING_PIXELS);
    BOX place =
        leptonica.boxCreate(
            x,
            y,
            Math.min(page.w(), right + PADDING_PIXELS) - x,
            Math.min(page.h(), bottom + PADDING_PIXELS) - y);
    try (NativeImage line =
        NativeImage.owning(leptonica.pixClipRectangle(page, place, (BOX) null), "cutting a line")) {
      int[][] rows = new int[line.heightPixels()][];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = line.greyLine(row);
      }
      return new GreyImage(rows);
    } finally {
      leptonica.boxDestroy(place);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}

package org.cotejo.translation.exchange.page.pdf;

import java.util.Locale;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.transcription.PageTranscription;

/**
 * What is drawn on a page: its image, and each word invisibly over its box.
 *
 * <p>A word is as high as its box and is stretched to the width of it. A space follows each word,
 * so that programs that copy text need not guess where words end.
 */
final class PageContent {
  private static final double THOUSAND = 1000;
  private static final int PERCENT = 100;

  private final StringBuilder operators = new StringBuilder();
  private final UnseenFont font;
  private final double pointsPerPixel;
  private final double height;

  private PageContent(UnseenFont font, double pointsPerPixel, double height) {
    this.font = font;
    this.pointsPerPixel = pointsPerPixel;
    this.height = height;
  }

  /**
   * The operators of a page.
   *
   * @param pointsPerPixel scale of the page
   */
  static String of(PageTranscription page, UnseenFont font, double pointsPerPixel) {
    double width = page.page().widthPixels() * pointsPerPixel;
    double height = page.page().heightPixels() * pointsPerPixel;
    PageContent content = new PageContent(font, pointsPerPixel, height);
    content.operators.append("q ").append(number(width)).append(" 0 0 ").append(number(height));
    content.operators.append(" 0 0 cm /Scan Do Q\nBT\n3 Tr\n");
    for (TranscribedRegion region : page.regions()) {
      for (TranscribedLine line : region.lines()) {
        line.words().forEach(content::word);
      }
    }
    return content.operators.append("ET\n").toString();
  }

  private void word(TranscribedWord word) {
    Box box = word.box();
    double size = box.height() * pointsPerPixel;
    int characters = word.text().codePointCount(0, word.text().length());
    double natural = characters * size * UnseenGlyphs.ADVANCE / THOUSAND;
    double baseline =
        height - box.bottom() * pointsPerPixel - size * UnseenGlyphs.DESCENT / THOUSAND;
    double stretch = PERCENT * box.width() * pointsPerPixel / natural;
    operators.append("/Text ").append(number(size)).append(" Tf ");
    operators.append(number(stretch)).append(" Tz 1 0 0 1 ");
    operators.append(number(box.x() * pointsPerPixel)).append(' ').append(number(baseline));
    operators.append(" Tm <").append(font.encoded(word.text() + " ")).append("> Tj\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

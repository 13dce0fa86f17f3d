package org.cotejo.translation.segmentation.icu;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.stream.IntStream;
import org.cotejo.translation.segmentation.SentenceBreaks;

/** The sentence boundaries of UAX 29 as ICU tailors them to a language. */
public final class IcuSentenceBreaks implements SentenceBreaks {

  @Override
  public int[] within(String paragraph, String language) {
    BreakIterator iterator = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
    iterator.setText(paragraph);
    return IntStream.iterate(
            iterator.first(), offset -> offset != BreakIterator.DONE, offset -> iterator.next())
        .filter(offset -> offset > 0 && offset < paragraph.length())
        .toArray();
  }
}

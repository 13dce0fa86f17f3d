package org.cotejo.translation.collation.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.http.Turns;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.WordLink;
import org.cotejo.translation.collation.WordLinks;

/** Collates texts that are short enough for a request, a few at a time. */
@ApplicationScoped
public class BoundedCollator {
  private final CollationLimits limits;
  private final Lexica lexica;
  private final Turns turns;
  private final Collator collator = new Collator();

  @Inject
  public BoundedCollator(CollationLimits limits, Lexica lexica) {
    this.limits = limits;
    this.lexica = lexica;
    this.turns = new Turns(limits.parallel(), limits.patience(), "collation.busy");
  }

  /**
   * The findings of a bitext.
   *
   * @throws Problem 422 when the texts are too long, 503 when too many others are being collated
   */
  public List<Finding> collate(Reading reading, Bitext bitext) {
    return inTurn(reading, bitext, () -> collator.collate(reading, bitext, known(bitext).words()));
  }

  /**
   * The words that stand for each other in each link of a bitext.
   *
   * @throws Problem as for findings
   */
  public List<List<WordLink>> wordLinks(Reading reading, Bitext bitext) {
    return inTurn(reading, bitext, () -> WordLinks.of(reading, bitext, known(bitext)));
  }

  /** The lexicon that made the bitext, not the latest: the same bitext has the same findings. */
  private Lexica.Known known(Bitext bitext) {
    return lexica.named(bitext.method().lexicon(), bitext.sourceLanguage());
  }

  private <T> List<T> inTurn(Reading reading, Bitext bitext, Supplier<List<T>> work) {
    int characters = reading.text().text().length() + bitext.text().length();
    if (characters > limits.characters()) {
      throw Problem.of(
          422,
          "collation.too-long",
          "Too long to be collated",
          "Original and translation have %d characters together; findings are made for at most %d."
              .formatted(characters, limits.characters()));
    }
    return turns.take(work);
  }
}

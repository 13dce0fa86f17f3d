package org.cotejo.translation.collation.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.Finding;

/** Collates texts that are short enough for a request. */
@ApplicationScoped
public class BoundedCollator {
  private final CollationLimits limits;
  private final Collator collator = new Collator();

  @Inject
  public BoundedCollator(CollationLimits limits) {
    this.limits = limits;
  }

  /**
   * The findings of a bitext.
   *
   * @throws Problem 422 when the texts are too long
   */
  public List<Finding> collate(Reading reading, Bitext bitext) {
    int characters = reading.text().text().length() + bitext.text().length();
    if (characters > limits.characters()) {
      throw Problem.of(
          422,
          "collation.too-long",
          "Too long to be collated",
          "Original and translation have %d characters together; findings are made for at most %d."
              .formatted(characters, limits.characters()));
    }
    return collator.collate(reading, bitext);
  }
}

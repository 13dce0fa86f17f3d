package org.cotejo.translation.collation.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.BitextWatcher;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.Rule;
import org.jboss.logging.Logger;

/**
 * Counts what the rules find in each bitext when it is made. Findings are worked out anew for each
 * reader, so that counting there would count readers.
 */
@ApplicationScoped
public class FindingCounts implements BitextWatcher {
  private static final Logger LOG = Logger.getLogger(FindingCounts.class);

  private final CollationLimits limits;
  private final Lexica lexica;
  private final MeterRegistry metrics;
  private final Collator collator = new Collator();

  @Inject
  public FindingCounts(CollationLimits limits, Lexica lexica, MeterRegistry metrics) {
    this.limits = limits;
    this.lexica = lexica;
    this.metrics = metrics;
  }

  void register(@Observes StartupEvent event) {
    for (Rule rule : Rule.values()) {
      counter(rule);
    }
  }

  @Override
  public void made(Reading reading, Bitext bitext) {
    if (reading.text().text().length() + bitext.text().length() > limits.characters()) {
      return;
    }
    try {
      Lexica.Known known = lexica.named(bitext.method().lexicon(), bitext.sourceLanguage());
      for (Finding finding : collator.collate(reading, bitext, known.words())) {
        counter(finding.rule()).increment();
      }
    } catch (RuntimeException failure) {
      LOG.warnf(failure, "the findings of a bitext are not counted");
    }
  }

  private Counter counter(Rule rule) {
    return Counter.builder("cotejo.findings")
        .description("Findings in the bitexts made, by rule; a document aligned again counts again")
        .tag("rule", rule.code())
        .register(metrics);
  }
}

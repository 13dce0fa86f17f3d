package org.cotejo.translation.lexicon.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cotejo.translation.bitext.PublicBitext;
import org.cotejo.translation.bitext.store.PublicBitexts;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconVersion;
import org.cotejo.translation.lexicon.store.LexiconLease;
import org.cotejo.translation.lexicon.store.LexiconLedger;
import org.jboss.logging.Logger;

/**
 * Keeps the lexica up to date in the background, on one instance at a time.
 *
 * <p>A lexicon is learned anew when its documents are no longer the same: at once when one has left
 * (its words must not stay), otherwise when it has served its time.
 */
@ApplicationScoped
public class LexiconRebuild {
  private static final Logger LOG = Logger.getLogger(LexiconRebuild.class);

  private final PublicBitexts bitexts;
  private final LexiconTeacher teacher;
  private final LexiconFiles files;
  private final LexiconLedger ledger;
  private final LexiconLease lease;
  private final LexiconLimits limits;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public LexiconRebuild(
      PublicBitexts bitexts,
      LexiconTeacher teacher,
      LexiconFiles files,
      LexiconLedger ledger,
      LexiconLease lease,
      LexiconLimits limits,
      MeterRegistry metrics) {
    this.bitexts = bitexts;
    this.teacher = teacher;
    this.files = files;
    this.ledger = ledger;
    this.lease = lease;
    this.limits = limits;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "${cotejo.translation.lexicon.every:10m}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void onTick() {
    run();
  }

  /**
   * Learns every lexicon that is due.
   *
   * @return how many were; 0 also when another instance is at it
   */
  public int run() {
    if (!lease.take(limits.lease())) {
      return 0;
    }
    try {
      int learned = 0;
      for (Map.Entry<LanguagePair, List<PublicBitext>> pair : byPair().entrySet()) {
        learned += rebuild(pair.getKey(), pair.getValue()) ? 1 : 0;
      }
      return learned;
    } finally {
      lease.giveBack();
    }
  }

  private Map<LanguagePair, List<PublicBitext>> byPair() {
    Map<LanguagePair, List<PublicBitext>> byPair = new TreeMap<>();
    // A pair whose last document has left has nothing to learn from any more, and must forget.
    ledger.pairs().forEach(pair -> byPair.put(pair, new ArrayList<>()));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (PublicBitext bitext : bitexts.newest(today, limits.documents())) {
      LanguagePair.of(bitext.sourceLanguage(), bitext.language())
          .ifPresent(pair -> byPair.computeIfAbsent(pair, key -> new ArrayList<>()).add(bitext));
    }
    return byPair;
  }

  private boolean rebuild(LanguagePair pair, List<PublicBitext> texts) {
    String fingerprint = teacher.fingerprint(pair, texts);
    Optional<LexiconVersion> present = ledger.latest(pair);
    if (present.isPresent() && !isDue(present.get(), fingerprint, texts)) {
      return false;
    }
    long started = System.nanoTime();
    LexiconTeacher.Lesson lesson = teacher.teach(pair, texts);
    LexiconVersion kept =
        ledger.keep(
            lesson.lexicon(),
            lesson.names(),
            fingerprint,
            lesson.documents(),
            files.keep(lesson.lexicon(), fingerprint));
    Counter.builder("cotejo.lexicon.rebuilds")
        .description("Lexica learned from the archive")
        .register(metrics)
        .increment();
    LOG.infof(
        "lexicon %s %d: %d pairs of words out of %d links of %d documents in %d ms",
        pair.name(),
        kept.number(),
        kept.entries(),
        kept.links(),
        lesson.documents().size(),
        (System.nanoTime() - started) / 1_000_000);
    return true;
  }

  private boolean isDue(LexiconVersion present, String fingerprint, List<PublicBitext> texts) {
    if (present.fingerprint().equals(fingerprint)) {
      return false;
    }
    Set<UUID> open = texts.stream().map(PublicBitext::documentId).collect(Collectors.toSet());
    return !open.containsAll(present.documents())
        || present.madeAt().plus(limits.rest()).isBefore(clock.instant());
  }
}

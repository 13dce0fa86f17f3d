package org.cotejo.translation.lexicon.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cotejo.outbox.Outbox;
import org.cotejo.translation.alignment.PlainWord;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconEntry;
import org.cotejo.translation.lexicon.LexiconVersion;
import org.cotejo.translation.lexicon.NamePair;
import org.cotejo.translation.lexicon.Shelfmark;
import org.cotejo.translation.lexicon.events.LexiconPublished;

/** The lexica in PostgreSQL: all their versions, and the words of the latest. */
@ApplicationScoped
public class LexiconLedger {
  private static final int WRITTEN_AT_ONCE = 500;
  private static final String LATEST =
      "firstLanguage = ?1 and secondLanguage = ?2 order by number desc";

  private final EntityManager entities;
  private final Outbox outbox;
  private final NameLedger names;
  private final Clock clock = Clock.systemUTC();

  @Inject
  public LexiconLedger(EntityManager entities, Outbox outbox, NameLedger names) {
    this.entities = entities;
    this.outbox = outbox;
    this.names = names;
  }

  /** The pairs of languages that have a lexicon, in order. */
  @Transactional
  public List<LanguagePair> pairs() {
    return entities
        .createQuery(
            "select distinct v.firstLanguage, v.secondLanguage from LexiconVersionEntity v"
                + " order by v.firstLanguage, v.secondLanguage",
            Object[].class)
        .getResultList()
        .stream()
        .map(row -> new LanguagePair(String.valueOf(row[0]), String.valueOf(row[1])))
        .toList();
  }

  /** The latest lexicon of a pair. */
  @Transactional
  public Optional<LexiconVersion> latest(LanguagePair pair) {
    return latestRow(pair).map(row -> version(row, documents(row.id)));
  }

  /** Where the latest lexicon of a pair is. */
  @Transactional
  public Optional<Kept> latestFile(LanguagePair pair) {
    return latestRow(pair).map(LexiconLedger::kept);
  }

  /** Where a lexicon is, also one that is not the latest. */
  @Transactional
  public Optional<Kept> file(Shelfmark mark) {
    return LexiconVersionEntity.<LexiconVersionEntity>find(
            "firstLanguage = ?1 and secondLanguage = ?2 and number = ?3",
            mark.pair().first(),
            mark.pair().second(),
            mark.number())
        .firstResultOptional()
        .map(LexiconLedger::kept);
  }

  /**
   * A lexicon and where it is.
   *
   * @param mark its name
   * @param file in the object store
   */
  public record Kept(Shelfmark mark, StoredObject file) {}

  /**
   * Keeps a lexicon as the latest of its pair together with the event that tells of it; the words
   * of those before are forgotten, their files stay.
   */
  @Transactional
  public LexiconVersion keep(
      ArchiveLexicon lexicon,
      List<NamePair> pairs,
      String fingerprint,
      Collection<UUID> documents,
      StoredObject file) {
    Optional<LexiconVersionEntity> before = latestRow(lexicon.pair());
    LexiconVersionEntity row = new LexiconVersionEntity();
    row.firstLanguage = lexicon.pair().first();
    row.secondLanguage = lexicon.pair().second();
    row.number = before.map(version -> version.number).orElse(0) + 1;
    row.fingerprint = fingerprint;
    row.links = lexicon.links();
    row.entries = lexicon.entries().size();
    row.objectKey = file.objectKey();
    row.objectDigest = file.digest();
    row.objectSizeBytes = file.sizeBytes();
    row.madeAt = clock.instant();
    row.persistAndFlush();
    long id = row.id;
    before.ifPresent(version -> forget(version.id));
    for (UUID document : new HashSet<>(documents)) {
      entities
          .createNativeQuery(
              "insert into lexicon_document (version_id, document_id) values (?1, ?2)")
          .setParameter(1, id)
          .setParameter(2, document)
          .executeUpdate();
    }
    LexiconVersion kept = version(row, Set.copyOf(documents));
    outbox.add(LexiconPublished.TOPIC, kept.pair().name(), LexiconPublished.of(kept));
    write(id, lexicon.entries());
    names.keep(id, pairs);
    return kept;
  }

  /**
   * Tells of the latest lexicon of each pair again, for a broker that has forgotten it.
   *
   * @return how many
   */
  @Transactional
  public int announceLatest() {
    int announced = 0;
    for (LanguagePair pair : pairs()) {
      LexiconVersion latest = latest(pair).orElseThrow();
      outbox.add(LexiconPublished.TOPIC, pair.name(), LexiconPublished.of(latest));
      announced++;
    }
    return announced;
  }

  /**
   * The translations of a word, the most probable first.
   *
   * @param version of the lexicon
   * @param firstToSecond whether the word is of the pair's first language
   * @param word in any case, with or without its accents
   * @param limit most translations
   */
  @Transactional
  public List<LexiconEntry> translations(
      LexiconVersion version, boolean firstToSecond, String word, int limit) {
    String query =
        firstToSecond
            ? "versionId = ?1 and firstFolded = ?2 order by firstToSecond desc, id"
            : "versionId = ?1 and secondFolded = ?2 order by secondToFirst desc, id";
    return LexiconEntryEntity.<LexiconEntryEntity>find(query, version.id(), folded(word))
        .page(0, limit)
        .stream()
        .map(LexiconLedger::entry)
        .toList();
  }

  private static Optional<LexiconVersionEntity> latestRow(LanguagePair pair) {
    return LexiconVersionEntity.<LexiconVersionEntity>find(LATEST, pair.first(), pair.second())
        .firstResultOptional();
  }

  private Set<UUID> documents(long version) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select cast(document_id as text) from lexicon_document where version_id = ?1")
            .setParameter(1, version)
            .getResultList();
    Set<UUID> documents = new HashSet<>();
    ids.forEach(id -> documents.add(UUID.fromString(String.valueOf(id))));
    return documents;
  }

  private void forget(long version) {
    LexiconEntryEntity.delete("versionId = ?1", version);
    names.forget(version);
    entities
        .createNativeQuery("delete from lexicon_document where version_id = ?1")
        .setParameter(1, version)
        .executeUpdate();
  }

  private void write(long version, List<LexiconEntry> entries) {
    int waiting = 0;
    for (LexiconEntry entry : entries) {
      row(version, entry).persist();
      waiting++;
      if (waiting % WRITTEN_AT_ONCE == 0) {
        entities.flush();
        entities.clear();
      }
    }
  }

  private static LexiconEntryEntity row(long version, LexiconEntry entry) {
    LexiconEntryEntity row = new LexiconEntryEntity();
    row.versionId = version;
    row.firstWord = entry.first();
    row.secondWord = entry.second();
    row.firstFolded = folded(entry.first());
    row.secondFolded = folded(entry.second());
    row.firstToSecond = (float) entry.firstToSecond();
    row.secondToFirst = (float) entry.secondToFirst();
    row.links = entry.links();
    row.documents = entry.documents();
    return row;
  }

  private static String folded(String word) {
    return new PlainWord(0, word.length(), word).folded();
  }

  private static LexiconEntry entry(LexiconEntryEntity row) {
    return new LexiconEntry(
        row.firstWord,
        row.secondWord,
        row.firstToSecond,
        row.secondToFirst,
        row.links,
        row.documents);
  }

  private static Kept kept(LexiconVersionEntity row) {
    return new Kept(
        new Shelfmark(new LanguagePair(row.firstLanguage, row.secondLanguage), row.number),
        file(row));
  }

  private static StoredObject file(LexiconVersionEntity row) {
    return new StoredObject(
        row.objectKey, row.objectDigest, "application/json", row.objectSizeBytes);
  }

  private static LexiconVersion version(LexiconVersionEntity row, Set<UUID> documents) {
    return new LexiconVersion(
        row.id,
        new LanguagePair(row.firstLanguage, row.secondLanguage),
        row.number,
        row.fingerprint,
        documents,
        row.links,
        row.entries,
        file(row),
        row.madeAt);
  }
}

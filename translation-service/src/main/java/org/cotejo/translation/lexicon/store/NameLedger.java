package org.cotejo.translation.lexicon.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cotejo.translation.alignment.PlainWord;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.NamePair;

/** The names of the latest lexica, in PostgreSQL. */
@ApplicationScoped
public class NameLedger {
  private static final int WRITTEN_AT_ONCE = 500;

  private final EntityManager entities;

  @Inject
  public NameLedger(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Two spellings and their languages.
   *
   * @param languages of the pair
   * @param pair the spellings
   */
  public record Known(LanguagePair languages, NamePair pair) {}

  /** The pairs that hold a name in any case and script, those of most documents first. */
  @Transactional
  public List<Known> named(String name, int limit) {
    String folded = new PlainWord(0, name.length(), name).folded();
    List<Known> found = new ArrayList<>();
    List<NamePairEntity> rows =
        NamePairEntity.<NamePairEntity>find(
                "firstFolded = ?1 or secondFolded = ?1 order by documents desc, links desc, id",
                folded)
            .page(0, limit)
            .list();
    for (NamePairEntity row : rows) {
      LexiconVersionEntity version = entities.find(LexiconVersionEntity.class, row.versionId);
      found.add(
          new Known(new LanguagePair(version.firstLanguage, version.secondLanguage), pair(row)));
    }
    return List.copyOf(found);
  }

  /** Keeps the names of a lexicon that was just kept, in the same transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(long version, List<NamePair> names) {
    int waiting = 0;
    for (NamePair name : names) {
      row(version, name).persist();
      waiting++;
      if (waiting % WRITTEN_AT_ONCE == 0) {
        entities.flush();
        entities.clear();
      }
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void forget(long version) {
    NamePairEntity.delete("versionId = ?1", version);
  }

  private static NamePairEntity row(long version, NamePair name) {
    NamePairEntity row = new NamePairEntity();
    row.versionId = version;
    row.firstName = name.first();
    row.secondName = name.second();
    row.firstFolded = new PlainWord(0, name.first().length(), name.first()).folded();
    row.secondFolded = new PlainWord(0, name.second().length(), name.second()).folded();
    row.links = name.links();
    row.documents = name.documents();
    row.sample = name.sample().stream().map(UUID::toString).collect(Collectors.joining(" "));
    return row;
  }

  private static NamePair pair(NamePairEntity row) {
    List<UUID> sample = new ArrayList<>();
    for (String id : row.sample.split(" ", -1)) {
      if (!id.isEmpty()) {
        sample.add(UUID.fromString(id));
      }
    }
    return new NamePair(row.firstName, row.secondName, row.links, row.documents, sample);
  }
}

package org.cotejo.translation.lexicon.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Two words of a lexicon that stand for each other. */
@Entity
@Table(name = "lexicon_entry")
public class LexiconEntryEntity extends PanacheEntityBase {
  // Ids are fetched by the hundred: a lexicon is written at once.
  private static final int IDS_AT_ONCE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lexicon_entry_id")
  @SequenceGenerator(
      name = "lexicon_entry_id",
      sequenceName = "lexicon_entry_id",
      allocationSize = IDS_AT_ONCE)
  public Long id;

  @Column(name = "version_id", nullable = false)
  public long versionId;

  @Column(name = "first_word", nullable = false, columnDefinition = "text")
  public String firstWord;

  @Column(name = "second_word", nullable = false, columnDefinition = "text")
  public String secondWord;

  /** As words are looked up: no case, no marks. */
  @Column(name = "first_folded", nullable = false, columnDefinition = "text")
  public String firstFolded;

  @Column(name = "second_folded", nullable = false, columnDefinition = "text")
  public String secondFolded;

  @Column(name = "first_to_second", nullable = false)
  public float firstToSecond;

  @Column(name = "second_to_first", nullable = false)
  public float secondToFirst;

  @Column(nullable = false)
  public int links;

  @Column(nullable = false)
  public int documents;
}

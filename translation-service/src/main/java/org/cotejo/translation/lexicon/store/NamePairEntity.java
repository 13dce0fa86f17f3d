package org.cotejo.translation.lexicon.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Two spellings of a name that stand for each other. */
@Entity
@Table(name = "name_pair")
public class NamePairEntity extends PanacheEntityBase {
  private static final int IDS_AT_ONCE = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "name_pair_id")
  @SequenceGenerator(
      name = "name_pair_id",
      sequenceName = "name_pair_id",
      allocationSize = IDS_AT_ONCE)
  public Long id;

  @Column(name = "version_id", nullable = false)
  public long versionId;

  @Column(name = "first_name", nullable = false, columnDefinition = "text")
  public String firstName;

  @Column(name = "second_name", nullable = false, columnDefinition = "text")
  public String secondName;

  /** As names are looked up: no case, no marks, Latin letters. */
  @Column(name = "first_folded", nullable = false, columnDefinition = "text")
  public String firstFolded;

  @Column(name = "second_folded", nullable = false, columnDefinition = "text")
  public String secondFolded;

  @Column(nullable = false)
  public int links;

  @Column(nullable = false)
  public int documents;

  /** Ids of some documents, parted by spaces. */
  @Column(nullable = false, columnDefinition = "text")
  public String sample;
}

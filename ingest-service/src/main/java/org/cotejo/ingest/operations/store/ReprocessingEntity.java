package org.cotejo.ingest.operations.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.ingest.operations.ReprocessingFilter;
import org.jspecify.annotations.Nullable;

/** Many documents that are processed again. */
@Entity
@Table(name = "reprocessing")
public class ReprocessingEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "languages")
  public @Nullable String language;

  public @Nullable String engine;
  public @Nullable String collection;
  public String state;

  @Column(name = "doc_state")
  public @Nullable String documentState;

  @Column(name = "from_day")
  public @Nullable LocalDate fromDay;

  @Column(name = "to_day")
  public @Nullable LocalDate toDay;

  /** Documents that the filter found when it began. */
  public long total;

  /** Documents whose new ingest has been begun. */
  public long started;

  /** The last of them; they go in the order of their ids. */
  @Column(name = "last_id")
  public @Nullable UUID lastId;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "created_by")
  public String createdBy;

  @Column(name = "ended_at")
  public @Nullable Instant endedAt;

  ReprocessingFilter filter() {
    return new ReprocessingFilter(
        Optional.ofNullable(language),
        Optional.ofNullable(engine),
        Optional.ofNullable(collection),
        Optional.ofNullable(documentState),
        Optional.ofNullable(fromDay),
        Optional.ofNullable(toDay));
  }

  void filter(ReprocessingFilter filter) {
    language = filter.language().orElse(null);
    engine = filter.engine().orElse(null);
    collection = filter.collection().orElse(null);
    documentState = filter.state().orElse(null);
    fromDay = filter.from().orElse(null);
    toDay = filter.to().orElse(null);
  }

  /** What its ingests give as their cause. */
  String cause() {
    return "reprocessing " + id;
  }
}

package org.cotejo.ingest.progress.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cotejo.ingest.progress.IngestState;
import org.cotejo.ingest.progress.store.IngestEntity;
import org.cotejo.ingest.progress.store.IngestFailureEntity;
import org.cotejo.ingest.progress.store.IngestPageEntity;
import org.jspecify.annotations.Nullable;

/** An ingest as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IngestView(
    UUID ingestId,
    UUID documentId,
    long revision,
    String state,
    boolean ended,
    String cause,
    Instant acceptedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int pageCount,
    List<StageView> stages,
    List<PageView> pages,
    List<FailureView> failures) {

  /** One stage: how much of it is done. */
  public record StageView(String stage, String state, int done, int failed, int total) {}

  /** One page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PageView(
      int page,
      String state,
      @Nullable Double confidence,
      @Nullable Boolean needsReview,
      @Nullable String reason) {}

  /** One failure. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FailureView(
      String stage, @Nullable Integer page, String code, String message, Instant at) {}

  /** Puts an ingest together. */
  public static IngestView of(
      IngestEntity ingest, List<IngestPageEntity> pages, List<IngestFailureEntity> failures) {
    return new IngestView(
        ingest.id,
        ingest.documentId,
        ingest.revision,
        ingest.state,
        IngestState.of(ingest.state) instanceof IngestState.Ended,
        ingest.cause,
        ingest.acceptedAt,
        ingest.startedAt,
        ingest.endedAt,
        ingest.pageCount,
        stages(ingest, pages, failures),
        pages.stream()
            .map(p -> new PageView(p.page, p.state, p.confidence, p.needsReview, p.reason))
            .toList(),
        failures.stream()
            .map(f -> new FailureView(f.stage, f.page, f.code, f.message, f.failedAt))
            .toList());
  }

  private static List<StageView> stages(
      IngestEntity ingest, List<IngestPageEntity> pages, List<IngestFailureEntity> failures) {
    int surrogates = (int) pages.stream().filter(page -> page.surrogateAt != null).count();
    int read = (int) pages.stream().filter(page -> "transcribed".equals(page.state)).count();
    int notMade =
        (int)
            pages.stream()
                .filter(page -> "failed".equals(page.state) && page.surrogateAt == null)
                .count();
    int notRead =
        (int)
            pages.stream()
                .filter(page -> "failed".equals(page.state) && page.surrogateAt != null)
                .count();
    return List.of(
        stage("surrogates", surrogates, notMade, ingest.pageCount, failures),
        stage("recognition", read, notRead, ingest.pageCount - notMade, failures),
        stage("alignment", ingest.alignedAt == null ? 0 : 1, 0, 1, failures),
        stage("projection", ingest.publishedAt == null ? 0 : 1, 0, 1, failures));
  }

  private static StageView stage(
      String name, int done, int failed, int total, List<IngestFailureEntity> failures) {
    boolean gaveUp = failures.stream().anyMatch(f -> f.page == null && name.equals(f.stage));
    String state =
        gaveUp
            ? "failed"
            : done + failed >= total ? "done" : done + failed > 0 ? "running" : "waiting";
    return new StageView(name, state, done, failed, total);
  }
}

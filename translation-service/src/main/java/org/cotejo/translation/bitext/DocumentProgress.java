package org.cotejo.translation.bitext;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has come for a document, and whether it is time to align.
 *
 * <p>Events may come in any order, several times, or late. An older revision changes nothing; a
 * newer one starts afresh. Each change that calls for an alignment raises the generation, so that
 * what was aligned before is known to be out of date.
 *
 * @param revision the highest that has been seen; 0 for none
 * @param announcement what the catalogue said of that revision
 * @param pages outcomes of that revision by page number
 * @param generation counts the states that this document has been in
 * @param alignedGeneration the generation that the last alignment was made from; 0 for none
 * @param withdrawnAt the revision at which it was withdrawn; 0 for never
 */
public record DocumentProgress(
    long revision,
    Announcement announcement,
    SortedMap<Integer, PageOutcome> pages,
    long generation,
    long alignedGeneration,
    long withdrawnAt) {

  public DocumentProgress {
    pages = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(pages));
  }

  /** Nothing has come yet. */
  public static DocumentProgress none() {
    return new DocumentProgress(0, new Announcement.Awaited(), new TreeMap<>(), 0, 0, 0);
  }

  /** The catalogue announced a revision. */
  public DocumentProgress announced(long ofRevision, AnnouncedDocument document) {
    if (ofRevision < revision || (ofRevision == revision && isAnnounced())) {
      return this;
    }
    Map<Integer, PageOutcome> kept = ofRevision == revision ? pages : Map.of();
    return new DocumentProgress(
        ofRevision, document, new TreeMap<>(kept), generation + 1, alignedGeneration, withdrawnAt);
  }

  /** A page of a revision was read, or could not be. */
  public DocumentProgress paged(long ofRevision, PageOutcome outcome) {
    if (ofRevision < revision) {
      return this;
    }
    if (ofRevision > revision) {
      TreeMap<Integer, PageOutcome> fresh = new TreeMap<>(Map.of(outcome.page(), outcome));
      return new DocumentProgress(
          ofRevision,
          new Announcement.Awaited(),
          fresh,
          generation + 1,
          alignedGeneration,
          withdrawnAt);
    }
    PageOutcome before = pages.get(outcome.page());
    if (before != null && !replaces(before, outcome)) {
      return this;
    }
    TreeMap<Integer, PageOutcome> with = new TreeMap<>(pages);
    with.put(outcome.page(), outcome);
    return new DocumentProgress(
        revision, announcement, with, generation + 1, alignedGeneration, withdrawnAt);
  }

  /** The document was withdrawn with a revision. */
  public DocumentProgress withdrawn(long withRevision) {
    return withRevision < revision || withRevision == withdrawnAt
        ? this
        : new DocumentProgress(
            withRevision, announcement, pages, generation + 1, alignedGeneration, withRevision);
  }

  /** An alignment of the present generation has been kept. */
  public DocumentProgress aligned() {
    return new DocumentProgress(revision, announcement, pages, generation, generation, withdrawnAt);
  }

  /** Whether everything is there that an alignment needs, and none has been made of it. */
  public boolean callsForAlignment() {
    return !isWithdrawn()
        && alignedGeneration < generation
        && announcement instanceof AnnouncedDocument document
        && pages.headMap(document.pageCount() + 1).size() == document.pageCount();
  }

  /** Whether its content may no longer be shown; only a later announcement brings it back. */
  public boolean isWithdrawn() {
    return withdrawnAt > 0 && !(isAnnounced() && revision > withdrawnAt);
  }

  public boolean isAnnounced() {
    return announcement instanceof AnnouncedDocument;
  }

  /** Outcomes in the order of the pages. */
  public Collection<PageOutcome> outcomes() {
    return List.copyOf(pages.values());
  }

  /**
   * A page that was read replaces a failure; nothing replaces what was read but another reading.
   */
  private static boolean replaces(PageOutcome before, PageOutcome after) {
    return !before.equals(after) && after instanceof PageOutcome.Transcribed;
  }
}

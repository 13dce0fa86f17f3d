package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DocumentProgressTest {
  private static final StoredObject FILE = new StoredObject("a", "sha256:a", "text/plain", 1);
  private static final StoredImage IMAGE = new StoredImage("i", "sha256:i", "image/jpeg", 1, 2, 3);

  @Test
  void callsForAlignmentOnceEverythingIsThereInWhateverOrder() {
    List<UnaryOperator<DocumentProgress>> events = new ArrayList<>();
    events.add(progress -> progress.announced(1, document(3)));
    events.add(progress -> progress.paged(1, read(1)));
    events.add(progress -> progress.paged(1, new PageOutcome.Failed(2)));
    events.add(progress -> progress.paged(1, read(3)));
    for (int seed = 0; seed < 50; seed++) {
      // Given
      List<UnaryOperator<DocumentProgress>> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      DocumentProgress progress = DocumentProgress.none();
      // When
      for (UnaryOperator<DocumentProgress> event : shuffled) {
        assertFalse(progress.callsForAlignment());
        progress = event.apply(event.apply(progress));
      }
      // Then
      assertTrue(progress.callsForAlignment());
      DocumentProgress aligned = progress.aligned();
      assertFalse(aligned.callsForAlignment());
      assertEquals(aligned, shuffled.getFirst().apply(aligned));
    }
  }

  @Test
  void olderRevisionChangesNothing() {
    // Given
    DocumentProgress progress = complete(2);
    // When
    DocumentProgress after =
        progress.announced(1, document(9)).paged(1, new PageOutcome.Failed(1)).withdrawn(1);
    // Then
    assertEquals(progress, after);
  }

  @Test
  void newerRevisionStartsAfreshEvenWhenItsPagesComeFirst() {
    // When
    DocumentProgress progress = complete(1).aligned().paged(2, read(1));
    // Then
    assertFalse(progress.callsForAlignment());
    assertTrue(progress.announced(2, document(1)).callsForAlignment());
  }

  @Test
  void pageReadLaterReplacesItsFailureAndAFailureReplacesNothing() {
    // Given
    DocumentProgress failed =
        DocumentProgress.none().announced(1, document(1)).paged(1, new PageOutcome.Failed(1));
    // When
    DocumentProgress read = failed.aligned().paged(1, read(1));
    // Then
    assertTrue(read.callsForAlignment());
    assertEquals(read, read.paged(1, new PageOutcome.Failed(1)));
  }

  @Test
  void withdrawnDocumentIsNotAlignedUntilItIsAnnouncedAnew() {
    // Given
    DocumentProgress withdrawn = complete(1).withdrawn(2);
    // Then
    assertTrue(withdrawn.isWithdrawn());
    assertFalse(withdrawn.callsForAlignment());
    assertTrue(withdrawn.paged(3, read(1)).isWithdrawn());
    assertFalse(withdrawn.paged(3, read(1)).announced(3, document(1)).isWithdrawn());
    assertTrue(DocumentProgress.none().withdrawn(2).announced(2, document(1)).isWithdrawn());
  }

  @Test
  void accessFollowsLevelRoleAndDay() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    Access embargo = new Access(Access.Level.EMBARGOED, day);
    assertTrue(embargo.allows(java.util.Set.of(), day));
    assertFalse(embargo.allows(java.util.Set.of("reader"), day.minusDays(1)));
    assertTrue(embargo.allows(java.util.Set.of("curator"), day.minusDays(1)));
    Access restricted = new Access(Access.Level.RESTRICTED, LocalDate.MAX);
    assertFalse(restricted.allows(java.util.Set.of("submitter"), day));
    assertTrue(restricted.allows(java.util.Set.of("reader"), day));
  }

  private static DocumentProgress complete(long revision) {
    return DocumentProgress.none().announced(revision, document(1)).paged(revision, read(1));
  }

  private static AnnouncedDocument document(int pages) {
    return new AnnouncedDocument(
        new Access(Access.Level.PUBLIC, LocalDate.MAX),
        FILE,
        List.of("es"),
        pages,
        List.of(),
        Optional.empty());
  }

  private static PageOutcome read(int page) {
    return new PageOutcome.Transcribed(page, IMAGE, IMAGE, FILE);
  }
}

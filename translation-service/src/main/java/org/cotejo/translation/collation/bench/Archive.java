package org.cotejo.translation.collation.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.alignment.PriorLexicon;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LearningLimits;
import org.cotejo.translation.lexicon.LexiconBuilder;
import org.cotejo.translation.lexicon.LexiconPrior;
import org.cotejo.translation.lexicon.LexiconWords;

/** The archive that a document of the bench belongs to: all other documents of its languages. */
final class Archive {
  private final List<CleanBitext> documents;
  private final Map<CleanBitext, List<LinkedText>> links = new HashMap<>();

  Archive(List<CleanBitext> documents, Aligner aligner) {
    this.documents = documents;
    for (CleanBitext document : documents) {
      links.put(document, linked(document, aligner));
    }
  }

  /**
   * What an archive teaches.
   *
   * @param words for collation
   * @param prior for alignment
   */
  record Known(KnownTranslations words, PriorLexicon prior) {
    static final Known NOTHING = new Known(KnownTranslations.NONE, PriorLexicon.NONE);

    /** The name of a document with what is known of it. */
    String name(CleanBitext document) {
      return document.name() + (this.equals(NOTHING) ? GapExample.ALONE : "");
    }
  }

  /** What the archive teaches without one document. */
  Known without(CleanBitext left) {
    Optional<LanguagePair> pair =
        LanguagePair.of(left.languages().getFirst(), left.languages().getLast());
    if (pair.isEmpty()) {
      return Known.NOTHING;
    }
    boolean first = pair.get().startsWith(left.languages().getFirst());
    LexiconBuilder builder = new LexiconBuilder(pair.get(), LearningLimits.standard());
    for (CleanBitext document : documents) {
      if (!document.name().equals(left.name()) && document.languages().equals(left.languages())) {
        List<LinkedText> taught = links.getOrDefault(document, List.of());
        builder.add(first ? taught : taught.stream().map(LinkedText::turned).toList());
      }
    }
    ArchiveLexicon lexicon = builder.build();
    return new Known(new LexiconWords(lexicon, first), new LexiconPrior(lexicon, first));
  }

  private static List<LinkedText> linked(CleanBitext document, Aligner aligner) {
    List<LinkedText> links = new ArrayList<>();
    for (Bead bead :
        aligner
            .align(PlainBitext.passages(document.source()), PlainBitext.passages(document.target()))
            .beads()) {
      if (bead.linked()) {
        links.add(
            new LinkedText(
                String.join(" ", document.source().subList(bead.sourceStart(), bead.sourceEnd())),
                String.join(" ", document.target().subList(bead.targetStart(), bead.targetEnd())),
                bead.confidence()));
      }
    }
    return links;
  }
}

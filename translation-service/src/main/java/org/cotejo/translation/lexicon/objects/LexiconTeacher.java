package org.cotejo.translation.lexicon.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cotejo.objects.Digest;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.LinkedTexts;
import org.cotejo.translation.bitext.PublicBitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.collation.WordLink;
import org.cotejo.translation.collation.WordLinks;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LearningLimits;
import org.cotejo.translation.lexicon.LexiconBuilder;
import org.cotejo.translation.lexicon.NamePair;
import org.cotejo.translation.lexicon.NameTable;
import org.jboss.logging.Logger;

/** Learns a lexicon from the files of bitexts. */
@ApplicationScoped
public class LexiconTeacher {
  private static final Logger LOG = Logger.getLogger(LexiconTeacher.class);

  private final BitextFiles files;
  private final LearningLimits limits;
  private final int mostNames;

  @Inject
  public LexiconTeacher(BitextFiles files, LexiconLimits configured) {
    this.files = files;
    this.limits = LearningLimits.standard().with(configured.links(), configured.entries());
    this.mostNames = configured.names();
  }

  /**
   * What was learned and from whom.
   *
   * @param lexicon what was learned of words
   * @param names what was learned of names
   * @param documents that taught it
   */
  public record Lesson(ArchiveLexicon lexicon, List<NamePair> names, Set<UUID> documents) {
    public Lesson {
      names = List.copyOf(names);
      documents = Set.copyOf(documents);
    }
  }

  /** Names all that a lexicon depends on: equal fingerprints, equal lexica. */
  public String fingerprint(LanguagePair pair, List<PublicBitext> bitexts) {
    StringBuilder all = new StringBuilder(pair.name());
    all.append(' ').append(LexiconBuilder.VERSION).append(' ').append(WordLinks.VERSION);
    all.append(' ').append(limits);
    for (PublicBitext bitext : bitexts) {
      all.append('\n').append(bitext.readingText().digest()).append(bitext.file().digest());
    }
    return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  /**
   * Learns from bitexts in their order until the limits are reached; a file that breaks its schema
   * teaches nothing.
   */
  public Lesson teach(LanguagePair pair, List<PublicBitext> bitexts) {
    LexiconBuilder builder = new LexiconBuilder(pair, limits);
    NameTable names = new NameTable(mostNames);
    Set<UUID> documents = new HashSet<>();
    for (PublicBitext bitext : bitexts) {
      if (builder.isFull()) {
        break;
      }
      if (teach(pair, bitext, builder, names)) {
        documents.add(bitext.documentId());
      }
    }
    return new Lesson(builder.build(), names.build(), documents);
  }

  private boolean teach(
      LanguagePair pair, PublicBitext file, LexiconBuilder builder, NameTable names) {
    try {
      Reading reading = files.reading(file.readingText());
      Bitext bitext = files.bitext(file.file());
      boolean inOrder = pair.startsWith(bitext.sourceLanguage());
      List<LinkedText> links = LinkedTexts.of(reading, bitext).links();
      boolean taught =
          builder.add(inOrder ? links : links.stream().map(LinkedText::turned).toList());
      if (taught) {
        addNames(file.documentId(), reading, bitext, inOrder, names);
      }
      return taught;
    } catch (MalformedFile broken) {
      LOG.warnf("document %s teaches no words: %s", file.documentId(), broken.safeMessage());
      return false;
    }
  }

  private void addNames(
      UUID document, Reading reading, Bitext bitext, boolean inOrder, NameTable names) {
    for (WordLink link : WordLinks.names(reading, bitext, limits.leastConfidence())) {
      String ours = reading.text().text().substring(link.source().start(), link.source().end());
      String theirs = bitext.text().substring(link.target().start(), link.target().end());
      names.add(document, inOrder ? ours : theirs, inOrder ? theirs : ours);
    }
  }
}

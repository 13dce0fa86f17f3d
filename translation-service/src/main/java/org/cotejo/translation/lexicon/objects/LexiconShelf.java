package org.cotejo.translation.lexicon.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.lexicon.ArchiveLexicon;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconPrior;
import org.cotejo.translation.lexicon.LexiconWords;
import org.cotejo.translation.lexicon.Shelfmark;
import org.cotejo.translation.lexicon.store.LexiconLedger;
import org.jboss.logging.Logger;

/** Lexica taken from their files; the last few that were used stay in memory. */
@ApplicationScoped
public class LexiconShelf implements Lexica {
  private static final Logger LOG = Logger.getLogger(LexiconShelf.class);

  private final LexiconLedger ledger;
  private final LexiconFiles files;
  private final Map<String, Known> used;

  @Inject
  public LexiconShelf(LexiconLedger ledger, LexiconFiles files, LexiconLimits limits) {
    this.ledger = ledger;
    this.files = files;
    this.used = new Recent(limits.inMemory());
  }

  @Override
  public Known latest(String sourceLanguage, String language) {
    return LanguagePair.of(sourceLanguage, language)
        .flatMap(ledger::latestFile)
        .map(kept -> known(kept, sourceLanguage))
        .orElse(Known.NOTHING);
  }

  @Override
  public Known named(String name, String sourceLanguage) {
    return Shelfmark.parsed(name)
        .flatMap(ledger::file)
        .map(kept -> known(kept, sourceLanguage))
        .orElse(Known.NOTHING);
  }

  private Known known(LexiconLedger.Kept kept, String sourceLanguage) {
    boolean sourceIsFirst = kept.mark().pair().startsWith(sourceLanguage);
    String name = kept.mark().name();
    return used(name + (sourceIsFirst ? ">" : "<"), () -> read(name, kept.file(), sourceIsFirst));
  }

  private Known used(String key, Supplier<Known> reader) {
    synchronized (used) {
      Known present = used.get(key);
      if (present != null) {
        return present;
      }
    }
    // Two may read the same file at a time; they read the same.
    Known read = reader.get();
    synchronized (used) {
      used.put(key, read);
    }
    return read;
  }

  private Known read(String name, StoredObject file, boolean sourceIsFirst) {
    try {
      ArchiveLexicon lexicon = files.read(file);
      return new Known(
          name, new LexiconPrior(lexicon, sourceIsFirst), new LexiconWords(lexicon, sourceIsFirst));
    } catch (MalformedFile broken) {
      LOG.errorf("lexicon %s is passed over: %s", name, broken.safeMessage());
      return Known.NOTHING;
    }
  }

  /** The last few that were used. */
  private static final class Recent extends LinkedHashMap<String, Known> {
    private static final long serialVersionUID = 1;

    private final int most;

    Recent(int most) {
      super(most, .75f, /* accessOrder= */ true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > most;
    }
  }
}

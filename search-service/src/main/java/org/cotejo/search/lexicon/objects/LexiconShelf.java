package org.cotejo.search.lexicon.objects;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.search.lexicon.Lexica;
import org.cotejo.search.lexicon.Lexicon;
import org.cotejo.search.lexicon.Published;
import org.jboss.logging.Logger;

/**
 * The latest lexicon of each pair of languages.
 *
 * <p>What is published is only noted; the file is read afterwards, once, when nothing newer has
 * been noted, and then takes the place of the former one in a single step. A file that cannot be
 * read leaves the former lexicon in use and is tried again. Nothing is stored: each instance reads
 * the topic from its beginning when it starts.
 */
@ApplicationScoped
public class LexiconShelf implements Lexica.Source {
  private static final Logger LOG = Logger.getLogger(LexiconShelf.class);

  private final LexiconFiles files;
  private final boolean enabled;
  private final Map<String, Published> noted = new ConcurrentHashMap<>();
  private final Set<Published> complainedOf = ConcurrentHashMap.newKeySet();
  private volatile SortedMap<String, Kept> kept = new TreeMap<>();
  private volatile Lexica lexica = Lexica.NONE;

  @Inject
  public LexiconShelf(LexiconFiles files, LexiconConfig config) {
    this(files, config.enabled());
  }

  LexiconShelf(LexiconFiles files, boolean enabled) {
    this.files = files;
    this.enabled = enabled;
  }

  private record Kept(Published published, List<Lexicon> directions) {}

  /**
   * How it stands with one pair of languages.
   *
   * @param published the latest version that is known
   * @param used the version that searches use; 0 for none
   */
  public record Standing(long published, long used) {}

  @Override
  public Lexica now() {
    return lexica;
  }

  /** Notes a lexicon, unless a later one of its languages is known. */
  public void announced(Published published) {
    if (enabled) {
      noted.merge(
          published.languages(),
          published,
          (known, other) -> other.version() > known.version() ? other : known);
    }
  }

  /** Reads what has been noted and is not in use. */
  @Scheduled(
      every = "${cotejo.lexicon.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  public synchronized void load() {
    for (Published published : List.copyOf(noted.values())) {
      Kept former = kept.get(published.languages());
      if (former == null || former.published().version() < published.version()) {
        load(published);
      }
    }
  }

  private void load(Published published) {
    try {
      SortedMap<String, Kept> next = new TreeMap<>(kept);
      next.put(published.languages(), new Kept(published, files.read(published)));
      List<Lexicon> all = new ArrayList<>();
      next.values().forEach(one -> all.addAll(one.directions()));
      lexica = new Lexica(all);
      kept = next;
      LOG.infof("lexicon %s.%d is in use", published.languages(), published.version());
    } catch (LexiconFiles.NoLexicon | ObjectStoreException | IllegalArgumentException failure) {
      // It is tried again and again; one complaint is enough.
      if (complainedOf.add(published)) {
        LOG.warnf(
            failure,
            "lexicon %s.%d cannot be read; the former one stays in use",
            published.languages(),
            published.version());
      }
    }
  }

  /** How it stands with each pair of languages. */
  public SortedMap<String, Standing> standings() {
    SortedMap<String, Standing> standings = new TreeMap<>();
    noted.forEach(
        (languages, published) -> {
          Kept used = kept.get(languages);
          standings.put(
              languages,
              new Standing(published.version(), used == null ? 0 : used.published().version()));
        });
    return standings;
  }
}

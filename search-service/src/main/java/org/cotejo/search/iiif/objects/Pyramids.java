package org.cotejo.search.iiif.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.search.iiif.imaging.Pyramid;
import org.jboss.logging.Logger;

/**
 * The tiles of page images: in memory, else in the object store, else made and stored once.
 *
 * <p>The key is a function of the image's digest and of the way tiles are made, and the first
 * writer wins, so that several instances may make the same pyramid without harm.
 */
@ApplicationScoped
public class Pyramids {
  private static final Logger LOG = Logger.getLogger(Pyramids.class);
  private static final long MAXIMUM_BYTES = 256L * 1024 * 1024;
  private static final long MILLION = 1_000_000;
  private static final String MEDIA_TYPE = "application/octet-stream";

  private final ObjectStore objects;
  private final IiifConfig config;
  private final Timer making;
  private final Counter refused;

  /** One permit for each million pixels. */
  private final Semaphore turns;

  /** As many draw at once as there are processors: more are done no sooner, and each later. */
  private final Semaphore drawers;

  private final int permits;
  private final ExecutorService ahead;
  private final Map<ObjectKey, CompletableFuture<Pyramid>> underWay = new ConcurrentHashMap<>();
  private final LinkedHashMap<ObjectKey, Pyramid> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  @Inject
  public Pyramids(ObjectStore objects, IiifConfig config, MeterRegistry metrics) {
    this.objects = objects;
    this.config = config;
    // Known from the start: the first image made, or refused, counts as a rise from nothing.
    this.making =
        Timer.builder("cotejo.iiif.pyramid.duration")
            .description("Making of the tiles of a page image")
            .register(metrics);
    this.refused =
        Counter.builder("cotejo.iiif.busy")
            .description("Image requests refused because too many others were drawn")
            .register(metrics);
    this.permits =
        permits(
            config.drawingPixels().orElseGet(() -> Runtime.getRuntime().maxMemory() / 12),
            Integer.MAX_VALUE);
    this.turns = new Semaphore(permits, true);
    this.drawers = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    this.ahead = Executors.newVirtualThreadPerTaskExecutor();
  }

  /** All who may draw are drawing; come again in a moment. */
  public static final class Busy extends RuntimeException {
    Busy() {
      super("too many images are being drawn");
    }
  }

  /**
   * The tiles of an image; made now when there are none yet.
   *
   * @param pixels of the image
   */
  public Pyramid of(ObjectKey image, Digest digest, long pixels) {
    ObjectKey key =
        new ObjectKey(
            "pyramids/%s/%s-%d-%d.tiles"
                .formatted(digest.hex(), Pyramid.VERSION, config.tileSize(), config.jpegQuality()));
    Optional<Pyramid> known = kept(key);
    if (known.isPresent()) {
      return known.get();
    }
    CompletableFuture<Pyramid> own = new CompletableFuture<>();
    CompletableFuture<Pyramid> other = underWay.putIfAbsent(key, own);
    if (other != null) {
      return joined(other);
    }
    try {
      Pyramid pyramid =
          stored(key).orElseGet(() -> inMemory(pixels, () -> made(key, image, digest)));
      keep(key, pyramid);
      own.complete(pyramid);
      return pyramid;
    } catch (RuntimeException failure) {
      own.completeExceptionally(failure);
      throw failure;
    } finally {
      underWay.remove(key);
    }
  }

  /** Loads the native codec in the background, so that nobody's first tile waits for that. */
  void warm(@Observes StartupEvent event) {
    ahead.execute(
        () -> {
          try {
            Pyramid.load();
          } catch (LinkageError | RuntimeException failure) {
            LOG.error("the codec for JPEG cannot be loaded; no tile can be made or drawn", failure);
          }
        });
  }

  /** Makes the tiles ready in the background, for a viewer that will ask for them next. */
  public void prepare(ObjectKey image, Digest digest, long pixels) {
    ahead.execute(
        () -> {
          try {
            of(image, digest, pixels);
          } catch (RuntimeException failure) {
            LOG.debug("tiles could not be made ahead", failure);
          }
        });
  }

  /**
   * Draws when it is this request's turn.
   *
   * @param pixels that are held in memory; more than all that may be held waits until nobody else
   *     draws
   * @throws Busy when it does not come within the configured patience
   */
  public <T> T drawing(long pixels, Supplier<T> work) {
    return inTurn(drawers, 1, () -> inMemory(pixels, work));
  }

  private <T> T inMemory(long pixels, Supplier<T> work) {
    return inTurn(turns, permits(pixels, permits), work);
  }

  private <T> T inTurn(Semaphore order, int needed, Supplier<T> work) {
    try {
      if (!order.tryAcquire(needed, config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        refused.increment();
        throw new Busy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      order.release(needed);
    }
  }

  @PreDestroy
  void stop() {
    ahead.shutdownNow();
  }

  private Pyramid made(ObjectKey key, ObjectKey image, Digest digest) {
    return making.record(
        () -> {
          byte[] file = objects.readVerified(image, digest, MAXIMUM_BYTES);
          Pyramid pyramid =
              Pyramid.of(
                  file, config.tileSize(), config.jpegQuality() / 100f, config.maximumPagePixels());
          store(key, pyramid);
          return pyramid;
        });
  }

  private void store(ObjectKey key, Pyramid pyramid) {
    byte[] bytes = pyramid.bytes();
    try {
      objects.putIfAbsent(key, Digest.of(bytes), MEDIA_TYPE, bytes);
    } catch (ObjectStoreException.DigestMismatch otherBytes) {
      // Another Java release may encode the same tiles otherwise; those that are stored hold.
      LOG.infof("%s was stored by another instance", key);
    }
  }

  private Optional<Pyramid> stored(ObjectKey key) {
    try {
      return Optional.of(Pyramid.read(objects.read(key, MAXIMUM_BYTES)));
    } catch (ObjectStoreException.ObjectMissing _) {
      return Optional.empty();
    }
  }

  private Optional<Pyramid> kept(ObjectKey key) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(key));
    }
  }

  private void keep(ObjectKey key, Pyramid pyramid) {
    synchronized (kept) {
      if (kept.put(key, pyramid) == null) {
        keptBytes += pyramid.sizeBytes();
      }
      var oldest = kept.entrySet().iterator();
      while (keptBytes > config.memoryBytes() && kept.size() > 1) {
        keptBytes -= oldest.next().getValue().sizeBytes();
        oldest.remove();
      }
    }
  }

  private static int permits(long pixels, int most) {
    return Math.clamp((pixels + MILLION - 1) / MILLION, 1, most);
  }

  private static Pyramid joined(CompletableFuture<Pyramid> other) {
    try {
      return other.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}

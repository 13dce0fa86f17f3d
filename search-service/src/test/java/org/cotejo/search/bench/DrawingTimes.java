package org.cotejo.search.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.ImageLimits;
import org.cotejo.search.iiif.ImageRequest;
import org.cotejo.search.iiif.imaging.Pyramid;

/**
 * Processor time of drawing alone, without HTTP: the least of some drawings, which also a busy
 * machine tells well.
 */
@SuppressWarnings("SystemOut")
public final class DrawingTimes {
  private static final int DRAWINGS = 80;
  private static final int TILE = 512;
  private static final float QUALITY = 0.85f;
  private static final ImageLimits LIMITS = new ImageLimits(8000, 8000, 16_000_000);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private DrawingTimes() {}

  /** Prints a line for the tiles of a page and one for each request. */
  public static void print(Iterable<String> requests) {
    byte[] page = TypescriptPages.jpeg(0);
    Pyramid pyramid = Pyramid.of(page, TILE, QUALITY, Long.MAX_VALUE);
    System.out.printf(
        Locale.ROOT,
        "%nprocessor time, least: %.0f ms for the tiles of a page (%d bytes, its file %d)%n",
        least(5, () -> Pyramid.of(page, TILE, QUALITY, Long.MAX_VALUE)),
        pyramid.sizeBytes(),
        page.length);
    for (String request : requests) {
      String[] parts = request.split("/", -1);
      ImageCut cut =
          ImageRequest.parse(ImageApi.V3, parts[0], parts[1], parts[2], parts[3])
              .of(pyramid.grid().width(), pyramid.grid().height(), LIMITS);
      System.out.printf(
          Locale.ROOT,
          "%.1f ms for %s%n",
          least(DRAWINGS, () -> pyramid.draw(cut, QUALITY)),
          request);
    }
  }

  private static double least(int times, Runnable work) {
    long least = Long.MAX_VALUE;
    for (int time = 0; time < times; time++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return least / 1e6;
  }
}

package org.cotejo.ocr.recognition.cdi;

import io.quarkus.runtime.annotations.StaticInitSafe;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings that follow from the machine unless somebody sets them: a configuration source below all
 * others, since a properties file cannot count cores.
 *
 * <p>Read during static initialisation already: the messaging extension sizes its pools there.
 */
@StaticInitSafe
public final class MachineSizes implements ConfigSource {
  private static final int BYTES_A_PIXEL = 10;
  private static final long MOST_PIXELS = 80_000_000;

  private final Map<String, String> sizes = sizes();

  @Override
  public Map<String, String> getProperties() {
    return sizes;
  }

  @Override
  public Set<String> getPropertyNames() {
    return sizes.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return sizes.get(name);
  }

  @Override
  public String getName() {
    return "sizes of this machine";
  }

  @Override
  public int getOrdinal() {
    return Integer.MIN_VALUE + 100;
  }

  private static Map<String, String> sizes() {
    int cores = Runtime.getRuntime().availableProcessors();
    int makers = Math.max(1, cores / 3);
    long pixels = Runtime.getRuntime().maxMemory() / BYTES_A_PIXEL / makers;
    return Map.of(
        "cotejo.recognition.workers", Integer.toString(cores),
        "cotejo.recognition.pages-in-hand", Integer.toString(cores + 1),
        "cotejo.surrogates.workers", Integer.toString(makers),
        "cotejo.surrogates.maximum-page-pixels", Long.toString(Math.min(pixels, MOST_PIXELS)));
  }
}

package org.cotejo.translation.transcription;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who or what made a transcription.
 *
 * @param name of the engine
 * @param version of the engine
 * @param fingerprint of engine, version, models and parameters
 * @param parameters that it ran with
 * @param languages of the models, ISO 639-2
 */
public record Engine(
    String name,
    String version,
    String fingerprint,
    SortedMap<String, String> parameters,
    List<String> languages) {
  public Engine {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    languages = List.copyOf(languages);
  }
}

package org.cotejo.ocr.recognition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything about a recogniser that its result depends on.
 *
 * @param name for instance {@code tesseract}
 * @param version of the program
 * @param parameters settings, versions of libraries, digests of models
 * @param models names of the models, in the order of their weight
 */
public record EngineDescription(
    String name, String version, SortedMap<String, String> parameters, List<String> models) {
  public EngineDescription {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    models = List.copyOf(models);
  }

  /** The description with further parameters. */
  public EngineDescription with(Map<String, String> further) {
    SortedMap<String, String> all = new TreeMap<>(parameters);
    all.putAll(further);
    return new EngineDescription(name, version, all, models);
  }
}

package org.cotejo.ingest.accession.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch (RFC 7396, section 2) over parsed trees. */
final class MergePatch {
  private MergePatch() {}

  static Map<?, ?> apply(Map<?, ?> target, Map<?, ?> patch) {
    Map<Object, Object> merged = new LinkedHashMap<>(target);
    patch.forEach(
        (name, change) -> {
          if (change == null) {
            merged.remove(name);
          } else if (change instanceof Map<?, ?> inner) {
            Map<?, ?> before = merged.get(name) instanceof Map<?, ?> map ? map : Map.of();
            merged.put(name, apply(before, inner));
          } else {
            merged.put(name, change);
          }
        });
    return merged;
  }
}

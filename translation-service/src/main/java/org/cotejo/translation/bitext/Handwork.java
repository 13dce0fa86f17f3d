package org.cotejo.translation.bitext;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people have set in a bitext.
 *
 * @param corrections number of changes of which something holds
 * @param detached ids of changes of which something could not be applied to the texts as they are
 *     read now
 * @param unlinked ids of segments of which a person has said that they have no counterpart
 * @param readAs for segments of the translation whose words were set, those that stood there
 */
public record Handwork(
    int corrections, List<Long> detached, Set<String> unlinked, SortedMap<Integer, String> readAs) {
  public Handwork {
    detached = List.copyOf(detached);
    unlinked = Set.copyOf(unlinked);
    readAs = Collections.unmodifiableSortedMap(new TreeMap<>(readAs));
  }

  /** Nobody has set anything. */
  public static Handwork none() {
    return new Handwork(0, List.of(), Set.of(), new TreeMap<>());
  }
}

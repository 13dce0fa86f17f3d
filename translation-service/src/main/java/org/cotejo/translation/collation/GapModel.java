package org.cotejo.translation.collation;

import java.util.List;
import java.util.Map;

/** What {@code deploy/bench/collate --fit} made of the sets that the service's README names. */
final class GapModel {
  static final GapWeights WEIGHTS =
      new GapWeights(
          Map.of(
              GapKind.UNLINKED, List.of(-1.88, -.48, -.28, .60),
              GapKind.SHARED, List.of(-3.98, -.22, -.38, -.28, .55, -.16, -.24, .64, 1.25, -.28),
              GapKind.ALONE, List.of(-6.96, -.12, -.51, .81, -.16, -.49, 1.32, -.10, -.69)));

  // Translators add more than they leave out.
  static final GapNorm OMITTED = new GapNorm(-3.42, .77, -2.25);
  static final GapNorm ADDED = new GapNorm(-2.91, .84, -1.66);

  private GapModel() {}
}

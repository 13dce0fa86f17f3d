package org.cotejo.translation.collation;

import java.util.List;
import java.util.Map;

/** What {@code deploy/bench/collate --fit} made of the sets that the service's README names. */
final class GapModel {
  static final GapWeights WEIGHTS =
      new GapWeights(
          Map.of(
              GapKind.UNLINKED, List.of(-2.21, -.33, -.05, .44, .45),
              GapKind.SHARED,
                  List.of(-3.46, -.11, -.23, -.20, .36, -.15, -.17, .40, .87, -.32, .37),
              GapKind.ALONE, List.of(-4.20, .14, -.31, .97, -.05, -.19, .67, -.08, -.82, .57)));

  // Translators add more than they leave out.
  static final GapNorm OMITTED = new GapNorm(-3.83, .54, -2.89);
  static final GapNorm ADDED = new GapNorm(-3.24, .67, -2.17);

  private GapModel() {}
}

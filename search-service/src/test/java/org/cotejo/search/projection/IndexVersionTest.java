package org.cotejo.search.projection;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IndexVersionTest {
  @Test
  void laterStatesHaveHigherVersions() {
    long[] inOrder = {
      IndexVersion.ofRecord(1),
      IndexVersion.ofAlignment(1, 1),
      IndexVersion.ofAlignment(1, 2),
      IndexVersion.ofWithdrawal(1),
      IndexVersion.ofRecord(2),
      IndexVersion.ofAlignment(2, 1)
    };
    for (int index = 1; index < inOrder.length; index++) {
      assertTrue(inOrder[index - 1] < inOrder[index]);
    }
  }

  @Test
  void refusesAnAlignmentVersionThatWouldReachTheNextRevision() {
    assertThrows(IllegalArgumentException.class, () -> IndexVersion.ofAlignment(1, 999_999));
    assertThrows(IllegalArgumentException.class, () -> IndexVersion.ofAlignment(1, 0));
  }
}

package org.cotejo.translation;

import org.cotejo.architecture.DomainRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void domainKnowsOnlyJavaAndEntitiesLiveInStore() {
    DomainRules.check("org.cotejo.translation");
  }
}

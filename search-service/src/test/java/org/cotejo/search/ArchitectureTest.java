package org.cotejo.search;

import org.cotejo.architecture.DomainRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void domainKnowsNoFramework() {
    DomainRules.check("org.cotejo.search");
  }
}

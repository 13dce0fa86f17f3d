package org.cotejo.ocr;

import org.cotejo.architecture.DomainRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void domainKnowsOnlyJava() {
    DomainRules.check("org.cotejo.ocr");
  }
}

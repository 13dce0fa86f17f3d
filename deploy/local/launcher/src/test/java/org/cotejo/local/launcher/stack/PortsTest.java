package org.cotejo.local.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.launcher.Refusal;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void givesEachPartAPortOfItsOwn() {
    Ports ports = new Ports(8080);
    assertEquals(8083, ports.of(Service.TRANSLATION));
    assertEquals(8095, ports.objectStore());
    assertEquals(ports.all().size(), new HashSet<>(ports.all().values()).size());
  }

  @Test
  void namesWhoWouldUseATakenPort() throws Exception {
    // Given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Loopback.HOST))) {
      Ports ports = new Ports(taken.getLocalPort() - 11);
      // When
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () -> ports.refuseTaken(port -> port != ports.kafka() || Loopback.portFree(port)));
      // Then
      assertTrue(
          String.valueOf(refusal.getMessage())
              .startsWith("port " + taken.getLocalPort() + ", which Kafka would use, is taken"),
          refusal.getMessage());
    }
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThrows(Refusal.class, () -> new Ports(80));
    assertThrows(Refusal.class, () -> new Ports(65_530));
    assertDoesNotThrow(() -> new Ports(65_520));
  }
}

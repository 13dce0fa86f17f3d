package org.cotejo.ocr.recognition.worker;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectStore;
import org.cotejo.ocr.DocumentFlow;
import org.cotejo.ocr.Pages;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service with workers that die over one of the pages. */
@QuarkusTest
@TestProfile(WorkerFaultIT.FaultyWorkers.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,objects"))
class WorkerFaultIT {
  @Inject EventPublisher publisher;
  @Inject EventCodec codec;
  @Inject ObjectStore store;
  @Inject MeterRegistry metrics;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private DocumentFlow flow;

  @BeforeEach
  void listen() {
    flow = new DocumentFlow(publisher, codec, store, bootstrapServers);
  }

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void reportsPageThatKillsItsWorkerAndGoesOn() {
    // Given
    byte[] fatal = Pages.encoded(blank(FaultyWorker.FATAL_WIDTH), "png");
    byte[] harmless = Pages.encoded(blank(FaultyWorker.FATAL_WIDTH + 100), "png");
    // When
    flow.send(
        1,
        "en",
        flow.original(1, harmless, 1),
        flow.original(2, fatal, 1),
        flow.original(3, Pages.encoded(Pages.image(Pages.ENGLISH), "png"), 1));
    // Then
    List<EventEnvelope> failed = flow.awaited("cotejo.page.failed.v1", 1);
    assertEquals(2, flow.awaited("cotejo.page.transcribed.v1", 2).size());
    flow.keepsContracts();
    JsonNode data = failed.getFirst().data();
    assertEquals(2, data.path("page").asInt());
    assertEquals("recognition", data.path("stage").asText());
    assertEquals("recognition.worker-died", data.path("reason").path("code").asText());
    assertFalse(data.path("reason").path("transient").asBoolean());
    assertEquals(2, metrics.counter("cotejo.ocr.worker.restarts", "reason", "died").count());
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("cotejo_ocr_worker_restarts_total{reason=\"died\"} 2.0"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'recognition workers' }.status", equalTo("UP"));
  }

  private static BufferedImage blank(int width) {
    BufferedImage page = new BufferedImage(width, 1000, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, 1000);
    graphics.dispose();
    return page;
  }

  /** The service as it is, but for the program that its workers run. */
  public static final class FaultyWorkers implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Command.class);
    }
  }

  /** Starts {@link FaultyWorker} in place of the real one. */
  @Alternative
  @Singleton
  public static class Command {
    @Produces
    @Alternative
    @Singleton
    WorkerCommand workerCommand() {
      return FaultyWorker.command();
    }
  }
}

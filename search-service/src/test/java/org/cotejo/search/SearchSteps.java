package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.objects.ObjectStore;

/** Papers put into the service, and searches for them. */
abstract class SearchSteps {
  static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject EventPublisher publisher;
  @Inject ObjectStore store;

  TestPaper paper(String title) {
    return new TestPaper(store, title);
  }

  void send(String topic, EventEnvelope event) {
    publisher.publish(topic, event.subject(), event);
  }

  ValidatableResponse found(String query, TestPaper paper) {
    await().atMost(LIMIT).until(() -> ids(Map.of("q", query)).contains(paper.id));
    return search(Map.of("q", query)).body("hits[0].documentId", equalTo(paper.id));
  }

  static Set<String> ids(Map<String, String> parameters) {
    return ids(parameters, "");
  }

  static Set<String> ids(Map<String, String> parameters, String role) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("size", "100");
    return new HashSet<>(search(all, role).extract().path("hits.documentId"));
  }

  static ValidatableResponse search(Map<String, String> parameters) {
    return search(parameters, "");
  }

  static ValidatableResponse search(Map<String, String> parameters, String role) {
    return request(role).queryParams(parameters).get("/v1/search").then().statusCode(200);
  }

  static io.restassured.specification.RequestSpecification request(String role) {
    return role.isEmpty() ? given() : given().auth().oauth2(TestTokens.of(role));
  }
}

package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack is backed up while it works, lost as a whole, and restored into an empty folder: what was
 * there is there again, and what was in flight is done.
 */
@Order(10)
class BackupRestoreIT {
  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);
  private static final Duration WITHIN = Duration.ofMinutes(4);
  private static final Path CUSTOMS = Path.of("src/test/papers/aduana-rio-hondo").toAbsolutePath();
  private static final List<String> QUERIES =
      List.of("farero", "lighthouse", "administrador", "Golondrina", "Hondo");

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  /** What must be the same before and after. */
  private record Holdings(
      Map<String, String> documents,
      Map<String, String> originals,
      Map<String, String> bitexts,
      Map<String, Map<String, Integer>> findings,
      Map<String, Set<String>> hits) {}

  @Test
  void whatWasThereIsThereAgainAndWhatWasInFlightIsDone() {
    assumeTrue(stack.own(), "a stack that was there before is not stopped");
    // Given: papers that are done, a finding that is settled, and one paper in the middle
    stack.document(SamplePaper.LIGHTHOUSE);
    stack.document(SamplePaper.DAM);
    settleOne(submit("--follow", customs()));
    operator(stack, "recognition/pause");
    String inFlight = submit("", SamplePaper.CABLE.clientArguments());
    await().atMost(WITHIN).until(() -> surrogatesDone(stack, inFlight));
    awaitIndexed(stack);
    Holdings before = holdings(stack);
    int letters = deadLetters(stack);
    assertTrue(before.documents().size() >= 3, before::toString);

    // When: backed up while it runs, then lost
    Path backup = folder.resolve("backup");
    Program made =
        Stack.run(
            COMMAND_LIMIT,
            "deploy/local/backup",
            "--to",
            backup.toString(),
            "--data",
            stack.data().toString());
    assertTrue(made.succeeded().lastLine().startsWith("backed up "), made::output);
    String afterwards = submit("", SamplePaper.QUARANTINE.clientArguments());
    stack.down();
    Stack restored = stack.on(folder.resolve("restored"));
    Stack.run(
            COMMAND_LIMIT,
            "deploy/local/restore",
            "--from",
            backup.toString(),
            "--data",
            restored.data().toString())
        .succeeded();
    restored.up();
    try {
      await().atMost(WITHIN).until(() -> !Files.exists(restored.data().resolve("restored")));

      // Then
      assertEquals(before, holdings(restored));
      assertEquals(404, restored.as("curator").get("/v1/documents/" + afterwards).status());
      assertTrue(paused(restored, "recognition"), "the pause was forgotten");
      assertEquals("in-flight", view(restored, inFlight).path("state").asText());

      // When
      operator(restored, "recognition/resume");

      // Then
      await()
          .atMost(WITHIN)
          .until(() -> view(restored, inFlight).path("state").asText().equals("published"));
      assertEquals(2, view(restored, inFlight).path("revision").asInt());
      assertEquals(letters, deadLetters(restored));
    } finally {
      restored.down();
    }
  }

  private String submit(String follow, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("submit"));
    if (!follow.isEmpty()) {
      all.addAll(List.of(follow, "--timeout", "240"));
    }
    all.addAll(arguments);
    return stack.client("submitter", all.toArray(String[]::new)).succeeded().lastLine();
  }

  private static List<String> customs() {
    return List.of(
        "--record",
        CUSTOMS.resolve("record.json").toString(),
        "--scan",
        CUSTOMS.resolve("scans/pages.tif").toString(),
        "--translation",
        "en=" + CUSTOMS.resolve("translations/en.txt"));
  }

  private void settleOne(String document) {
    Api curator = stack.as("curator");
    String findings = "/v1/documents/" + document + "/bitexts/en/findings";
    Api.Answer seen = curator.get(findings).requireStatus(200);
    String key = seen.json().at("/findings/0/key").asText();
    curator
        .patchJson(findings + "/" + key, seen.etag(), "{\"state\":\"accepted\",\"note\":\"Seen.\"}")
        .requireStatus(200);
  }

  private static void operator(Stack stack, String path) {
    stack
        .as("operator")
        .postJson("/v1/operations/stages/" + path, "{\"reason\":\"acceptance\"}")
        .requireStatus(200);
  }

  private static boolean surrogatesDone(Stack stack, String document) {
    JsonNode ingest =
        stack
            .as("operator")
            .get("/v1/ingests/" + view(stack, document).path("ingestId").asText())
            .requireStatus(200)
            .json();
    return ingest.toString().contains("\"surrogate\"");
  }

  private static boolean paused(Stack stack, String name) {
    JsonNode summary = stack.as("operator").get("/v1/operations/summary").requireStatus(200).json();
    return summary
        .path("stages")
        .valueStream()
        .anyMatch(stage -> stage.path("stage").asText().equals(name) && stage.has("paused"));
  }

  private static int deadLetters(Stack stack) {
    return stack
        .as("operator")
        .get("/v1/operations/dead-letters?state=open")
        .requireStatus(200)
        .json()
        .path("deadLetters")
        .size();
  }

  private static JsonNode view(Stack stack, String document) {
    return stack.as("operator").get("/v1/documents/" + document).requireStatus(200).json();
  }

  /** A correction or a paper of another class may still be on its way into the index. */
  private static void awaitIndexed(Stack stack) {
    await()
        .during(Duration.ofSeconds(4))
        .atMost(WITHIN)
        .until(
            () ->
                stack
                        .as("operator")
                        .get("/v1/operations/summary")
                        .requireStatus(200)
                        .json()
                        .at("/documents/inFlight")
                        .asInt()
                    == 1);
  }

  /** All documents that are not in flight, with what hangs on them. */
  private static Holdings holdings(Stack stack) {
    Map<String, String> documents = new TreeMap<>();
    Map<String, String> originals = new TreeMap<>();
    Map<String, String> bitexts = new TreeMap<>();
    Map<String, Map<String, Integer>> findings = new TreeMap<>();
    Api curator = stack.as("curator");
    for (JsonNode listed :
        curator.get("/v1/documents?limit=200").requireStatus(200).json().path("documents")) {
      String id = listed.path("documentId").asText();
      if (listed.path("state").asText().equals("in-flight")) {
        continue;
      }
      documents.put(id, listed.path("revision").asText() + " " + listed.path("state").asText());
      if (listed.path("state").asText().equals("withdrawn")) {
        continue;
      }
      for (JsonNode original : view(stack, id).path("originals")) {
        String digest = original.path("digest").asText();
        originals.put(id + " " + originals.size(), digest);
        assertEquals(digest, "sha256:" + digestInStore(stack, digest));
      }
      Api.Answer bitext = curator.get("/v1/documents/" + id + "/bitexts/en");
      if (bitext.status() == 200) {
        bitexts.put(id, bitext.body());
        findings.put(id, states(curator, id));
      }
    }
    Map<String, Set<String>> hits = new TreeMap<>();
    for (String query : QUERIES) {
      Set<String> found = new TreeSet<>();
      JsonNode answer = curator.get("/v1/search?size=50&q=" + query).requireStatus(200).json();
      answer.path("hits").forEach(hit -> found.add(hit.path("documentId").asText()));
      found.add("total " + answer.path("total").asText());
      hits.put(query, found);
    }
    assertTrue(hits.values().stream().anyMatch(found -> found.size() > 1), hits::toString);
    return new Holdings(documents, originals, bitexts, findings, hits);
  }

  private static Map<String, Integer> states(Api curator, String document) {
    Map<String, Integer> states = new TreeMap<>();
    for (String state : List.of("open", "accepted", "dismissed", "gone")) {
      states.put(
          state,
          curator
              .get("/v1/documents/" + document + "/bitexts/en/findings?state=" + state)
              .requireStatus(200)
              .json()
              .path("findings")
              .size());
    }
    return states;
  }

  /** The digest of the bytes that lie in the store's folder, not of what somebody says of them. */
  private static String digestInStore(Stack stack, String digest) {
    String name = digest.substring(digest.indexOf(':') + 1);
    try (Stream<Path> files = Files.walk(stack.data().resolve("object-store/objects"))) {
      Path file =
          files
              .filter(one -> one.endsWith(Path.of("originals", name)))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no object originals/" + name));
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream content = Files.newInputStream(file)) {
        sha256.update(content.readAllBytes());
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

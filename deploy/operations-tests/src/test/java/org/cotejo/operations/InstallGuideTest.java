package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide in deploy/README.md, followed as far as that goes without a cluster. */
class InstallGuideTest {
  private static final String GUIDE = Repository.text(Repository.ROOT.resolve("deploy/README.md"));
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|yaml)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern OWN_FILE = Pattern.compile("deploy/[a-z]+(?:/[a-z.-]+)*");
  private static final String ENCODED_KEY = "aWQ6a2V5";

  @TempDir Path folder;

  @BeforeEach
  void follow() throws IOException {
    standIns();
    Files.writeString(folder.resolve("my-values.yaml"), blocks("yaml"));
    for (String held : List.of("postgres-ca.crt", "access-key", "secret-key")) {
      Files.writeString(folder.resolve(held), held);
    }
    String commands = "set -euo pipefail\nexport PATH=$PWD/bin:$PATH\n" + blocks("sh");
    Files.writeString(folder.resolve("guide.sh"), commands);
    Program.Outcome outcome =
        Program.named("bash", "it is a part of Debian").run(folder, "guide.sh");
    assertEquals(0, outcome.status(), outcome.output());
  }

  @Test
  void itsSecretsAreThoseThatTheChartAsksFor() throws IOException {
    // When
    Map<String, Set<String>> made = new TreeMap<>();
    for (JsonNode secret : made("Secret")) {
      assertEquals("archive", secret.at("/metadata/namespace").asText());
      Set<String> keys = new TreeSet<>();
      secret.path("data").fieldNames().forEachRemaining(keys::add);
      made.put(Manifests.name(secret), keys);
    }
    // Then
    assertEquals(asked(Chart.manifests(install())), made);
  }

  @Test
  void itsValuesRenderObjectsThatTheirKindsKnow() throws IOException {
    // When
    Manifests manifests = Chart.manifests(install());
    // Then
    List<String> faults =
        manifests.objects().stream()
            .flatMap(object -> StrictTypes.faults(object).stream())
            .toList();
    assertEquals(List.of(), faults);
    assertEquals("archive", Manifests.name(made("Namespace").getFirst()));
  }

  @Test
  void whatOnePlaceMakesIsWhatTheOtherIsTold() throws IOException {
    // Given
    String databases = Files.readString(folder.resolve("psql.calls"));
    // Then
    assertEquals(ENCODED_KEY, value("cotejo-elasticsearch", "api-key"));
    for (String database : List.of("ingest", "translation")) {
      String password = value("cotejo-" + database + "-database", "password");
      assertTrue(
          databases.contains("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(database, password)),
          databases);
    }
    for (String service : Repository.SERVICES) {
      assertEquals("cotejo-%s-service".formatted(service), value(user(service), "password"));
    }
  }

  private static String user(String service) {
    return "cotejo-%s-service".formatted(service);
  }

  private String value(String secret, String key) throws IOException {
    JsonNode data =
        made("Secret").stream()
            .filter(one -> Manifests.name(one).equals(secret))
            .findFirst()
            .orElseThrow()
            .path("data")
            .path(key);
    return new String(Base64.getDecoder().decode(data.asText()), StandardCharsets.UTF_8);
  }

  /** What kubectl would have made. */
  private List<JsonNode> made(String kind) throws IOException {
    return Manifests.parse(Files.readString(folder.resolve("made.yaml"))).of(kind).toList();
  }

  /** The chart with the files of the guide's call of Helm. */
  private Variant install() throws IOException {
    List<String> call = Files.readAllLines(folder.resolve("helm.calls"));
    assertEquals("install", call.getFirst());
    List<String> values = new ArrayList<>();
    for (int at = 0; at < call.size(); at++) {
      if (call.get(at).equals("-f")) {
        Path own = Repository.ROOT.resolve(call.get(at + 1));
        values.add((Files.exists(own) ? own : folder.resolve(call.get(at + 1))).toString());
      }
    }
    assertEquals(2, values.size(), call::toString);
    return new Variant("guide", values, Map.of());
  }

  /** Names and keys of the secrets that pods cannot start without. */
  private static Map<String, Set<String>> asked(Manifests manifests) {
    Map<String, Set<String>> asked = new TreeMap<>();
    for (JsonNode pod : manifests.pods()) {
      for (JsonNode reference : pod.findValues("secretKeyRef")) {
        asked
            .computeIfAbsent(reference.path("name").asText(), _ -> new TreeSet<>())
            .add(reference.path("key").asText());
      }
      for (JsonNode volume : pod.at("/spec/volumes")) {
        String name = volume.at("/secret/secretName").asText();
        for (JsonNode item : volume.at("/secret/items")) {
          asked.computeIfAbsent(name, _ -> new TreeSet<>()).add(item.path("key").asText());
        }
      }
    }
    return asked;
  }

  /** Programs that note how they were called, in place of those that need an institution. */
  private void standIns() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    String note = "printf '%s\\n' \"$@\" >> $(dirname \"$0\")/../$(basename \"$0\").calls\n";
    program("bin/helm", note);
    program("bin/psql", note);
    program("bin/curl", note + "echo '{\"id\":\"id\",\"encoded\":\"" + ENCODED_KEY + "\"}'\n");
    program(
        "bin/kubectl",
        """
        made=$(dirname "$0")/../made.yaml
        case " $* " in
          *" create "*) '%s' "$@" --dry-run=client -o yaml >> "$made"; echo --- >> "$made" ;;
          *" get secret "*) printf %%s "$5" | base64 ;;
        esac
        """
            .formatted(Program.kubectl().path()));
    for (String file : ownFiles()) {
      Path original = Repository.ROOT.resolve(file);
      assertTrue(Files.exists(original), file + " is named in the guide");
      if (Files.isRegularFile(original) && Files.isExecutable(original)) {
        program(file, "");
      }
    }
  }

  private static Set<String> ownFiles() {
    return OWN_FILE
        .matcher(blocks("sh"))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void program(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/usr/bin/env bash\nset -eu\n" + text);
    assertTrue(path.toFile().setExecutable(true));
  }

  private static String blocks(String language) {
    Stream<MatchResult> blocks = BLOCK.matcher(GUIDE).results();
    return blocks
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .collect(Collectors.joining("\n"));
  }
}

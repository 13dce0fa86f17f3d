package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A paper of the sample collection, with its truth. */
enum SamplePaper {
  CABLE("cable-isla-ceniza"),
  FREE_PORT("puerto-franco"),
  LIGHTHOUSE("faro-punta-lobos"),
  DAM("gesandtschaft-talsperre"),
  QUARANTINE("consulat-quarantaine");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  SamplePaper(String slug) {
    this.folder = Program.ROOT.resolve("deploy/samples/papers").resolve(slug);
  }

  /** A typed word of the truth. */
  record Word(String text, String role, int line, Box box) {}

  /** Sentences that belong together. */
  record Pair(String source, String target) {}

  Path folder() {
    return folder;
  }

  Path record() {
    return folder.resolve("record.json");
  }

  List<Path> scans() {
    return list("scans");
  }

  List<String> clientArguments() {
    return clientArguments(scans());
  }

  /** The record and the translations with other scans. */
  List<String> clientArguments(List<Path> scans) {
    List<String> arguments = new ArrayList<>(List.of("--record", record().toString()));
    scans.forEach(scan -> arguments.addAll(List.of("--scan", scan.toString())));
    for (Path translation : list("translations")) {
      String language = translation.getFileName().toString().replace(".txt", "");
      arguments.addAll(List.of("--translation", language + "=" + translation));
    }
    return arguments;
  }

  List<Word> words() {
    return json("truth/words.json")
        .path("words")
        .valueStream()
        .map(
            row ->
                new Word(
                    row.get(3).asText(),
                    row.get(2).asText(),
                    row.get(1).asInt(),
                    new Box(
                        row.get(0).asInt(),
                        row.get(4).asInt(),
                        row.get(5).asInt(),
                        row.get(6).asInt(),
                        row.get(7).asInt())))
        .toList();
  }

  /** The boxes of a sentence's words, found by their texts in a row. */
  List<Word> wordsOf(String sentence) {
    List<Word> body = words().stream().filter(word -> word.role().equals("body")).toList();
    List<String> wanted = List.of(sentence.split(" ", -1));
    for (int start = 0; start + wanted.size() <= body.size(); start++) {
      List<Word> run = body.subList(start, start + wanted.size());
      if (run.stream().map(Word::text).toList().equals(wanted)) {
        return run;
      }
    }
    throw new AssertionError("the truth has no such words in a row: " + sentence);
  }

  /** Pairs with both sides. */
  List<Pair> pairs(String language) {
    return json("truth/links." + language + ".json")
        .path("links")
        .valueStream()
        .filter(link -> !link.path("source").isEmpty() && !link.path("target").isEmpty())
        .map(link -> new Pair(joined(link.path("source")), joined(link.path("target"))))
        .toList();
  }

  List<List<String>> typedLines() {
    try {
      return Stream.of(Files.readString(folder.resolve("truth/transcription.txt")).split("\f", -1))
          .map(page -> page.strip().lines().toList())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String joined(JsonNode texts) {
    return String.join(" ", texts.valueStream().map(JsonNode::asText).toList());
  }

  private JsonNode json(String file) {
    try {
      return JSON.readTree(folder.resolve(file).toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<Path> list(String name) {
    if (!Files.isDirectory(folder.resolve(name))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

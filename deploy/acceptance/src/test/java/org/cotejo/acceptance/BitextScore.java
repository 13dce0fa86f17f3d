package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links of a bitext against the truth, by text: a link is right when some pair of the truth has
 * both its sides, reading errors apart.
 */
record BitextScore(int right, int made, int wanted, List<String> wrong) {

  /** Reading errors may change this much of a side. */
  private static final double SAME = 0.9;

  static BitextScore of(JsonNode bitext, List<SamplePaper.Pair> truth) {
    Map<String, String> sources = texts(bitext.path("source"));
    Map<String, String> targets = texts(bitext.path("target"));
    List<SamplePaper.Pair> left = new ArrayList<>(truth);
    List<String> wrong = new ArrayList<>();
    int made = 0;
    for (JsonNode link : bitext.path("links")) {
      String source = joined(link.path("source"), sources);
      String target = joined(link.path("target"), targets);
      made++;
      boolean found =
          left.removeIf(
              pair ->
                  Likeness.of(pair.source(), source) >= SAME
                      && Likeness.of(pair.target(), target) >= SAME);
      if (!found) {
        wrong.add(source + " = " + target);
      }
    }
    return new BitextScore(truth.size() - left.size(), made, truth.size(), wrong);
  }

  double strictF1() {
    return 2.0 * right / (made + wanted);
  }

  private static Map<String, String> texts(JsonNode side) {
    Map<String, String> texts = new HashMap<>();
    side.path("segments")
        .forEach(segment -> texts.put(segment.path("id").asText(), segment.path("text").asText()));
    return texts;
  }

  private static String joined(JsonNode ids, Map<String, String> texts) {
    return String.join(
        " ", ids.valueStream().map(id -> texts.getOrDefault(id.asText(), "")).toList());
  }
}

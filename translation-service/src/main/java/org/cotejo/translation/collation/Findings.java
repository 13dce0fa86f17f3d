package org.cotejo.translation.collation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Gathers what the rules find and gives each finding its key. */
final class Findings {
  private static final int KEY_BYTES = 10;
  // So much on each side of what is found belongs to its name, or equal differences of a document
  // could not be told apart.
  private static final int CONTEXT = 24;

  private final Comparison comparison;
  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Integer> occurrences = new HashMap<>();

  Findings(Comparison comparison) {
    this.comparison = comparison;
  }

  void add(Rule rule, Place source, Place target, String message) {
    String content =
        rule.code()
            + '\u0000'
            + content(comparison.source(), source)
            + '\u0000'
            + content(comparison.target(), target)
            + (source.segments().isEmpty() && target.segments().isEmpty() ? message : "");
    int occurrence = occurrences.merge(content, 1, Integer::sum);
    found.add(new Finding(digest(content + '\u0000' + occurrence), rule, source, target, message));
  }

  List<Finding> inOrder() {
    return List.copyOf(found);
  }

  /** Letters and digits of what is found and of its surroundings, folded. */
  private static String content(Side side, Place place) {
    if (place.start() == place.end()) {
      return "";
    }
    int from = Math.max(0, place.start() - CONTEXT);
    int to = Math.min(side.text().length(), place.end() + CONTEXT);
    return Spelling.folded(side.text().substring(from, place.start()))
        + '\u0001'
        + Spelling.folded(side.text().substring(place.start(), place.end()))
        + '\u0001'
        + Spelling.folded(side.text().substring(place.end(), to));
  }

  private static String digest(String content) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}

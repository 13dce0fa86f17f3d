package org.cotejo.translation.collation;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists of words of several languages as patterns that match whole words in any case. */
final class WordPatterns {
  private WordPatterns() {}

  /**
   * The patterns of the lists.
   *
   * @param lists by language, the words of each as alternatives of a regular expression
   */
  static Map<String, Pattern> of(Map<String, String> lists) {
    Map<String, Pattern> patterns = new HashMap<>();
    lists.forEach(
        (language, list) ->
            patterns.put(
                language,
                Pattern.compile(
                    "(?<![\\p{L}\\p{M}])(?:" + list + ")(?![\\p{L}\\p{M}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    return Map.copyOf(patterns);
  }
}

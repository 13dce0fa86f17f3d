package org.cotejo.translation.collation.bench;

import java.util.List;
import org.cotejo.translation.collation.Rule;

/**
 * A difference that was planted.
 *
 * @param rule that must report it
 * @param source changed original
 * @param target changed translation
 * @param sourceAt segments of the original that a right report may name
 * @param targetAt segments of the translation that a right report may name
 */
record Mutation(
    Rule rule,
    List<String> source,
    List<String> target,
    List<Integer> sourceAt,
    List<Integer> targetAt) {
  Mutation {
    source = List.copyOf(source);
    target = List.copyOf(target);
    sourceAt = List.copyOf(sourceAt);
    targetAt = List.copyOf(targetAt);
  }
}

package org.cotejo.translation.collation;

import java.util.Set;

/**
 * A number in a text.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param values what it may mean, in plain decimal notation: {@code 1.000} is 1000 or 1
 * @param parts what it is made of, such as the hour and the minutes of {@code 15.30}: they meet
 *     numbers that have none ({@code 15 h 30})
 * @param digits whether it is written in digits
 * @param weak whether it explains a number of the other side but calls for none: one, ordinals,
 *     couples and dozens, Roman numerals
 */
record Quantity(
    int start, int end, Set<String> values, Set<String> parts, boolean digits, boolean weak) {
  Quantity {
    values = Set.copyOf(values);
    parts = Set.copyOf(parts);
  }

  /** A number without parts. */
  Quantity(int start, int end, Set<String> values, boolean digits, boolean weak) {
    this(start, end, values, Set.of(), digits, weak);
  }

  /** The place from this number to the end of a later one. */
  Quantity until(Quantity later) {
    return new Quantity(start, later.end, values, parts, digits, weak);
  }

  boolean meets(Quantity other) {
    return values.stream().anyMatch(other.values::contains)
        || (other.parts.isEmpty() && parts.stream().anyMatch(other.values::contains))
        || (parts.isEmpty() && other.parts.stream().anyMatch(values::contains));
  }

  /** Whether one may be said in the place of the other: written alike, or equally long. */
  boolean isOfTheSameOrder(Quantity other) {
    return digits == other.digits || digitCount() == other.digitCount();
  }

  private int digitCount() {
    return values.stream().mapToInt(String::length).min().orElse(0);
  }
}

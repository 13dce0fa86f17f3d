package org.cotejo.translation.segmentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a translator or editor put into a text, by its brackets. */
public final class EditorialAnnotations {
  // Longer stretches are text in brackets, or a bracket that was never closed.
  private static final int GREATEST_LENGTH = 600;
  private static final Pattern NOTE =
      Pattern.compile(
          "(?iu)\\bi\\.\\s?e\\.|\\beds?\\.|\\btrans\\.|\\bsic\\b|\\bnote:|\\bN\\. ?d\\. ?T");

  private EditorialAnnotations() {}

  /** All annotations, in the order in which they begin; those inside others included. */
  public static List<EditorialAnnotation> find(String text) {
    Deque<Integer> open = new ArrayDeque<>();
    List<EditorialAnnotation> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '[', '(' -> open.push(at);
        case ']' -> close(text, '[', at, open, found);
        case ')' -> close(text, '(', at, open, found);
        case '\n' -> open.clear();
        default -> {}
      }
    }
    found.sort(
        Comparator.comparingInt(EditorialAnnotation::start)
            .thenComparing(Comparator.comparingInt(EditorialAnnotation::end).reversed()));
    return List.copyOf(found);
  }

  /**
   * The text with square brackets and notes blanked out, for comparison; every offset stays.
   *
   * <p>Round brackets stay: they are mostly the author's own.
   */
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (EditorialAnnotation annotation : find(text)) {
      if (annotation.kind() != EditorialAnnotation.Kind.ROUND) {
        for (int at = annotation.start(); at < annotation.end(); at++) {
          masked.setCharAt(at, ' ');
        }
      }
    }
    // A segment that is nothing but an annotation keeps its words, or it could not be placed.
    return masked.toString().isBlank() ? text : masked.toString();
  }

  private static void close(
      String text, char opening, int at, Deque<Integer> open, List<EditorialAnnotation> found) {
    if (open.isEmpty() || text.charAt(open.peek()) != opening) {
      return;
    }
    int start = open.pop();
    if (at + 1 - start <= GREATEST_LENGTH && at - start > 1) {
      found.add(new EditorialAnnotation(start, at + 1, kind(text.substring(start, at + 1))));
    }
  }

  private static EditorialAnnotation.Kind kind(String annotation) {
    if (NOTE.matcher(annotation).find()) {
      return EditorialAnnotation.Kind.NOTE;
    }
    return annotation.charAt(0) == '['
        ? EditorialAnnotation.Kind.SQUARE
        : EditorialAnnotation.Kind.ROUND;
  }
}

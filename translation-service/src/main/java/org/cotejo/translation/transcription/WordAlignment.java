package org.cotejo.translation.transcription;

import java.util.List;

/**
 * Written words beside read ones.
 *
 * @param pairs in order; they cover both sides once
 * @param cost in quarters of a character
 */
record WordAlignment(List<WordPair> pairs, long cost) {
  WordAlignment {
    pairs = List.copyOf(pairs);
  }
}

package org.cotejo.translation.transcription;

/**
 * Words that a person wrote, and what was read in their place.
 *
 * @param written index of the first written word
 * @param writtenCount 0 to 2
 * @param read index of the first word that was read
 * @param readCount 0 to 2; not 0 when {@code writtenCount} is
 */
record WordPair(int written, int writtenCount, int read, int readCount) {
  /** Whether both sides have a word. */
  boolean isPlaced() {
    return writtenCount > 0 && readCount > 0;
  }
}

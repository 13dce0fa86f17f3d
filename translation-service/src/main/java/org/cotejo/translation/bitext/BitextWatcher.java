package org.cotejo.translation.bitext;

/** Who is told of each bitext that was made. */
@FunctionalInterface
public interface BitextWatcher {
  /** Must not fail: the bitext is kept, whatever happens here. */
  void made(Reading reading, Bitext bitext);
}

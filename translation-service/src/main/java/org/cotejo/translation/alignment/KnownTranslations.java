package org.cotejo.translation.alignment;

/**
 * Words of which translations are known, from other documents or from other parts of the same one.
 *
 * <p>Words are folded as {@link PlainWord#folded} does. Must give the same answers throughout.
 */
public interface KnownTranslations {
  /** Nothing is known. */
  KnownTranslations NONE =
      new KnownTranslations() {
        @Override
        public double probability(String sourceWord, String targetWord) {
          return 0;
        }

        @Override
        public boolean knowsSource(String word) {
          return false;
        }

        @Override
        public boolean knowsTarget(String word) {
          return false;
        }
      };

  /** The greater of p(target | source) and p(source | target); 0 for a pair that was never seen. */
  double probability(String sourceWord, String targetWord);

  /** Whether a translation of a word of the original is known. */
  boolean knowsSource(String word);

  /** Whether a word of the translation is known to render something. */
  boolean knowsTarget(String word);

  /** What either of two knows. */
  static KnownTranslations both(KnownTranslations one, KnownTranslations other) {
    return new KnownTranslations() {
      @Override
      public double probability(String sourceWord, String targetWord) {
        return Math.max(
            one.probability(sourceWord, targetWord), other.probability(sourceWord, targetWord));
      }

      @Override
      public boolean knowsSource(String word) {
        return one.knowsSource(word) || other.knowsSource(word);
      }

      @Override
      public boolean knowsTarget(String word) {
        return one.knowsTarget(word) || other.knowsTarget(word);
      }
    };
  }
}

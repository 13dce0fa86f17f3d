package org.cotejo.translation.collation;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two spellings may be the same name: by letters, across scripts, by sound. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
  private static final String[] CYRILLIC_LATIN = {
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"
  };
  private static final Pattern HISSING = Pattern.compile("s?tsch|shch|tch|tsh|sch|sh|zh|ts|cz|sz");
  private static final Pattern HARD = Pattern.compile("^ch|kh|qu|ck");
  private static final Pattern SOFT = Pattern.compile("c(?=[eiy])|[szcç]");
  private static final double ALIKE = .7;
  private static final int SHORTEST_SOUND = 3;
  private static final int SHORTEST_STEM = 4;

  private Spelling() {}

  /** Letters and digits in lower case, marks dropped, Cyrillic in Latin letters (BGN/PCGN). */
  static String folded(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    StringBuilder folded = new StringBuilder(plain.length());
    for (int at = 0; at < plain.length(); at++) {
      char letter = plain.charAt(at);
      int cyrillic = CYRILLIC.indexOf(letter);
      if (cyrillic >= 0) {
        folded.append(CYRILLIC_LATIN[cyrillic]);
      } else if (letter == 'ß') {
        folded.append("ss");
      } else if (Character.isLetterOrDigit(letter)) {
        folded.append(letter);
      }
    }
    return folded.toString();
  }

  /** Whether two folded names may be one: equal, of one stem, alike in letters, or in sound. */
  static boolean same(String one, String other) {
    return written(one, other) || soundAlike(one, other);
  }

  /** Whether two folded words are written alike: equal, of one stem, alike in letters. */
  static boolean written(String one, String other) {
    return one.equals(other) || sameStem(one, other) || alike(single(one), single(other));
  }

  /**
   * Whether one folded name may come of the other or of the same third: {@code Brasil} and {@code
   * brazilian}, {@code ingleses} and {@code englishmen}. Looser than {@link #same}.
   */
  static boolean derived(String one, String other) {
    if (sameStart(one, other)) {
      return true;
    }
    Set<String> beginnings = beginnings(one);
    return beginnings(other).stream().anyMatch(beginnings::contains);
  }

  /** Whether two folded words begin with the same letters. */
  static boolean sameStart(String one, String other) {
    return common(one, other) >= SHORTEST_STEM;
  }

  private static int common(String one, String other) {
    int common = 0;
    int shorter = Math.min(one.length(), other.length());
    while (common < shorter && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }

  /** The first sounds of a folded word in each reading that has so many. */
  static Set<String> beginnings(String folded) {
    Set<String> beginnings = new HashSet<>();
    for (String sound : sounds(folded)) {
      if (sound.length() >= SHORTEST_SOUND) {
        beginnings.add(sound.substring(0, SHORTEST_SOUND));
      }
    }
    return beginnings;
  }

  private static boolean sameStem(String one, String other) {
    int common = common(one, other);
    return common >= SHORTEST_STEM && common * 5 >= Math.max(one.length(), other.length()) * 3;
  }

  /** The same with doubled letters once: {@code Massa} and {@code Masa}. */
  private static String single(String folded) {
    StringBuilder single = new StringBuilder(folded.length());
    for (int at = 0; at < folded.length(); at++) {
      boolean again = at > 0 && folded.charAt(at) == folded.charAt(at - 1);
      if (!again || !Character.isLetter(folded.charAt(at))) {
        single.append(folded.charAt(at));
      }
    }
    return single.toString();
  }

  /** Longest common subsequence over the longer length (Melamed 1995). */
  private static boolean alike(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (Math.min(one.length(), other.length()) < ALIKE * longer) {
      return false;
    }
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] =
            one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return row[other.length()] >= ALIKE * longer;
  }

  private static boolean soundAlike(String one, String other) {
    if (Math.min(one.length(), other.length()) < SHORTEST_STEM) {
      return false;
    }
    Set<String> sounds = new HashSet<>(sounds(one));
    sounds.retainAll(sounds(other));
    return sounds.stream().anyMatch(sound -> sound.length() >= SHORTEST_SOUND);
  }

  /**
   * Consonants in broad classes, the letters that languages read differently in each reading: j as
   * in Jruschov, Jan and John.
   */
  static Set<String> sounds(String folded) {
    String hissing = HISSING.matcher(folded).replaceAll("S");
    String hard = HARD.matcher(hissing).replaceAll("K").replace("ch", "S").replace("ph", "f");
    String broad = SOFT.matcher(hard).replaceAll("c").replace("x", "Kc");
    Set<String> readings = new HashSet<>();
    for (String c : new String[] {"S", "K"}) {
      for (String j : new String[] {"K", "", "S"}) {
        readings.add(squeezed(broad, c, j));
      }
    }
    return readings;
  }

  private static String squeezed(String broad, String soft, String jay) {
    StringBuilder squeezed = new StringBuilder();
    for (int at = 0; at < broad.length(); at++) {
      String sound =
          switch (broad.charAt(at)) {
            case 'S' -> "S";
            case 'c' -> soft;
            case 'K', 'k', 'q', 'g' -> "K";
            case 'j' -> jay;
            case 'b', 'v', 'w', 'f' -> "V";
            case 'p' -> "P";
            case 'd', 't' -> "T";
            case 'l', 'r', 'm', 'n' -> Character.toString(broad.charAt(at));
            default -> "";
          };
      if (!sound.isEmpty() && !squeezed.toString().endsWith(sound)) {
        squeezed.append(sound);
      }
    }
    return squeezed.toString();
  }
}

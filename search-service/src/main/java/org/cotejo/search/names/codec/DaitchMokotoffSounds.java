package org.cotejo.search.names.codec;

import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.cotejo.search.names.NameSounds;

/** Codes of Daitch and Mokotoff, made for names of Eastern Europe, without the zeros at the end. */
public final class DaitchMokotoffSounds implements NameSounds {
  /** Cuba and Coba are 57; two consonants tell too little. */
  private static final int SHORTEST_CODE = 3;

  private final DaitchMokotoffSoundex soundex = new DaitchMokotoffSoundex();

  @Override
  public Set<String> codes(String latin) {
    Set<String> codes = new TreeSet<>();
    if (!latin.isEmpty()) {
      for (String code : soundex.soundex(latin).split("\\|", -1)) {
        codes.add(code.replaceAll("0+$", ""));
      }
      codes.removeIf(code -> code.length() < SHORTEST_CODE);
    }
    return codes;
  }
}

package org.cotejo.translation.collation.bench;

import org.cotejo.translation.collation.GapLook;

/**
 * A sentence of which it is known whether the other side has it.
 *
 * @param document its name: that of the set, a stroke, the number of the part
 * @param ofSource whether it is one of the original
 * @param missing whether the other side has nothing for it
 * @param look what is seen of it
 */
record GapExample(String document, boolean ofSource, boolean missing, GapLook look) {

  /** The set that the document was cut from. */
  String set() {
    return document.substring(0, document.lastIndexOf('/'));
  }
}

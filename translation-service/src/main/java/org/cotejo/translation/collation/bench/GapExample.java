package org.cotejo.translation.collation.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cotejo.translation.collation.GapKind;
import org.cotejo.translation.collation.GapLook;

/**
 * A sentence of which it is known whether the other side has it.
 *
 * @param document its name: that of the set, a stroke, the number of the part; {@code -alone} after
 *     it where no archive was known
 * @param ofSource whether it is one of the original
 * @param missing whether the other side has nothing for it
 * @param look what is seen of it
 */
record GapExample(String document, boolean ofSource, boolean missing, GapLook look) {
  static final String ALONE = "-alone";
  private static final int HEAD = 4;

  /** The set that the document was cut from. */
  String set() {
    return document.substring(0, document.lastIndexOf('/'));
  }

  /** Whether an archive had taught its words. */
  boolean withArchive() {
    return !document.endsWith(ALONE);
  }

  /** The example as a line: columns with tabs between them, the evidence in three decimals. */
  String line() {
    return "%s\t%s\t%d\t%s\t%s"
        .formatted(
            document,
            ofSource ? "s" : "t",
            missing ? 1 : 0,
            look.kind(),
            look.evidence().stream()
                .map(value -> String.format(Locale.ROOT, "%.3f", value))
                .collect(Collectors.joining("\t")));
  }

  /** The example of a line; what stands after the evidence is passed over. */
  static GapExample of(String line) {
    String[] columns = line.split("\t", -1);
    GapKind kind = GapKind.valueOf(columns[3]);
    List<Double> evidence =
        Arrays.stream(columns, HEAD, HEAD + kind.quantities().size()).map(Double::valueOf).toList();
    return new GapExample(
        columns[0], columns[1].equals("s"), columns[2].equals("1"), new GapLook(0, kind, evidence));
  }
}

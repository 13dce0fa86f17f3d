package org.cotejo.translation.exchange.bitext;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parallel plain text in UTF-8: a line a link, a tab between the sides; one side is empty where
 * there is no counterpart. Lines that begin with {@code #} say what made it.
 */
public final class ParallelTextWriter implements BitextWriter {
  @Override
  public void write(ExportedBitext exported, OutputStream out) throws IOException {
    line(out, "# title: " + flat(exported.title()));
    for (Map.Entry<String, String> entry : exported.provenance().entrySet()) {
      line(out, "# " + entry.getKey() + ": " + flat(entry.getValue()));
    }
    String languages = exported.bitext().sourceLanguage() + "\t" + exported.bitext().language();
    line(out, "# " + languages);
    for (Unit unit : Unit.of(exported.bitext())) {
      String source =
          unit.source().stream().map(exported::sourceText).collect(Collectors.joining(" "));
      String target =
          unit.target().stream().map(exported::targetText).collect(Collectors.joining(" "));
      line(out, flat(source) + "\t" + flat(target));
    }
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ");
  }

  private static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}

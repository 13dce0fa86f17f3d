package org.cotejo.translation.exchange.translation;

import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;

/** The segments of a TMX file, of any version, in the language of the translation. */
final class TmxSegments implements XmlIn.Handler {
  // Codes of the format that a segment came from; what is highlighted is text.
  private static final Set<String> SILENT = Set.of("bpt", "ept", "it", "ph", "ut");

  private final SegmentsInMaking segments;
  private final LanguageChoice choice;
  private int open;
  private int silentFrom = Integer.MAX_VALUE;
  private boolean taken;
  private boolean inSegment;

  TmxSegments(SegmentsInMaking segments, LanguageChoice choice) {
    this.segments = segments;
    this.choice = choice;
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    switch (element.name()) {
      case "tu" -> segments.group();
      // xml:lang, or lang as it was before 1.4.
      case "tuv" -> taken = choice.takes(element.attribute("lang"));
      case "seg" -> inSegment = taken;
      default -> {
        if (SILENT.contains(element.name()) && open < silentFrom) {
          silentFrom = open;
        }
      }
    }
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (name.equals("seg") && inSegment) {
      segments.segment();
      inSegment = false;
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (inSegment && open < silentFrom) {
      segments.text(characters);
    }
  }
}

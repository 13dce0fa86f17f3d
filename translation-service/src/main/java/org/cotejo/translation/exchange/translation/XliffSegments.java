package org.cotejo.translation.exchange.translation;

import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;

/**
 * The segments of an XLIFF file: the targets of 2.x, and those of 1.x with their {@code mrk} of the
 * type {@code seg}.
 */
final class XliffSegments implements XmlIn.Handler {
  // Codes of 1.x; those of 2.x have no text.
  private static final Set<String> SILENT = Set.of("bpt", "ept", "it", "ph", "sub");
  private static final int HEXADECIMAL = 16;

  private final SegmentsInMaking segments;
  private final LanguageChoice choice;
  private int open;
  private int silentFrom = Integer.MAX_VALUE;
  private int targetAt;
  private boolean taken;

  /**
   * A reader.
   *
   * @param root the root element, which names the language in 2.x
   */
  XliffSegments(SegmentsInMaking segments, LanguageChoice choice, XmlIn root) {
    this.segments = segments;
    this.choice = choice;
    if (!root.attribute("trgLang").isEmpty()) {
      taken = choice.takes(root.attribute("trgLang"));
    }
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    switch (element.name()) {
      case "file" -> {
        segments.group();
        if (!element.attribute("target-language").isEmpty()) {
          taken = choice.takes(element.attribute("target-language"));
        }
      }
      case "unit", "trans-unit" -> segments.group();
      case "target" -> {
        // Suggestions of 1.x and of the matches module are no translation.
        if (taken && targetAt == 0 && silentFrom > open) {
          targetAt = open;
        }
      }
      case "alt-trans", "match" -> silence();
      case "mrk" -> {
        if (targetAt > 0 && element.attribute("mtype").equals("seg")) {
          segments.segment();
        }
      }
      case "cp" -> codePoint(element.attribute("hex"));
      default -> {
        if (SILENT.contains(element.name())) {
          silence();
        }
      }
    }
  }

  private void silence() {
    if (open < silentFrom) {
      silentFrom = open;
    }
  }

  /** A character that XML has no room for is a space. */
  private void codePoint(String hex) {
    if (targetAt > 0 && hex.matches("[0-9A-Fa-f]{1,4}")) {
      char letter = (char) Integer.parseInt(hex, HEXADECIMAL);
      segments.text(Character.isISOControl(letter) ? " " : String.valueOf(letter));
    }
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (open == targetAt) {
      segments.segment();
      targetAt = 0;
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (targetAt > 0 && open < silentFrom) {
      segments.text(characters);
    }
  }
}

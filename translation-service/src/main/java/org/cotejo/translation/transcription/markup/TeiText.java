package org.cotejo.translation.transcription.markup;

import java.util.Set;
import org.cotejo.translation.exchange.xml.XmlIn;

/**
 * The words of a TEI P5 transcription as they stand on the page: of a choice the reading of the
 * page and not the editor's, and no notes of the editor.
 */
final class TeiText implements XmlIn.Handler {
  private static final Set<String> SILENT =
      Set.of("teiHeader", "facsimile", "standOff", "corr", "reg", "expan");
  // Elements inside a line; any other begins one.
  private static final Set<String> INLINE =
      Set.of(
          "hi",
          "choice",
          "sic",
          "orig",
          "abbr",
          "am",
          "ex",
          "c",
          "w",
          "pc",
          "seg",
          "s",
          "name",
          "persName",
          "placeName",
          "orgName",
          "rs",
          "date",
          "time",
          "num",
          "measure",
          "foreign",
          "emph",
          "title",
          "term",
          "q",
          "quote",
          "said",
          "add",
          "del",
          "subst",
          "unclear",
          "supplied",
          "surplus",
          "gap",
          "space",
          "ref",
          "ptr",
          "anchor",
          "handShift",
          "cb",
          "g",
          "damage",
          "restore",
          "mod",
          "surname",
          "forename",
          "roleName",
          "country",
          "settlement");

  private final WordsInMaking words;
  private int open = 1;
  private int silentFrom = Integer.MAX_VALUE;

  TeiText(WordsInMaking words) {
    this.words = words;
  }

  @Override
  public void start(XmlIn element) {
    open = element.depth();
    if (open >= silentFrom) {
      return;
    }
    String name = element.name();
    if (SILENT.contains(name) || isEditorsNote(element)) {
      silentFrom = open;
    } else if (name.equals("pb")) {
      words.page();
    } else if (name.equals("lb") && element.attribute("break").equals("no")) {
      // The word goes on in the next line.
      return;
    } else if (!INLINE.contains(name)) {
      words.line();
    }
  }

  private static boolean isEditorsNote(XmlIn element) {
    return element.name().equals("note") && element.attribute("place").isEmpty();
  }

  @Override
  public void end(String name) {
    if (open == silentFrom) {
      silentFrom = Integer.MAX_VALUE;
    } else if (open < silentFrom && !INLINE.contains(name) && !name.equals("lb")) {
      words.space();
    }
    open--;
  }

  @Override
  public void text(String characters) {
    if (open < silentFrom) {
      words.text(characters);
    }
  }
}

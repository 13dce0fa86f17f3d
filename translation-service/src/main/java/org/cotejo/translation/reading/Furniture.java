package org.cotejo.translation.reading;

import java.util.List;

/**
 * A line that stands on the page but not in the text.
 *
 * @param page from 1
 * @param regionId of its region on that page
 * @param kind why it was set aside
 * @param text as read
 * @param words its words with their boxes
 */
public record Furniture(
    int page, String regionId, Kind kind, String text, List<TranscribedWord> words) {
  public Furniture {
    words = List.copyOf(words);
  }

  /** Why a line was set aside. */
  public enum Kind {
    LETTERHEAD("letterhead"),
    RUNNING_HEADER("running-header"),
    RUNNING_FOOTER("running-footer"),
    PAGE_NUMBER("page-number"),
    STAMP("stamp"),
    MARGINAL_NOTE("marginal-note"),
    RULE("rule");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name in files. */
    public String wireName() {
      return wireName;
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException when no kind is called so
     */
    public static Kind of(String wireName) {
      for (Kind kind : values()) {
        if (kind.wireName.equals(wireName)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no furniture is called " + wireName);
    }
  }
}

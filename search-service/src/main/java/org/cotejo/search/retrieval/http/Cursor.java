package org.cotejo.search.retrieval.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.cotejo.search.retrieval.QueryText;

/** Where a page of results ended, as an opaque text. */
public final class Cursor {
  private static final int MAXIMUM_LENGTH = 500;

  private Cursor() {}

  public static String write(List<String> sortValues) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", sortValues).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a cursor.
   *
   * @throws QueryText.InvalidQuery when it is none of ours
   */
  public static List<String> read(String cursor) {
    try {
      if (cursor.length() <= MAXIMUM_LENGTH) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return List.of(text.split("\n", -1));
      }
    } catch (IllegalArgumentException invalid) {
      // Said below.
    }
    throw new QueryText.InvalidQuery("cursor.invalid", "The cursor is not one of this search.");
  }
}

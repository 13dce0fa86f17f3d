package org.cotejo.translation.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the lines of the text from those that merely stand on the page.
 *
 * <p>Three kinds of evidence: the type that the recogniser gave a region; a line that comes again
 * at about the same place of a near page, spelled alike even through recognition errors; and the
 * form of page numbers and ruled lines. Page numbers and repeated lines are looked for only in the
 * outer lines of a page, so a number or a refrain inside the text stays.
 */
final class FurnitureFinder {
  private static final int OUTER_LINES_ABOVE = 9;
  private static final int OUTER_LINES_BELOW = 4;
  // Left and right pages may have headers of their own, so the next page but one is looked at too.
  private static final int NEAR_PAGES = 2;
  private static final double GREATEST_SHIFT = .08;
  private static final double LEAST_LIKENESS = .72;
  private static final int SCRAP_LENGTH = 3;
  private static final int MISREAD_NUMBER_LENGTH = 6;
  private static final double DOUBTFUL_CONFIDENCE = .6;
  private static final int LEAST_REPEATED_LETTERS = 4;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?iu)[\\p{Pd}\\s.*_~=|(\\[]*(?:(?:p[aá]g(?:ina|\\.)?|pp?\\.|page|seite|s\\.|blatt|hoja|folio"
              + "|fol\\.|feuille|стр\\.?)\\s*)?(?:\\d{1,3}|[ivxl]{1,6})"
              + "(?:\\s*(?:/|of|de|von|sur)\\s*\\d{1,4})?[\\p{Pd}\\s.*_~=|)\\]]*");

  private final Map<Integer, List<PageLine>> above = new LinkedHashMap<>();
  private final Map<Integer, List<PageLine>> below = new LinkedHashMap<>();

  /**
   * Prepares the search.
   *
   * @param linesByPage the lines of each page from top to bottom, by page number
   */
  FurnitureFinder(Map<Integer, List<PageLine>> linesByPage) {
    linesByPage.forEach(
        (page, lines) -> {
          above.put(page, lines.subList(0, Math.min(OUTER_LINES_ABOVE, lines.size())));
          below.put(
              page, lines.subList(Math.max(0, lines.size() - OUTER_LINES_BELOW), lines.size()));
        });
  }

  /** Why each line that is furniture is so, by line id. */
  Map<String, Furniture.Kind> find(List<PageLine> lines) {
    Map<String, Furniture.Kind> kinds = new HashMap<>();
    for (PageLine line : lines) {
      kindOf(line).ifPresent(kind -> kinds.put(line.id(), kind));
    }
    List<PageLine> numbers =
        lines.stream().filter(line -> kinds.get(line.id()) == Furniture.Kind.PAGE_NUMBER).toList();
    for (PageLine line : lines) {
      if (!kinds.containsKey(line.id()) && isMisreadNumber(line, numbers)) {
        kinds.put(line.id(), Furniture.Kind.PAGE_NUMBER);
      }
    }
    return kinds;
  }

  /** Whether a scrap of a line stands where another page has its number. */
  private boolean isMisreadNumber(PageLine line, List<PageLine> numbers) {
    int length = line.line().text().length();
    boolean scrap =
        length <= SCRAP_LENGTH
            || (length <= MISREAD_NUMBER_LENGTH && line.confidence() < DOUBTFUL_CONFIDENCE);
    if (!scrap || !isOuter(line)) {
      return false;
    }
    return numbers.stream()
        .anyMatch(
            number ->
                !number.samePage(line)
                    && Math.abs(number.relativeHeight() - line.relativeHeight()) <= GREATEST_SHIFT
                    && Math.abs(number.relativeMiddle() - line.relativeMiddle()) <= GREATEST_SHIFT);
  }

  private boolean isOuter(PageLine line) {
    return above.getOrDefault(line.page().page(), List.of()).contains(line)
        || below.getOrDefault(line.page().page(), List.of()).contains(line);
  }

  private Optional<Furniture.Kind> kindOf(PageLine line) {
    Optional<Furniture.Kind> byRegion = byRegion(line.region().type());
    if (byRegion.isPresent()) {
      return byRegion;
    }
    String letters = letters(line.line().text());
    boolean top = above.getOrDefault(line.page().page(), List.of()).contains(line);
    boolean bottom = below.getOrDefault(line.page().page(), List.of()).contains(line);
    if ((top || bottom) && PAGE_NUMBER.matcher(line.line().text()).matches()) {
      return Optional.of(Furniture.Kind.PAGE_NUMBER);
    }
    if (letters.isEmpty()) {
      return Optional.of(Furniture.Kind.RULE);
    }
    if (top && comesAgain(line, letters, above)) {
      return Optional.of(Furniture.Kind.RUNNING_HEADER);
    }
    if (bottom && comesAgain(line, letters, below)) {
      return Optional.of(Furniture.Kind.RUNNING_FOOTER);
    }
    return Optional.empty();
  }

  private static Optional<Furniture.Kind> byRegion(RegionType type) {
    return switch (type) {
      case LETTERHEAD -> Optional.of(Furniture.Kind.LETTERHEAD);
      case PAGE_NUMBER -> Optional.of(Furniture.Kind.PAGE_NUMBER);
      case STAMP -> Optional.of(Furniture.Kind.STAMP);
      case MARGINAL_NOTE -> Optional.of(Furniture.Kind.MARGINAL_NOTE);
      case BODY, HEADING, DATE_LINE, ADDRESS, SIGNATURE, TABLE, UNKNOWN -> Optional.empty();
    };
  }

  private static boolean comesAgain(
      PageLine line, String letters, Map<Integer, List<PageLine>> outer) {
    if (letters.length() < LEAST_REPEATED_LETTERS) {
      return false;
    }
    int page = line.page().page();
    for (int other = page - NEAR_PAGES; other <= page + NEAR_PAGES; other++) {
      if (other != page && hasLike(line, letters, outer.getOrDefault(other, List.of()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLike(PageLine line, String letters, List<PageLine> candidates) {
    for (PageLine candidate : candidates) {
      double shift = Math.abs(candidate.relativeHeight() - line.relativeHeight());
      if (shift <= GREATEST_SHIFT
          && Likeness.of(letters, letters(candidate.line().text())) >= LEAST_LIKENESS) {
        return true;
      }
    }
    return false;
  }

  /** Letters and digits alone, in lower case: what recognition errors spoil least. */
  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Lines of each page from top to bottom. */
  static Map<Integer, List<PageLine>> byPage(List<PageLine> lines) {
    Map<Integer, List<PageLine>> byPage = new LinkedHashMap<>();
    for (PageLine line : lines) {
      byPage.computeIfAbsent(line.page().page(), page -> new ArrayList<>()).add(line);
    }
    byPage
        .values()
        .forEach(
            onPage ->
                onPage.sort(
                    java.util.Comparator.comparingInt(
                        (PageLine line) -> line.box().y() + line.box().height() / 2)));
    return byPage;
  }
}

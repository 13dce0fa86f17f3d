package org.cotejo.translation.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the reading text of a document from its pages.
 *
 * <p>Every word that was read ends up once: in the text, as half of a joined word, or in the
 * furniture.
 */
public final class ReadingTextBuilder {

  /** Builds the text of pages in the order of their numbers; none gives an empty text. */
  public ReadingText build(List<TranscribedPage> pages) {
    List<TranscribedPage> ordered =
        pages.stream().sorted(Comparator.comparingInt(TranscribedPage::page)).toList();
    List<PageLine> lines = ordered.stream().flatMap(page -> lines(page).stream()).toList();
    Map<String, Furniture.Kind> kinds =
        new FurnitureFinder(FurnitureFinder.byPage(lines)).find(lines);
    List<PageLine> body = new ArrayList<>();
    List<Furniture> furniture = new ArrayList<>();
    for (PageLine line : lines) {
      Furniture.Kind kind = kinds.get(line.id());
      if (kind == null) {
        body.add(line);
      } else {
        furniture.add(
            new Furniture(
                line.page().page(),
                line.region().id(),
                kind,
                line.line().text(),
                line.line().words()));
      }
    }
    List<PageSize> sizes =
        ordered.stream()
            .map(page -> new PageSize(page.page(), page.widthPixels(), page.heightPixels()))
            .toList();
    return new Assembly(body).text(sizes, furniture);
  }

  private static List<PageLine> lines(TranscribedPage page) {
    return page.regions().stream()
        .sorted(Comparator.comparingInt(TranscribedRegion::readingOrder))
        .flatMap(region -> region.lines().stream().map(line -> new PageLine(page, region, line)))
        .filter(line -> !line.line().words().isEmpty())
        .toList();
  }

  /** The text in the making. */
  private static final class Assembly {
    private final List<PageLine> body;
    private final Hyphenation hyphenation;
    private final ParagraphJudge judge;
    private final StringBuilder text = new StringBuilder();
    private final List<PlacedWord> words = new ArrayList<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private int paragraphStart;

    Assembly(List<PageLine> body) {
      this.body = body;
      hyphenation = new Hyphenation(WordForms.of(body));
      judge = new ParagraphJudge(LineMeasures.byPage(body), hyphenation);
    }

    ReadingText text(List<PageSize> pages, List<Furniture> furniture) {
      Optional<PageLine> opening = Optional.empty();
      for (int at = 0; at < body.size(); at++) {
        PageLine line = body.get(at);
        if (at == 0 || judge.opens(body.get(at - 1), line)) {
          opening.ifPresent(this::closeParagraph);
          opening = Optional.of(line);
          if (at > 0) {
            text.append('\n');
          }
          paragraphStart = text.length();
          append(line, 0);
        } else {
          append(line, joinFirst(body.get(at - 1), line) ? 1 : 0);
        }
      }
      opening.ifPresent(this::closeParagraph);
      return new ReadingText(text.toString(), pages, words, paragraphs, furniture);
    }

    private void closeParagraph(PageLine opening) {
      paragraphs.add(
          new Paragraph(
              paragraphStart, text.length(), opening.region().type(), opening.page().page()));
    }

    /** Joins the first word of a line to the last of the line before, if they are one. */
    private boolean joinFirst(PageLine before, PageLine line) {
      // The line before may hold but the middle of a word: its head is what the text has by now.
      String begun = text.substring(words.getLast().start());
      Optional<String> joined =
          begun.endsWith(before.lastWord())
              ? hyphenation.joined(begun, line.firstWord())
              : Optional.empty();
      if (joined.isEmpty()) {
        return false;
      }
      PlacedWord head = words.removeLast();
      TranscribedWord tail = line.line().words().getFirst();
      text.setLength(head.start());
      text.append(joined.get());
      List<PageBox> boxes = new ArrayList<>(head.boxes());
      boxes.add(place(line, tail));
      words.add(
          new PlacedWord(
              head.start(), text.length(), Math.min(head.confidence(), tail.confidence()), boxes));
      return true;
    }

    private void append(PageLine line, int from) {
      List<TranscribedWord> ofLine = line.line().words();
      for (TranscribedWord word : ofLine.subList(from, ofLine.size())) {
        if (text.length() > paragraphStart) {
          text.append(' ');
        }
        int start = text.length();
        text.append(Normalizer.normalize(word.text(), Normalizer.Form.NFC));
        words.add(
            new PlacedWord(start, text.length(), word.confidence(), List.of(place(line, word))));
      }
    }

    private static PageBox place(PageLine line, TranscribedWord word) {
      return new PageBox(line.page().page(), word.box(), line.id());
    }
  }
}

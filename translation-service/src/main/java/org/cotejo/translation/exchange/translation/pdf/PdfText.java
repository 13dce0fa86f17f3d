package org.cotejo.translation.exchange.translation.pdf;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text of one PDF and writes it to standard output; a program of its own, which {@link
 * ConfinedPdf} starts.
 *
 * <p>The first line is {@code text}, or {@code broken}, a code and an explanation. Then a line a
 * line, a blank line between paragraphs, a form feed between pages. Page numbers are left out.
 */
public final class PdfText {
  static final String TEXT = "text";
  static final String BROKEN = "broken ";

  private PdfText() {}

  /** Arguments: file, greatest number of pages. */
  public static void main(String[] arguments) throws IOException {
    List<String> pages = new ArrayList<>();
    String fault = read(Path.of(arguments[0]), Integer.parseInt(arguments[1]), pages);
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    if (fault.isEmpty()) {
      out.write(TEXT + "\n");
      for (int k = 0; k < pages.size(); k++) {
        out.write(k > 0 ? "\f" : "");
        out.write(pages.get(k));
      }
    } else {
      out.write(BROKEN + fault + "\n");
    }
    out.flush();
  }

  /** Fills in the pages; a code and an explanation when they cannot be read, else nothing. */
  private static String read(Path file, int greatestPages, List<String> pages) {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
      if (document.isEncrypted()) {
        return "translation.encrypted The PDF is encrypted; submit it without.";
      }
      if (document.getNumberOfPages() > greatestPages) {
        return "translation.too-many-pages The PDF has more than " + greatestPages + " pages.";
      }
      return pages(document, pages);
    } catch (InvalidPasswordException encrypted) {
      return "translation.encrypted The PDF is encrypted; submit it without.";
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      return "translation.damaged The PDF cannot be opened: it is damaged or cut off.";
    }
  }

  private static String pages(PDDocument document, List<String> pages) {
    for (int number = 1; number <= document.getNumberOfPages(); number++) {
      try {
        pages.add(withoutNumber(text(document, number)));
      } catch (IOException | RuntimeException | StackOverflowError damaged) {
        return "translation.damaged The text of page " + number + " of the PDF cannot be read.";
      }
    }
    return pages.stream().allMatch(String::isBlank)
        ? "translation.no-text The PDF has page images alone; submit the text, or a PDF with text."
        : "";
  }

  private static String text(PDDocument document, int number) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(number);
    stripper.setEndPage(number);
    stripper.setSortByPosition(true);
    stripper.setLineSeparator("\n");
    stripper.setParagraphStart("");
    stripper.setParagraphEnd("\n");
    stripper.setPageStart("");
    stripper.setPageEnd("");
    return stripper.getText(document).replace("\f", "\n").replace("\r", "");
  }

  /** A page without the line at its head or foot that is nothing but its number. */
  private static String withoutNumber(String page) {
    List<String> lines = new ArrayList<>(page.strip().lines().toList());
    if (!lines.isEmpty() && isNumber(lines.getFirst())) {
      lines.removeFirst();
    }
    if (!lines.isEmpty() && isNumber(lines.getLast())) {
      lines.removeLast();
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isNumber(String line) {
    return line.strip()
        .matches(
            "(?iu)(?:page|p\\.|página|pág\\.|seite|s\\.|pagina)?\\s*[-\u2013\u2014]*\\s*\\d{1,4}\\s*"
                + "[-\u2013\u2014]*(?:\\s*(?:/|of|de|von)\\s*\\d{1,4})?");
  }
}

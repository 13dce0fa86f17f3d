package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a reader does with the panes of a document, and what can be taken away from it. */
@Order(4)
class DeskIT {
  private static Chromium chromium;

  private final Stack stack = Stack.get();
  private Reader reader;
  private Page page;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void newReader() {
    reader = new Reader(chromium, stack, 1440, 900, ColorScheme.LIGHT);
    page = reader.page();
  }

  @AfterEach
  void closeReader() {
    reader.close();
  }

  @Test
  void orderAndSizesOfThePanesAreKept() {
    // Given
    reader.openDocument(stack.document(SamplePaper.LIGHTHOUSE));
    assertEquals("scan original translation", panes());

    // When the translation goes before the scan, the original away, and the border is drawn
    Locator view = page.locator(".popover > button").first();
    view.click();
    Locator back = page.locator("[data-view-pane=translation] button").first();
    back.click();
    back.click();
    page.locator("[data-view-pane=original] input").uncheck();
    reader.press("Escape");
    Locator border = page.locator("[role=separator]");
    border.focus();
    reader.press("ArrowRight", "ArrowRight", "ArrowRight");
    String share = border.getAttribute("aria-valuenow");
    double width = widthOf("translation");

    // Then
    assertEquals("translation scan", panes());
    page.reload();
    page.locator("[role=separator]").waitFor();
    assertEquals("translation scan", panes());
    assertEquals(share, page.locator("[role=separator]").getAttribute("aria-valuenow"));
    assertEquals(width, widthOf("translation"), 1.5);
    assertTrue(
        page.locator("[data-pane=translation]").boundingBox().x
            < page.locator("[data-pane=scan]").boundingBox().x);
    reader.photograph("desk-two-panes");

    // And the pointer draws it too
    var place = page.locator("[role=separator]").boundingBox();
    page.mouse().move(place.x, place.y + place.height / 2);
    page.mouse().down();
    page.mouse().move(place.x - 200, place.y + place.height / 2);
    page.mouse().up();
    assertEquals(width - 200, widthOf("translation"), 3);
  }

  @Test
  void textsScrollTogetherAndTheScanTurnsItsPage() {
    // Given
    reader.openDocument(stack.document(SamplePaper.CABLE));
    Locator last = page.locator(".pane-translation [data-sentence]").last();

    // When
    page.locator(".pane-original .text-scroller").hover();
    page.mouse().wheel(0, 100_000);

    // Then
    page.waitForFunction(
        "() => { const t = document.querySelector('.pane-translation .text-scroller');"
            + " return t.scrollTop > t.scrollHeight * 0.3 }");
    assertTrue(last.boundingBox().y < 900, "the end of the translation is in sight");
    page.waitForFunction("() => Number(new URLSearchParams(location.search).get('page')) > 1");

    // When the reader goes back to page 1 by the strip
    page.locator(".strip-page").first().click();

    // Then
    page.waitForFunction(
        "() => document.querySelector('.pane-original .text-scroller').scrollTop < 200");
    page.waitForFunction(
        "() => document.querySelector('.pane-translation .text-scroller').scrollTop < 400");
  }

  @Test
  void wordsAreFoundInBothTextsAndOnTheScan() {
    // Given
    reader.openDocument(stack.document(SamplePaper.LIGHTHOUSE));

    // When
    reader.press("f");
    page.locator("[data-find-field]").fill("NAUFRAGO");

    // Then
    page.locator("mark.found-current").first().waitFor();
    assertEquals("naufragó", page.locator("mark.found-current").first().textContent());
    SamplePaper.Word typed = SamplePaper.LIGHTHOUSE.wordsOf("\"Santa Rita\" naufragó").getLast();
    Locator marked = page.locator(".box-word");
    marked.first().waitFor(Reader.attached());
    assertTrue(typed.box().coveredBy(List.of(Reader.box(marked.first()))) > 0.8, typed::toString);
    reader.photograph("desk-find");

    // When another word is looked for, one of the translation
    page.locator("[data-find-field]").fill("lighthouse");
    page.waitForFunction(
        "() => document.querySelector('.pane-translation mark.found-current') !== null");
    String first = reader.selected();
    reader.press("Enter");

    // Then
    reader.selectedAfter(first);
    reader.press("Escape");
    page.locator("mark.found").first().waitFor(Reader.gone());
  }

  @Test
  void furnitureIsFoldedAwayAndEditorsWordsCanBeHidden() {
    // Given
    reader.openDocument(stack.document(SamplePaper.CABLE));
    Locator fold = page.locator(".pane-original details.furniture").first();
    fold.waitFor();

    // When
    fold.locator("summary").click();
    fold.locator("button").first().hover();

    // Then
    page.locator(".box-aside").first().waitFor(Reader.attached());
    assertTrue(!fold.locator("button").first().textContent().isBlank());

    // When furniture is put off
    page.locator(".popover > button").first().click();
    page.locator("[data-view-option=furniture]").uncheck();

    // Then
    page.locator("details.furniture").first().waitFor(Reader.gone());
    page.reload();
    page.locator("[data-sentence]").first().waitFor();
    assertEquals(0, page.locator("details.furniture").count());
  }

  @Test
  void citationAndPermanentLinkLeadBackToTheSentence() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    reader.open("/documents/" + id + "?q=faro");
    reader.sentence("The steamer \"Santa Rita\" was wrecked").click();
    String segment = reader.selected();

    // When
    page.locator(".selection-bar [data-cite]").click();

    // Then
    String chicago = page.locator("[data-citation=chicago]").textContent();
    assertTrue(chicago.contains("November 22, 1932"), chicago);
    assertTrue(chicago.contains("CG-1932-031, Consular reports"), chicago);
    for (String style : List.of("mla", "apa", "bibtex", "ris")) {
      page.locator("dialog input[value=" + style + "]").check();
      String text = page.locator("[data-citation=" + style + "]").textContent();
      assertTrue(text.contains(id) && text.contains("1932"), text);
    }
    reader.photograph("cite");
    String address = page.locator("[data-permanent]").getAttribute("href");
    assertTrue(!address.contains("q="), address);
    page.navigate(address);
    assertEquals(segment, reader.selected());
  }

  @Test
  void recordSaysWhoReadItAndFilesCanBeTaken() throws IOException {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    reader.openDocument(id);

    // When
    reader.press("i");

    // Then
    String readBy = page.locator("[data-read-by=tesseract]").textContent();
    assertTrue(readBy.contains("spa"), readBy);
    page.locator(".read-by time").waitFor();
    reader.photograph("record");
    reader.press("Escape");

    // When
    page.locator("[data-downloads] .popover > button").click();
    reader.photograph("downloads");
    Download pdf = page.waitForDownload(() -> page.locator("[data-download=pdf]").first().click());
    Download text =
        page.waitForDownload(() -> page.locator("[data-download=reading]").first().click());

    // Then
    byte[] bytes = Files.readAllBytes(pdf.path());
    assertEquals("%PDF-", new String(bytes, 0, 5, StandardCharsets.US_ASCII));
    assertEquals("cotejo-" + id + ".pdf", pdf.suggestedFilename());
    assertTrue(Files.readString(text.path()).contains("naufragó en los bajos"));
  }

  private String panes() {
    return page.locator(".panes").getAttribute("data-panes");
  }

  private double widthOf(String pane) {
    return page.locator("[data-pane=" + pane + "]").boundingBox().width;
  }
}

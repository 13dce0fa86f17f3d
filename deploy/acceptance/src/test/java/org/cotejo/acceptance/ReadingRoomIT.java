package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader in a browser: search, read, click a sentence, see the words lit on the page image. */
@Order(4)
class ReadingRoomIT {

  /** Window width in pixels below which the reading page shows one pane at a time. */
  private static final int TABS_BELOW = 760;

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final double WAIT_MS = 30_000;
  private static Chromium chromium;

  private final Stack stack = Stack.get();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
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
  void newPage() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1600, 1000).setLocale("en-GB"));
    context.setDefaultTimeout(WAIT_MS);
    page = context.newPage();
    page.onPageError(complaints::add);
  }

  @AfterEach
  void closePage() {
    context.close();
    assertEquals(List.of(), complaints);
  }

  @Test
  void clickedSentenceLightsItsPartnerAndItsWordsOnTheScan() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    page.navigate(stack.url() + "/search?q=farero");
    // The cable speaks of a lighthouse keeper too.
    page.locator("a.passage[href*='" + id + "']").first().click();

    // When
    sentence("The steamer \"Santa Rita\" was wrecked").click();

    // Then
    Locator partner = page.locator("[data-sentence].is-partner");
    partner.first().waitFor();
    assertTrue(
        partner.first().textContent().contains("naufragó en los bajos"),
        partner.first().textContent());
    assertLit("El vapor \"Santa Rita\" naufragó en los bajos a las 2:40 de la madrugada del 15.");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("reading-sentence.png")));
  }

  @Test
  void clickedSentenceOfTheOriginalLightsTheTranslation() {
    // Given
    page.navigate(stack.url() + "/documents/" + stack.document(SamplePaper.LIGHTHOUSE));

    // When
    sentence("Nos enseñó el libro de guardia").click();

    // Then
    Locator partner = page.locator("[data-sentence].is-partner");
    partner.first().waitFor();
    assertTrue(
        partner.first().textContent().contains("He showed us the watch book."),
        partner.first().textContent());
    assertLit("Nos enseñó el libro de guardia.");
  }

  @Test
  void sentenceOverTwoPagesIsLitOnBoth() {
    // Given
    page.navigate(stack.url() + "/documents/" + stack.document(SamplePaper.CABLE));

    // When
    sentence("Whitcombe promised that he would examine").click();

    // Then
    page.locator(".box[data-segment][data-page='3']").first().waitFor(attached());
    page.locator(".box[data-segment][data-page='4']").first().waitFor(attached());
  }

  @Test
  void keyboardWalksFromSentenceToSentence() {
    // Given
    page.navigate(stack.url() + "/documents/" + stack.document(SamplePaper.LIGHTHOUSE));
    page.locator("[data-sentence]").first().waitFor();

    // When
    page.keyboard().press("j");
    String first = selected();
    page.keyboard().press("j");
    page.waitForFunction(
        "was => document.querySelector('.is-selected')?.dataset.sentence !== was", first);
    String second = selected();
    page.keyboard().press("k");
    page.waitForFunction(
        "was => document.querySelector('.is-selected')?.dataset.sentence === was", first);

    // Then
    assertNotEquals(first, second);
    page.keyboard().press("Escape");
    page.locator(".is-selected")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 900, 1600})
  void pagesFitEveryWidth(int widthPixels) {
    // Given
    page.setViewportSize(widthPixels, 900);
    String id = stack.document(SamplePaper.CABLE);

    for (String place : List.of("/", "/search?q=flights", "/documents/" + id + "?language=en")) {
      // When
      page.navigate(stack.url() + place);
      page.locator("main").first().waitFor();
      if (place.startsWith("/search")) {
        page.locator("a.passage").first().waitFor();
      } else if (place.startsWith("/documents")) {
        page.locator("[data-sentence]").first().waitFor(attached());
        if (widthPixels < TABS_BELOW) {
          // One pane at a time; the scan waits behind its tab.
          page.locator("[data-show-pane=scan]").click();
        }
        page.locator("canvas").first().waitFor(attached());
      }

      // Then
      String name = place.equals("/") ? "home" : place.startsWith("/search") ? "search" : "reading";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + "-" + widthPixels + ".png")));
      Object wide = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1");
      assertEquals(true, wide, place + " scrolls sideways at " + widthPixels);
    }
  }

  private Locator sentence(String text) {
    Locator sentence =
        page.locator("[data-sentence]", new Page.LocatorOptions().setHasText(text)).first();
    sentence.waitFor();
    return sentence;
  }

  private String selected() {
    Locator selected = page.locator("[data-sentence].is-selected").first();
    selected.waitFor();
    return String.valueOf(selected.getAttribute("data-sentence"));
  }

  /** Every word of the sentence lies under a lit box, and the boxes hold little else. */
  private void assertLit(String sentence) {
    Locator boxes = page.locator(".box[data-segment]");
    boxes.first().waitFor(attached());
    List<Box> lit = boxes.all().stream().map(Reader::box).toList();
    double typedArea = 0;
    for (SamplePaper.Word word : SamplePaper.LIGHTHOUSE.wordsOf(sentence)) {
      assertTrue(word.box().coveredBy(lit) > 0.85, () -> word + " is not under " + lit);
      typedArea += word.box().area();
    }
    double litArea = lit.stream().mapToDouble(Box::area).sum();
    assertTrue(litArea < 3 * typedArea, "the boxes hold more than the sentence: " + lit);
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }
}

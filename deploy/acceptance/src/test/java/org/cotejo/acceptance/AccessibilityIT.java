package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nobody is kept out: axe on every page in both colours at three widths, and a walk by keyboard.
 */
@Order(4)
class AccessibilityIT {

  /** The axe of the web build, pinned there. */
  private static final Path AXE =
      Program.ROOT.resolve("search-service/src/main/webui/node_modules/axe-core/axe.min.js");

  /** What axe finds against WCAG 2.2 A and AA of a grave kind, one line each. */
  private static final String GRAVE_FINDINGS =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return found.violations
          .filter(({impact}) => impact === 'serious' || impact === 'critical')
          .map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' | '));
      }
      """;

  private static Chromium chromium;

  private final Stack stack = Stack.get();

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "360, LIGHT",
    "360, DARK",
    "900, LIGHT",
    "900, DARK",
    "1440, LIGHT",
    "1440, DARK",
  })
  void noPageHasAGraveFinding(int width, ColorScheme scheme) throws IOException {
    // Given
    String axe = Files.readString(AXE);
    List<String> findings = new ArrayList<>();
    try (Reader reader = new Reader(chromium, stack, width, width < 500 ? 740 : 900, scheme)) {
      Page page = reader.page();
      for (Map.Entry<String, Place> entry : places().entrySet()) {
        // When
        reader.open(entry.getValue().path());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        entry.getValue().act().accept(reader);
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        String name = entry.getKey() + "-" + width + "-" + scheme.name().toLowerCase();
        reader.photograph(name);
        // By the debugger, so that the page's own policy stays in force.
        page.evaluate(axe);
        Object found = page.evaluate(GRAVE_FINDINGS.strip());
        ((List<?>) found).forEach(one -> findings.add(name + " " + one));
        Object wide =
            page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 1");
        assertEquals(true, wide, name + " scrolls sideways");
      }
    }

    // Then
    assertEquals(List.of(), findings);
  }

  private record Place(String path, Consumer<Reader> act) {
    Place(String path) {
      this(path, reader -> {});
    }
  }

  private Map<String, Place> places() {
    String document = "/documents/" + stack.document(SamplePaper.LIGHTHOUSE);
    Map<String, Place> places = new LinkedHashMap<>();
    places.put("home", new Place("/"));
    places.put("search", new Place("/search?q=farero"));
    places.put("nothing", new Place("/search?q=zzzz"));
    places.put("fault", new Place("/search?q=title:+faro"));
    places.put("missing", new Place("/documents/00000000-0000-7000-8000-000000000000"));
    places.put("reading", new Place(document));
    places.put("sentence", new Place(document + "?segment=s6&language=en&q=faro"));
    places.put(
        "find",
        new Place(
            document,
            reader -> {
              reader.press("f");
              reader.page().locator("[data-find-field]").fill("faro");
            }));
    places.put(
        "view",
        new Place(document, reader -> reader.page().locator(".popover > button").first().click()));
    places.put(
        "downloads",
        new Place(
            document,
            reader -> reader.page().locator("[data-downloads] .popover > button").click()));
    places.put("help", new Place(document, reader -> reader.press("?")));
    places.put("record", new Place(document, reader -> waitFor(reader, "i", ".read-by time")));
    places.put("cite", new Place(document, reader -> waitFor(reader, "q", "[data-citation]")));
    places.put(
        "sign-in",
        new Place(
            "/",
            reader -> reader.page().locator(".masthead-tools [aria-haspopup=dialog]").click()));
    // From here on as a curator.
    places.put(
        "findings",
        new Place(
            document,
            reader -> {
              reader.signIn(stack.token("curator"));
              reader.page().locator("[data-show-findings]").click();
              reader.page().locator(".findings-panel").waitFor();
            }));
    places.put(
        "correcting",
        new Place(
            document + "?segment=s6&language=en",
            reader -> {
              reader.page().locator("[data-correct-links]").click();
              reader.page().locator(".correction-bar").waitFor();
            }));
    return places;
  }

  private static void waitFor(Reader reader, String key, String selector) {
    reader.press(key);
    reader.page().locator(selector).first().waitFor();
  }

  @ParameterizedTest
  @CsvSource({"360", "900", "1440"})
  void pagesHoldWhenTheyRunFromRightToLeft(int width) {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    try (Reader reader = new Reader(chromium, stack, width, 900, ColorScheme.LIGHT)) {
      Page page = reader.page();
      for (String path : List.of("/search?q=farero", "/documents/" + id + "?segment=s6")) {
        reader.open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);

        // When
        page.evaluate("() => { document.documentElement.dir = 'rtl' }");

        // Then
        Object inside =
            page.evaluate(
                "() => [...document.querySelectorAll('button, a, select, input, h1')]"
                    + ".map(one => one.getBoundingClientRect())"
                    + ".filter(box => box.width > 2 && box.height > 2 && box.bottom > 0)"
                    + ".every(box => box.left >= -1 && box.right <= window.innerWidth + 1)");
        assertEquals(true, inside, path + " at " + width);
        reader.photograph((path.startsWith("/search") ? "rtl-search-" : "rtl-reading-") + width);
      }
      if (width == 1440) {
        assertTrue(
            page.locator("[data-pane=scan]").boundingBox().x
                > page.locator("[data-pane=translation]").boundingBox().x);
      }
    }
  }

  @Test
  void readingRoomIsWalkedThroughWithTheKeyboardAlone() {
    // Given
    stack.document(SamplePaper.LIGHTHOUSE);
    try (Reader reader = new Reader(chromium, stack, 1440, 900, ColorScheme.LIGHT)) {
      Page page = reader.page();
      reader.open("/");
      page.locator(".results").waitFor();

      // When one searches
      reader.press("/");
      page.keyboard().type("naufragó");
      reader.press("Enter");
      page.locator("a.passage").first().waitFor();

      // Then the first passage is reached by Tab and opened by Enter
      tabTo(page, "a.passage");
      reader.press("Enter");
      String first = reader.selected();

      // When one walks on, across, and back
      reader.press("j");
      String second = reader.selectedAfter(first);
      assertNotEquals(first, second);
      reader.press("ArrowRight");
      String partner = reader.selectedAfter(second);
      assertTrue(partner.startsWith("t"), partner);
      reader.press("ArrowLeft");
      assertTrue(reader.selectedAfter(partner).startsWith("s"));

      // And finds, and closes the finding
      reader.press("f");
      page.keyboard().type("lamp");
      page.locator("mark.found-current").first().waitFor();
      reader.press("Escape");
      page.locator(".find-bar").waitFor(Reader.gone());

      // And hides the scan and shows it again
      reader.press("1");
      page.locator("[data-pane=scan]").waitFor(Reader.gone());
      reader.press("1");
      page.locator("[data-pane=scan]").waitFor();

      // And draws a border
      tabTo(page, "[role=separator]");
      String before = page.locator("[role=separator]").first().getAttribute("aria-valuenow");
      reader.press("ArrowRight");
      page.waitForFunction(
          "was => document.querySelector('[role=separator]').getAttribute('aria-valuenow') !== was",
          before);

      // And cites in another style, and leaves the dialog for where one was
      reader.press("q");
      page.locator("[data-citation]").waitFor();
      tabTo(page, "dialog input[name=style]");
      reader.press("ArrowRight");
      page.locator("[data-citation=mla]").waitFor();
      reader.press("Escape");
      page.locator("dialog").waitFor(Reader.gone());

      // And opens the record and goes back to the search
      reader.press("i");
      page.locator("dialog .record-title").waitFor();
      reader.press("Escape");
      page.locator("dialog").waitFor(Reader.gone());
      reader.press("Escape");
      page.locator(".is-selected").first().waitFor(Reader.gone());
      tabTo(page, "a.back");
      reader.press("Enter");
      page.locator("a.passage").first().waitFor();
    }
  }

  /** Presses Tab until something has the focus. */
  private static void tabTo(Page page, String selector) {
    for (int steps = 0; steps < 120; steps++) {
      Object arrived =
          page.evaluate("selector => document.activeElement.matches(selector)", selector);
      if (Boolean.TRUE.equals(arrived)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not come to " + selector);
  }
}

package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Viewers made elsewhere open a document by its manifest alone, from another web site. */
@Order(5)
class ViewersIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final double WAIT_MS = 30_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rectangles of one colour that Mirador has drawn over the page, in pixels of the image. */
  private static final String DRAWN =
      """
      () => {
        const viewer = Mirador.OSDReferences.get('w')?.current;
        const image = viewer?.world.getItemAt(0);
        if (!image) return '[]';
        const some = viewer.viewport.pixelFromPoint(viewer.viewport.getCenter());
        const at = (x, y) => Object.assign(some.clone(), {x, y});
        const drawn = {};
        for (const canvas of document.querySelectorAll('canvas')) {
          let data;
          try {
            data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          } catch {
            continue; // The page itself: an image of another origin.
          }
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 60) continue; // nothing, or the blurred edge
            // Half-transparent pixels give their colour back with an error of a few steps.
            const colour = [0, 1, 2].map(band => Math.round(data[i + band] / 32)).join(',');
            const x = (i / 4) % canvas.width;
            const y = Math.floor(i / 4 / canvas.width);
            const box = (drawn[colour] ??= [x, y, x, y]);
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
          }
        }
        return JSON.stringify(Object.values(drawn).map(([x0, y0, x1, y1]) => {
          const from = image.viewerElementToImageCoordinates(at(x0, y0));
          const to = image.viewerElementToImageCoordinates(at(x1 + 1, y1 + 1));
          return {page: 1, x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y};
        }));
      }
      """;

  private static Chromium chromium;
  private static ViewerHost host;

  private final Stack stack = Stack.get();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    host = new ViewerHost();
  }

  @AfterAll
  static void close() {
    host.close();
    chromium.close();
  }

  @BeforeEach
  void newPage() {
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(1600, 1400).setLocale("en-GB"));
    context.setDefaultTimeout(WAIT_MS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onRequestFailed(
        request -> {
          if (!"net::ERR_ABORTED".equals(request.failure())) { // a tile no longer wanted
            complaints.add(request.url() + " " + request.failure());
          }
        });
  }

  @AfterEach
  void closePage() {
    context.close();
    assertEquals(List.of(), complaints);
  }

  @Test
  void miradorFindsWordsAndDrawsTheirBoxes() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    page.navigate(host.page("mirador"));
    page.evaluate(
        "manifestId => Mirador.viewer({id: 'viewer', windows: [{id: 'w', manifestId,"
            + " sideBarPanel: 'search', sideBarOpen: true}]})",
        manifest(id));
    Locator field = page.getByRole(AriaRole.COMBOBOX).first();

    // When
    field.fill("farero");
    field.press("Enter");

    // Then
    List<SamplePaper.Word> typed =
        SamplePaper.LIGHTHOUSE.words().stream()
            .filter(word -> word.box().page() == 1 && word.text().matches("(?i)farero\\W*"))
            .toList();
    assertEquals(2, typed.size());
    page.waitForFunction("wanted => JSON.parse((" + DRAWN + ")()).length >= wanted", typed.size());
    List<Box> drawn = drawn();
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("mirador.png")));
    assertEquals(typed.size(), drawn.size(), drawn.toString());
    for (SamplePaper.Word word : typed) {
      assertTrue(
          drawn.stream().anyMatch(box -> box.intersectionOverUnion(word.box()) > 0.5),
          () -> word + " is not among " + drawn);
    }
    // Hits come in the order of reading.
    String hits = page.locator("body").innerText();
    assertTrue(hits.indexOf("Anselmo Duarte") < hits.indexOf("el capitán"), hits);
  }

  @Test
  void cloverOpensTheManifest() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    page.navigate(host.page("clover-iiif"));

    // When
    page.evaluate(
        "manifest => { const viewer = document.createElement('clover-viewer');"
            + " viewer.setAttribute('id', manifest);"
            + " document.querySelector('#viewer').append(viewer); }",
        manifest(id));

    // Then
    page.getByText("Report of the Consul General of San Telmo").first().waitFor();
    page.getByText("CG-1932-031").first().waitFor();
    page.locator(".openseadragon-canvas canvas").first().waitFor();
    page.getByText("Page 2").first().waitFor();
    // Its panel of annotations cannot be opened: in every release from 2.16 to 3.3.8 the bundle
    // breaks there by itself, whatever the manifest.
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("clover.png")));
  }

  private String manifest(String id) {
    return stack.url() + "/iiif/presentation/3/" + id + "/manifest";
  }

  private List<Box> drawn() {
    try {
      JsonNode boxes = JSON.readTree(String.valueOf(page.evaluate(DRAWN)));
      return Box.all(boxes);
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }
}

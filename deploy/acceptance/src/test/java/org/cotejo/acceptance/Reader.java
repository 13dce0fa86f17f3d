package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser of their own, who remembers every fault that a page reports: exceptions,
 * what its Content-Security-Policy refused, and requests to anywhere but the stack.
 */
final class Reader implements AutoCloseable {

  static final Path SCREENSHOTS = Path.of("target/screenshots");
  static final double WAIT_MS = 30_000;

  private final Stack stack;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Reader(Chromium chromium, Stack stack, int width, int height, ColorScheme scheme) {
    this.stack = stack;
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB"));
    context.setDefaultTimeout(WAIT_MS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(this::hear);
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(stack.url() + "/") && !url.matches("(blob|data):.*")) {
            complaints.add("asked " + url);
          }
        });
  }

  /** An answer that is not there is something that a page may ask for; all else is a fault. */
  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().contains("status of 40")) {
      complaints.add(message.text());
    }
  }

  Page page() {
    return page;
  }

  void open(String path) {
    page.navigate(stack.url() + path);
  }

  /** Opens a document and waits until its texts stand. */
  void openDocument(String id) {
    open("/documents/" + id + "?language=en");
    page.locator("[data-sentence]").first().waitFor(attached());
  }

  /** Signs in as people do: with a token put into the field. */
  void signIn(String token) {
    page.locator(".masthead-tools [aria-haspopup=dialog]").click();
    page.locator("dialog textarea").fill(token);
    page.locator("dialog button[type=submit]").click();
    page.locator("dialog").waitFor(gone());
  }

  Locator sentence(String text) {
    Locator sentence =
        page.locator("[data-sentence]", new Page.LocatorOptions().setHasText(text)).first();
    sentence.waitFor();
    return sentence;
  }

  /** The id of the lit sentence. */
  String selected() {
    Locator selected = page.locator("[data-sentence].is-selected").first();
    selected.waitFor();
    return selected.getAttribute("data-sentence");
  }

  /** Waits until another sentence is lit than before. */
  String selectedAfter(String before) {
    page.waitForFunction(
        "was => { const lit = document.querySelector('.is-selected');"
            + " return lit !== null && lit.dataset.sentence !== was }",
        before);
    return selected();
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  void photograph(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Where on the page a drawn box lies. */
  static Box box(Locator drawn) {
    return new Box(
        Integer.parseInt(drawn.getAttribute("data-page")),
        Double.parseDouble(drawn.getAttribute("data-x")),
        Double.parseDouble(drawn.getAttribute("data-y")),
        Double.parseDouble(drawn.getAttribute("data-width")),
        Double.parseDouble(drawn.getAttribute("data-height")));
  }

  static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints);
  }
}

package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A curator at the reading room: what is found is settled there, and links are set right. */
@Order(4)
class CuratingIT {
  private static final Duration KEPT_WITHIN = Duration.ofSeconds(30);
  private static final Path PAPER = Path.of("src/test/papers/aduana-rio-hondo").toAbsolutePath();
  private static Chromium chromium;
  private static String document = "";

  private final Stack stack = Stack.get();
  private Reader reader;
  private Page page;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    document =
        Stack.get()
            .client(
                "submitter",
                "submit",
                "--follow",
                "--timeout",
                "240",
                "--idempotency-key",
                "acceptance-curating",
                "--record",
                PAPER.resolve("record.json").toString(),
                "--scan",
                PAPER.resolve("scans/pages.tif").toString(),
                "--translation",
                "en=" + PAPER.resolve("translations/en.txt"))
            .succeeded()
            .lastLine();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void newReader() {
    reader = new Reader(chromium, stack, 1440, 900, ColorScheme.LIGHT);
    page = reader.page();
    reader.openDocument(document);
  }

  @AfterEach
  void closeReader() {
    reader.close();
  }

  @Test
  void readersSeeNoneOfIt() {
    // When
    reader.signIn(stack.token("reader"));
    page.locator("[data-sentence]").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    reader.press("e", "n");

    // Then
    assertEquals(0, page.locator("[data-show-findings], [data-correct-links]").count());
    assertEquals(0, page.locator(".correction-bar, .findings-panel").count());
  }

  @Test
  void findingsAreAcceptedAndDismissed() {
    // Given
    reader.signIn(stack.token("curator"));
    page.locator("[data-show-findings]").click();
    Locator number = finding("number", "84");
    String number84 = String.valueOf(number.getAttribute("data-finding"));
    Locator quotation = finding("quotation", "cerrada con llave");

    // When
    number.locator(".finding-title").click();

    // Then
    page.locator(".box-finding").first().waitFor(Reader.attached());
    assertTrue(page.locator(".is-selected").first().textContent().contains("84"));
    reader.photograph("findings");

    // When
    number.locator("[data-accept]").click();
    number.locator("textarea").fill("The scan has 84.");
    number.locator("button[type=submit]").click();

    // Then
    await().atMost(KEPT_WITHIN).until(() -> keys("accepted").equals(List.of(number84)));

    // When
    quotation.locator("[data-dismiss]").click();

    // Then
    await().atMost(KEPT_WITHIN).until(() -> keys("dismissed").size() == 1);
    page.reload();
    page.locator("[data-show-findings]").click();
    page.locator(".panel-head select").selectOption("accepted");
    Locator accepted = page.locator(".finding[data-state=accepted]");
    accepted.waitFor();
    assertTrue(accepted.textContent().contains("The scan has 84."), accepted.textContent());

    // When it is taken back
    accepted.locator("[data-undo]").click();

    // Then
    await().atMost(KEPT_WITHIN).until(() -> keys("accepted").isEmpty());
  }

  @Test
  void linksAreSetRightByDragAndByKeyboardAndTakenBack() {
    // Given
    reader.signIn(stack.token("curator"));
    page.locator("[data-correct-links]").click();
    List<String> before = links();
    Locator books = reader.sentence("The books were dry");
    Locator rector = reader.sentence("El rector llegó");

    // When
    books.dragTo(rector);
    page.locator("[data-draft=translation] li", containing("The books were dry")).waitFor();
    reader.photograph("correcting");
    page.locator("[data-correct=save]").click();

    // Then
    await().atMost(KEPT_WITHIN).until(() -> linkedWith("El rector").size() == 2);
    assertEquals("human", linkOf("El rector").path("method").asText());

    // When the last change is undone by its key
    page.waitForFunction("() => !document.querySelector('[data-correct=undo]').disabled");
    reader.press("z");

    // Then
    await().atMost(KEPT_WITHIN).until(() -> links().equals(before));

    // When the same is done with the keyboard alone
    page.waitForFunction("() => !document.querySelector('[data-correct=undo]').disabled");
    reader.sentence("El rector llegó").focus();
    reader.press("Enter", "ArrowRight");
    page.waitForFunction("() => document.activeElement?.textContent.startsWith('The rector')");
    page.locator("[data-draft=original] li", containing("El rector")).waitFor();
    page.evaluate(
        "() => [...document.querySelectorAll('[data-sentence]')]"
            + ".find(one => one.textContent.startsWith('The books were dry')).focus()");
    reader.press("x");
    page.locator("[data-draft=translation] li", containing("The books were dry")).waitFor();
    reader.press("s");

    // Then
    await().atMost(KEPT_WITHIN).until(() -> linkedWith("El rector").size() == 2);
    page.waitForFunction("() => !document.querySelector('[data-correct=undo]').disabled");
    reader.press("z");
    await().atMost(KEPT_WITHIN).until(() -> links().equals(before));
  }

  private Locator finding(String rule, String words) {
    Locator finding = page.locator(".finding[data-rule=" + rule + "]", containing(words)).first();
    finding.waitFor();
    return finding;
  }

  private static Page.LocatorOptions containing(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private String bitextPath() {
    return "/v1/documents/" + document + "/bitexts/en";
  }

  private List<String> keys(String state) {
    return stack
        .as("curator")
        .get(bitextPath() + "/findings?state=" + state)
        .requireStatus(200)
        .json()
        .path("findings")
        .valueStream()
        .map(finding -> finding.path("key").asText())
        .toList();
  }

  private JsonNode texts() {
    return stack.as("curator").get(bitextPath()).requireStatus(200).json();
  }

  /** Which sentences are linked and how; without confidences, which move with the lexicon. */
  private List<String> links() {
    return texts()
        .path("links")
        .valueStream()
        .map(link -> link.path("source") + " " + link.path("target") + " " + link.path("method"))
        .toList();
  }

  private JsonNode linkOf(String beginning) {
    JsonNode texts = texts();
    String id =
        texts
            .path("source")
            .path("segments")
            .valueStream()
            .filter(segment -> segment.path("text").asText().startsWith(beginning))
            .map(segment -> segment.path("id").asText())
            .findFirst()
            .orElseThrow();
    return texts
        .path("links")
        .valueStream()
        .filter(link -> link.path("source").valueStream().anyMatch(one -> one.asText().equals(id)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> linkedWith(String beginning) {
    return linkOf(beginning).path("target").valueStream().map(JsonNode::asText).toList();
  }
}

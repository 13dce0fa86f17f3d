package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator at work on the operators' page, in a browser and without Grafana. */
@Order(3)
class OperatorsPageIT {
  /** Two services read the topic, and each puts the message aside. */
  private static final int READERS = 2;

  private static Chromium chromium;

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void figuresComeByThemselves() {
    try (Reader operator = signedIn(1440, ColorScheme.LIGHT)) {
      // Given
      Page page = operator.page();
      assertTrue(text(page, "#balance").startsWith("Nothing is missing."));
      page.locator("#pulse[data-state=live]").waitFor();
      String before = text(page, "#accepted");
      // When
      submit();
      // Then
      page.waitForFunction(
          "was => document.getElementById('accepted').textContent !== was", before);
    }
  }

  @Test
  void aLetterIsLookedAtAndDiscarded() throws Exception {
    try (Reader operator = signedIn(1440, ColorScheme.LIGHT)) {
      // Given
      Page page = operator.page();
      page.locator("#letters li").first().waitFor();
      int before = page.locator("[data-key^=discard-]").count();
      String key = UUID.randomUUID().toString();
      stack.send("cotejo.transcriptions", key, "{\"specversion\":\"1.0\",\"broken\":");
      page.waitForFunction(
          "was => document.querySelectorAll('[data-key^=discard-]').length >= was",
          before + READERS);
      // When
      page.locator("[data-key^=inspect-]").first().click();
      // Then
      page.locator("#letter-body pre").waitFor();
      assertTrue(text(page, "#letter-body").contains("cotejo.transcriptions"));
      operator.photograph("operations-letter");
      page.locator("#letter-close").click();

      // When
      Locator discards = page.locator("[data-key^=discard-]");
      discards.first().click();
      discards.first().click();
      // Then
      page.waitForFunction(
          "was => document.querySelectorAll('[data-key^=discard-]').length < was",
          before + READERS);
    }
  }

  @Test
  void aStageIsPausedAndResumed() {
    try (Reader operator = signedIn(1440, ColorScheme.LIGHT)) {
      // Given
      Page page = operator.page();
      // When
      page.locator("[data-key=pause-recognition]").click();
      page.locator("#pause-reason").fill("acceptance");
      page.locator("#pause-submit").click();
      // Then
      page.locator("[data-key=resume-recognition]").waitFor();
      assertTrue(text(page, "#stages .paused").contains(": acceptance"));
      assertTrue(text(page, "#signs").contains("recognition"));
      operator.photograph("operations-paused");

      // When
      page.locator("[data-key=resume-recognition]").click();
      // Then
      page.locator("[data-key=pause-recognition]").waitFor();
    }
  }

  @Test
  void aFilterIsCountedAndADocumentsLifeIsTold() {
    String document = stack.document(SamplePaper.LIGHTHOUSE);
    try (Reader operator = signedIn(1440, ColorScheme.LIGHT)) {
      // When
      Page page = operator.page();
      page.locator("#filter-language").fill("es");
      page.locator("#filter-look").click();
      // Then
      page.locator("#filter-begin").waitFor();
      assertTrue(
          text(page, "#filter-count").matches("[1-9][0-9]* documents?, [1-9][0-9]* pages?\\."));

      // When
      page.locator("#life-id").fill(document);
      page.locator("#life-form button").click();
      // Then
      page.locator("#life-body li").first().waitFor();
      operator.photograph("operations-life");
    }
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "900, DARK", "1440, LIGHT", "1440, DARK"})
  void fitsItsWindow(int width, ColorScheme scheme) {
    try (Reader operator = signedIn(width, scheme)) {
      Page page = operator.page();
      page.locator("#stages tr").first().waitFor();
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Reader.SCREENSHOTS.resolve(
                      "operations-" + width + "-" + scheme.name().toLowerCase() + ".png")));
      assertEquals(
          true,
          page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 1"));
    }
  }

  private Reader signedIn(int width, ColorScheme scheme) {
    Reader operator = new Reader(chromium, stack, width, 900, scheme);
    operator.open("/operations");
    operator.page().locator("#token").fill(stack.token("operator"));
    operator.page().locator("#token-form button").click();
    operator.page().locator("#figures").waitFor();
    operator.page().locator("#signs li").first().waitFor();
    return operator;
  }

  private void submit() {
    List<Path> dusty =
        SamplePaper.LIGHTHOUSE.scans().stream()
            .map(scan -> Dust.on(scan, System.nanoTime(), folder))
            .toList();
    List<String> arguments = new ArrayList<>(List.of("submit"));
    arguments.addAll(SamplePaper.LIGHTHOUSE.clientArguments(dusty));
    stack.client("submitter", arguments.toArray(String[]::new)).succeeded();
  }

  private static String text(Page page, String selector) {
    return page.locator(selector).first().textContent().strip();
  }
}

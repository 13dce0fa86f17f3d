package org.cotejo.ocr.recognition.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Word;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final String LETTERS = "añÿжЖ漢🂡-.'";

  private final Random random = new Random(20261125);

  @Test
  void answerComesBackAsItWas() throws IOException {
    for (int turn = 0; turn < 200; turn++) {
      // Given
      PageReply reply = new PageReply.Read(blocks());
      // When and then
      assertEquals(reply, PageReply.readFrom(input(bytes(reply))));
    }
    PageReply failed = new PageReply.Failed("recognition.time-limit", "Too long.");
    assertEquals(failed, PageReply.readFrom(input(bytes(failed))));
    PageReply unable = new PageReply.Unable("");
    assertEquals(unable, PageReply.readFrom(input(bytes(unable))));
  }

  @Test
  void requestComesBackAsItWas() throws IOException {
    // Given
    byte[] png = new byte[70_000];
    random.nextBytes(png);
    PageRequest request =
        new PageRequest(
            new PageScan(png, 1654, 2339, 200),
            List.of(new LanguageTag("sr-Latn"), new LanguageTag("en")),
            Duration.ofMillis(1234));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    request.writeTo(new DataOutputStream(written));
    // When
    PageRequest read = PageRequest.readFrom(input(written.toByteArray()));
    // Then
    assertArrayEquals(png, read.page().png());
    assertEquals(1654, read.page().widthPixels());
    assertEquals(2339, read.page().heightPixels());
    assertEquals(200, read.page().resolutionDpi());
    assertEquals(request.languages(), read.languages());
    assertEquals(request.limit(), read.limit());
  }

  @Test
  void answerThatIsCutOffIsNone() throws IOException {
    byte[] whole = bytes(new PageReply.Read(blocks()));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> PageReply.readFrom(input(part)));
    }
  }

  @Test
  void whatIsTooLongIsNoAnswer() {
    byte[] length = {0x7F, 0, 0, 0, 'r'};
    assertThrows(IOException.class, () -> PageReply.readFrom(input(length)));
  }

  @Test
  void whatMakesNoSenseIsNoAnswer() throws IOException {
    for (int turn = 0; turn < 2000; turn++) {
      // Given
      byte[] damaged = bytes(new PageReply.Read(blocks()));
      damaged[4 + random.nextInt(damaged.length - 4)] ^= (byte) (1 << random.nextInt(8));
      // When and then: another answer or an I/O failure, nothing else
      try {
        PageReply.readFrom(input(damaged));
      } catch (IOException known) {
        continue;
      }
    }
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      List<Line> lines = new ArrayList<>();
      for (int line = random.nextInt(4); line > 0; line--) {
        List<Word> words = new ArrayList<>();
        for (int word = 1 + random.nextInt(5); word > 0; word--) {
          words.add(word());
        }
        lines.add(new Line(words));
      }
      blocks.add(new Block(lines));
    }
    return blocks;
  }

  private Word word() {
    StringBuilder text = new StringBuilder("x");
    int[] letters = LETTERS.codePoints().toArray();
    for (int left = random.nextInt(12); left > 0; left--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    Box box =
        new Box(
            random.nextInt(5000),
            random.nextInt(5000),
            1 + random.nextInt(900),
            1 + random.nextInt(90));
    String read = random.nextInt(4) == 0 ? "y" + text : text.toString();
    return new Word(text.toString(), box, random.nextDouble(), read);
  }

  private static byte[] bytes(PageReply reply) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    reply.writeTo(new DataOutputStream(written));
    return written.toByteArray();
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}

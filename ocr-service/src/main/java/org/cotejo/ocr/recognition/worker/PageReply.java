package org.cotejo.ocr.recognition.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Word;

/** What a worker answers, in one frame; before the last one some that say that it goes on. */
sealed interface PageReply {
  /** Room for some 200,000 words. */
  int MAXIMUM_BYTES = 16 * 1024 * 1024;

  /** The page was read. */
  record Read(List<Block> blocks) implements PageReply {
    public Read {
      blocks = List.copyOf(blocks);
    }
  }

  /** The page cannot be read. */
  record Failed(String code, String safeMessage) implements PageReply {}

  /** The worker itself cannot work, whatever the page. */
  record Unable(String message) implements PageReply {}

  /** The page is being read. */
  record GoesOn() implements PageReply {}

  default void writeTo(DataOutputStream stream) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(frame);
    switch (this) {
      case Read(List<Block> blocks) -> {
        fields.writeByte('r');
        writeBlocks(fields, blocks);
      }
      case Failed(String code, String message) -> {
        fields.writeByte('f');
        fields.writeUTF(code);
        fields.writeUTF(message);
      }
      case Unable(String message) -> {
        fields.writeByte('u');
        fields.writeUTF(message);
      }
      case GoesOn() -> fields.writeByte('g');
    }
    Frames.write(stream, frame.toByteArray());
  }

  /**
   * The next answer.
   *
   * @throws IOException when there is none, or something that is no answer
   */
  static PageReply readFrom(DataInputStream stream) throws IOException {
    DataInputStream fields =
        new DataInputStream(new ByteArrayInputStream(Frames.read(stream, MAXIMUM_BYTES)));
    try {
      char kind = (char) fields.readByte();
      return switch (kind) {
        case 'r' -> new Read(readBlocks(fields));
        case 'f' -> new Failed(fields.readUTF(), fields.readUTF());
        case 'u' -> new Unable(fields.readUTF());
        case 'g' -> new GoesOn();
        default -> throw new IOException("no answer of a worker begins with " + kind);
      };
    } catch (IllegalArgumentException invalid) {
      throw new IOException("the answer of a worker makes no sense", invalid);
    }
  }

  private static void writeBlocks(DataOutputStream fields, List<Block> blocks) throws IOException {
    fields.writeInt(blocks.size());
    for (Block block : blocks) {
      fields.writeInt(block.lines().size());
      for (Line line : block.lines()) {
        fields.writeInt(line.words().size());
        for (Word word : line.words()) {
          writeWord(fields, word);
        }
      }
    }
  }

  private static List<Block> readBlocks(DataInputStream fields) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int blocksLeft = fields.readInt(); blocksLeft > 0; blocksLeft--) {
      List<Line> lines = new ArrayList<>();
      for (int linesLeft = fields.readInt(); linesLeft > 0; linesLeft--) {
        List<Word> words = new ArrayList<>();
        for (int wordsLeft = fields.readInt(); wordsLeft > 0; wordsLeft--) {
          words.add(readWord(fields));
        }
        lines.add(new Line(words));
      }
      blocks.add(new Block(lines));
    }
    return blocks;
  }

  private static void writeWord(DataOutputStream fields, Word word) throws IOException {
    fields.writeUTF(word.text());
    Box box = word.box();
    fields.writeInt(box.x());
    fields.writeInt(box.y());
    fields.writeInt(box.width());
    fields.writeInt(box.height());
    fields.writeDouble(word.confidence());
    fields.writeUTF(word.read());
  }

  private static Word readWord(DataInputStream fields) throws IOException {
    String text = fields.readUTF();
    Box box = new Box(fields.readInt(), fields.readInt(), fields.readInt(), fields.readInt());
    return new Word(text, box, fields.readDouble(), fields.readUTF());
  }
}

package org.cotejo.ocr.recognition.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code traineddata} file of Tesseract: a count (32 bits), that many offsets from
 * the start of the file (64 bits, -1 for a part that is not there), then the parts, in order; all
 * little-endian (tessdatamanager.h).
 */
public final class ModelFile {
  /** The network that reads lines. */
  public static final int NETWORK = 17;

  /** The list of characters that the network can write, in UTF-8. */
  public static final int CHARACTERS = 21;

  /** Far more than any version of Tesseract knows. */
  private static final int MOST_PARTS = 64;

  private final List<byte @Nullable []> parts;

  private ModelFile(List<byte @Nullable []> parts) {
    this.parts = Collections.unmodifiableList(parts);
  }

  /**
   * The parts of a file.
   *
   * @throws IllegalArgumentException when it is no such file
   */
  public static ModelFile of(byte[] file) {
    ByteBuffer content = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = file.length < Integer.BYTES ? -1 : content.getInt();
    if (count < 1 || count > MOST_PARTS || content.remaining() < count * Long.BYTES) {
      throw new IllegalArgumentException("not a file of language models");
    }
    long[] offsets = new long[count];
    content.asLongBuffer().get(offsets);
    List<byte @Nullable []> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      parts.add(offsets[part] < 0 ? null : part(content, offsets[part], end(offsets, part, file)));
    }
    return new ModelFile(parts);
  }

  private static long end(long[] offsets, int part, byte[] file) {
    for (int next = part + 1; next < offsets.length; next++) {
      if (offsets[next] >= 0) {
        return offsets[next];
      }
    }
    return file.length;
  }

  private static byte[] part(ByteBuffer content, long from, long to) {
    if (from > to || to > content.capacity()) {
      throw new IllegalArgumentException("a part of the language model lies outside its file");
    }
    byte[] part = new byte[(int) (to - from)];
    content.get((int) from, part);
    return part;
  }

  /**
   * A part.
   *
   * @throws IllegalArgumentException when it is not there: a model for the engine before Tesseract
   *     4
   */
  public byte[] part(int number) {
    byte[] part = parts.size() > number ? parts.get(number) : null;
    if (part == null) {
      throw new IllegalArgumentException("the language model has no part " + number);
    }
    return part.clone();
  }

  /** The same model with another network; characters and word lists stay. */
  public ModelFile with(byte[] network) {
    part(NETWORK);
    List<byte @Nullable []> changed = new ArrayList<>(parts);
    changed.set(NETWORK, network.clone());
    return new ModelFile(changed);
  }

  /** The file. */
  public byte[] bytes() {
    int head = Integer.BYTES + parts.size() * Long.BYTES;
    int size = head;
    for (byte @Nullable [] part : parts) {
      size += part == null ? 0 : part.length;
    }
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(parts.size());
    long offset = head;
    for (byte @Nullable [] part : parts) {
      file.putLong(part == null ? -1 : offset);
      offset += part == null ? 0 : part.length;
    }
    for (byte @Nullable [] part : parts) {
      if (part != null) {
        file.put(part);
      }
    }
    return file.array();
  }
}

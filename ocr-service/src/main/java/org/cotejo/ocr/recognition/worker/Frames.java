package org.cotejo.ocr.recognition.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Byte strings on a stream, each after its length in four bytes. */
final class Frames {
  private Frames() {}

  static void write(DataOutputStream stream, byte[] content) throws IOException {
    stream.writeInt(content.length);
    stream.write(content);
    stream.flush();
  }

  /**
   * The next frame.
   *
   * @throws java.io.EOFException when the other side has ended
   * @throws IOException when it is longer than allowed: then this is no frame
   */
  static byte[] read(DataInputStream stream, int maximumBytes) throws IOException {
    int length = stream.readInt();
    if (length < 0 || length > maximumBytes) {
      throw new IOException("a frame of %d bytes; at most %d".formatted(length, maximumBytes));
    }
    byte[] content = new byte[length];
    stream.readFully(content);
    return content;
  }
}

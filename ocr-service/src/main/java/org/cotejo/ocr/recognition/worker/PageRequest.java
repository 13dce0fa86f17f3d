package org.cotejo.ocr.recognition.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;

/**
 * A page that a worker is to read: a frame that describes it and one with its PNG.
 *
 * @param limit after which the engine gives up
 */
record PageRequest(PageScan page, List<LanguageTag> languages, Duration limit) {
  private static final int MAXIMUM_DESCRIPTION_BYTES = 64 * 1024;

  PageRequest {
    languages = List.copyOf(languages);
  }

  void writeTo(DataOutputStream stream) throws IOException {
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(description);
    fields.writeInt(page.widthPixels());
    fields.writeInt(page.heightPixels());
    fields.writeInt(page.resolutionDpi());
    fields.writeLong(limit.toMillis());
    fields.writeInt(languages.size());
    for (LanguageTag language : languages) {
      fields.writeUTF(language.value());
    }
    Frames.write(stream, description.toByteArray());
    Frames.write(stream, page.png());
  }

  static PageRequest readFrom(DataInputStream stream) throws IOException {
    DataInputStream fields =
        new DataInputStream(
            new ByteArrayInputStream(Frames.read(stream, MAXIMUM_DESCRIPTION_BYTES)));
    int width = fields.readInt();
    int height = fields.readInt();
    int resolution = fields.readInt();
    Duration limit = Duration.ofMillis(fields.readLong());
    List<LanguageTag> languages = new ArrayList<>();
    for (int left = fields.readInt(); left > 0; left--) {
      languages.add(new LanguageTag(fields.readUTF()));
    }
    // The service bounds the image; the heap of this process does so again.
    byte[] png = Frames.read(stream, Integer.MAX_VALUE);
    return new PageRequest(new PageScan(png, width, height, resolution), languages, limit);
  }
}

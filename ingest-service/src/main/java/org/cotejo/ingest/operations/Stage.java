package org.cotejo.ingest.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the pipeline that works on messages and can be paused. */
public enum Stage {
  /** Page images out of originals. */
  SURROGATES("ocr-service-surrogates", "cotejo.documents"),
  /** What is written on the pages. */
  RECOGNITION("ocr-service-recognition", "cotejo.surrogates"),
  /** Original and translation side by side. */
  ALIGNMENT("translation-service-transcriptions", "cotejo.transcriptions"),
  /** Into the index. */
  PROJECTION("search-service", "cotejo.bitexts");

  private final String group;
  private final String topic;

  Stage(String group, String topic) {
    this.group = group;
    this.topic = topic;
  }

  /** Its name in events, labels and paths. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a lag is that of the work of this stage. */
  public boolean has(ConsumerLag lag) {
    return lag.group().equals(group) && lag.topic().equals(topic);
  }

  /** The stage of a name. */
  public static Optional<Stage> of(String label) {
    return Arrays.stream(values()).filter(stage -> stage.label().equals(label)).findFirst();
  }
}

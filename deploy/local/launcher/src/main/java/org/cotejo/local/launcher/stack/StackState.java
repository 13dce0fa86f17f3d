package org.cotejo.local.launcher.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotejo.local.launcher.Refusal;
import org.cotejo.local.launcher.folder.PrivateFile;

/**
 * What runs on a data folder; a file that {@code down} and tests read.
 *
 * @param status starting, ready or stopping
 * @param url address of the gateway
 * @param launcher the process that supervises the others
 * @param parts all processes that have been started
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackState(
    String status, String url, ProcessIdentity launcher, List<PartState> parts) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One part.
   *
   * @param name for instance {@code ocr-service}
   * @param tier when it is stopped
   * @param port where it listens
   * @param status starting, healthy, restarting or failed
   * @param process the process of the last start
   * @param restarts how often it was started again
   * @param log file with its output
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PartState(
      String name,
      Part.Tier tier,
      int port,
      String status,
      ProcessIdentity process,
      int restarts,
      String log) {}

  public StackState {
    parts = List.copyOf(parts);
  }

  /** The state that a file tells; empty when there is none. */
  public static Optional<StackState> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), StackState.class));
    } catch (IOException failure) {
      throw new Refusal(file + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  void write(Path file) {
    try {
      PrivateFile.write(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException failure) {
      throw new Refusal(file + " cannot be written", failure);
    }
  }
}

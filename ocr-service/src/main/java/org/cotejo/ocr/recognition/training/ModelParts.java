package org.cotejo.ocr.recognition.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.ocr.recognition.engine.ModelFile;

/** Takes networks out of language models: to train one further, and when it has been trained. */
public final class ModelParts {
  private ModelParts() {}

  /**
   * Arguments: {@code float MODEL NETWORK RATE} writes the network of a model with floating
   * weights, to be trained from a learning rate; {@code between MODEL NETWORK OTHER PART} one with
   * floating weights on the way to that of another model; {@code network MODEL NETWORK} writes it
   * as it is.
   */
  public static void main(String[] arguments) throws IOException {
    ModelFile model = ModelFile.of(Files.readAllBytes(Path.of(arguments[1])));
    byte[] network = model.part(ModelFile.NETWORK);
    Path target = Path.of(arguments[2]);
    switch (arguments[0]) {
      case "float" -> Files.write(target, FloatNetwork.of(network, Float.parseFloat(arguments[3])));
      case "between" -> {
        ModelFile other = ModelFile.of(Files.readAllBytes(Path.of(arguments[3])));
        Files.write(
            target,
            FloatNetwork.between(
                network, other.part(ModelFile.NETWORK), Double.parseDouble(arguments[4])));
      }
      case "network" -> Files.write(target, network);
      default ->
          throw new IllegalArgumentException("float, between or network, not " + arguments[0]);
    }
  }
}

package org.cotejo.ocr.recognition.training;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a network of Tesseract trainable again. The models that packages carry are made integer:
 * each row of weights is a byte a weight and one scale. {@code lstmtraining} refuses these, so here
 * each weight becomes scale times byte, a double; what the network reads stays the same but for the
 * rounding of what flows through it.
 *
 * <p>Layers are written as type, state and sizes, then their own fields or the layers within
 * (network.cpp, plumbing.cpp, lstm.cpp, fullyconnected.cpp and weightmatrix.cpp of Tesseract 5).
 */
public final class FloatNetwork {
  private static final int INTEGER_WEIGHTS = 1;
  private static final int ADAM = 4;
  private static final int DOUBLES = 128;
  private static final int RATE_FOR_EACH_LAYER = 64;
  private static final int INTEGER_MODE = 1;
  private static final int MOST_LAYERS = 100;
  private static final int LONGEST_TEXT = 10_000;

  private static final Set<String> GROUPS =
      Set.of(
          "Series",
          "Parallel",
          "Replicated",
          "ParBidiLSTM",
          "DepParUDLSTM",
          "Par2dLSTM",
          "RTLReversed",
          "TTBReversed",
          "XYTranspose");
  private static final Set<String> WINDOWS = Set.of("Convolve", "Maxpool", "Reconfig");
  private static final Set<String> LSTMS = Set.of("LSTM", "SummLSTM");
  private static final Set<String> CONNECTED =
      Set.of("Logistic", "LinLogistic", "LinTanh", "Tanh", "Relu", "Linear", "Softmax");

  private final ByteBuffer in;
  private final float learningRate;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Matrix> matrices = new ArrayList<>();

  private FloatNetwork(byte[] network, float learningRate) {
    this.in = ByteBuffer.wrap(network).order(ByteOrder.LITTLE_ENDIAN);
    this.learningRate = learningRate;
  }

  /**
   * The network with floating weights.
   *
   * @param network with integer ones, as it stands in a model
   * @param learningRate that training starts with
   * @throws IllegalArgumentException when it is no such network
   */
  public static byte[] of(byte[] network, float learningRate) {
    try {
      return new FloatNetwork(network, learningRate).converted();
    } catch (java.nio.BufferUnderflowException truncated) {
      throw new IllegalArgumentException("the network ends too early", truncated);
    }
  }

  /**
   * The network half way, or another part of it, between two that were trained from the same one.
   * Between what was fetched and what was trained on few pages it reads those nearly as well as the
   * latter, and what they do not show nearly as well as the former (Wortsman et al., Robust
   * fine-tuning of zero-shot models, 2022).
   *
   * @param one integer, as it stands in a model
   * @param other the same
   * @param part of the way from one to the other, 0 to 1
   * @throws IllegalArgumentException when they are not networks of the same layers
   */
  public static byte[] between(byte[] one, byte[] other, double part) {
    FloatNetwork from = new FloatNetwork(one, 0);
    FloatNetwork to = new FloatNetwork(other, 0);
    ByteBuffer blend = ByteBuffer.wrap(from.converted()).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer end = ByteBuffer.wrap(to.converted()).order(ByteOrder.LITTLE_ENDIAN);
    if (!from.matrices.equals(to.matrices)) {
      throw new IllegalArgumentException("the networks differ in their layers");
    }
    for (Matrix matrix : from.matrices) {
      for (int at = 0; at < matrix.weights(); at++) {
        int place = matrix.place() + at * Double.BYTES;
        double weight = blend.getDouble(place);
        blend.putDouble(place, weight + part * (end.getDouble(place) - weight));
      }
    }
    return blend.array();
  }

  /** Where the weights of a matrix begin in what is written, and how many there are. */
  private record Matrix(int place, int weights) {}

  private byte[] converted() {
    layer(0);
    text();
    // Flags of training, count of training steps, of samples, number of the blank.
    writeInt(in.getInt() & ~INTEGER_MODE);
    writeInt(in.getInt());
    writeInt(in.getInt());
    writeInt(in.getInt());
    writeFloat(in.getFloat());
    in.getFloat();
    writeFloat(learningRate);
    writeFloat(in.getFloat());
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("the network goes on after its end");
    }
    return out.toByteArray();
  }

  private void layer(int depth) {
    if (depth > MOST_LAYERS) {
      throw new IllegalArgumentException("layers within layers without end");
    }
    if (copyByte() != 0) {
      throw new IllegalArgumentException("the network is of a form older than Tesseract 4.0");
    }
    String type = text();
    copyByte();
    copyByte();
    int flags = copyInt();
    int inputs = copyInt();
    copyInt();
    copyInt();
    text();
    if (GROUPS.contains(type)) {
      group(flags, depth);
    } else if (type.equals("Input")) {
      copy(5 * Integer.BYTES);
    } else if (WINDOWS.contains(type)) {
      copy(2 * Integer.BYTES);
    } else if (LSTMS.contains(type)) {
      memory(inputs);
    } else if (CONNECTED.contains(type)) {
      weights();
    } else {
      throw new IllegalArgumentException("a network with a layer " + type);
    }
  }

  private void group(int flags, int depth) {
    int layers = copyInt();
    if (layers < 0 || layers > MOST_LAYERS) {
      throw new IllegalArgumentException("a network with " + layers + " layers in one");
    }
    for (int at = 0; at < layers; at++) {
      layer(depth + 1);
    }
    if ((flags & RATE_FOR_EACH_LAYER) != 0) {
      int rates = copyInt();
      for (int at = 0; at < rates; at++) {
        in.getFloat();
        writeFloat(learningRate);
      }
    }
  }

  /** Four matrices: cell input, input gate, forget gate, output gate; a fifth in two dimensions. */
  private void memory(int inputs) {
    int withOutputs = copyInt();
    int outputs = weights();
    int gates = withOutputs == inputs + 2 * outputs ? 4 : 3;
    for (int at = 0; at < gates; at++) {
      weights();
    }
  }

  /** Returns the number of rows. */
  private int weights() {
    int mode = in.get() & 0xFF;
    if ((mode & INTEGER_WEIGHTS) == 0 || (mode & DOUBLES) == 0) {
      throw new IllegalArgumentException("the network's weights are no integers with scales");
    }
    out.write(DOUBLES | ADAM);
    int rows = copyInt();
    int columns = copyInt();
    in.get(); // what stands for a missing weight
    writeDouble(0);
    if (rows < 0 || columns < 0 || (long) rows * columns > in.remaining()) {
      throw new IllegalArgumentException("a matrix larger than its network");
    }
    byte[] weights = new byte[rows * columns];
    in.get(weights);
    double[] scales = new double[Math.clamp(in.getInt(), 0, in.remaining() / Double.BYTES)];
    in.asDoubleBuffer().get(scales);
    in.position(in.position() + scales.length * Double.BYTES);
    if (scales.length < rows) {
      throw new IllegalArgumentException("a matrix with too few scales");
    }
    matrices.add(new Matrix(out.size(), weights.length));
    for (int at = 0; at < weights.length; at++) {
      writeDouble(weights[at] * scales[at / columns]);
    }
    return rows;
  }

  private String text() {
    int length = copyInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IllegalArgumentException("a name of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    out.writeBytes(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void copy(int bytes) {
    for (int at = 0; at < bytes; at++) {
      copyByte();
    }
  }

  private int copyByte() {
    byte value = in.get();
    out.write(value);
    return value;
  }

  private int copyInt() {
    int value = in.getInt();
    writeInt(value);
    return value;
  }

  private void writeInt(int value) {
    out.writeBytes(little(Integer.BYTES).putInt(value).array());
  }

  private void writeFloat(float value) {
    out.writeBytes(little(Float.BYTES).putFloat(value).array());
  }

  private void writeDouble(double value) {
    out.writeBytes(little(Double.BYTES).putDouble(value).array());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

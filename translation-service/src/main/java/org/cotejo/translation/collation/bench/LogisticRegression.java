package org.cotejo.translation.collation.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fits the weights of a logistic model by maximum a posteriori: Newton's method, a Gaussian prior
 * of variance 1 on the weights of the standardised quantities (Bishop 2006, 4.3.3). The first
 * quantity is the constant 1 and has no prior.
 */
final class LogisticRegression {
  private static final int MOST_STEPS = 60;
  private static final double ENOUGH = 1e-9;
  private static final double LEAST_DEVIATION = 1e-9;
  private static final double LEAST_CURVATURE = 1e-6;

  private LogisticRegression() {}

  /**
   * The weights, for the quantities as they are.
   *
   * @param rows quantities of each example, equally many
   * @param labels whether each example is one of those that are looked for
   */
  static List<Double> fit(List<List<Double>> rows, List<Boolean> labels) {
    int width = rows.getFirst().size();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    standardise(rows, mean, deviation);
    double[][] standard = new double[rows.size()][width];
    for (int n = 0; n < standard.length; n++) {
      for (int k = 0; k < width; k++) {
        standard[n][k] = k == 0 ? 1 : (rows.get(n).get(k) - mean[k]) / deviation[k];
      }
    }
    double[] weights = newton(standard, labels, width);
    List<Double> plain = new ArrayList<>(Collections.nCopies(width, 0.0));
    double constant = weights[0];
    for (int k = 1; k < width; k++) {
      plain.set(k, weights[k] / deviation[k]);
      constant -= weights[k] * mean[k] / deviation[k];
    }
    plain.set(0, constant);
    return List.copyOf(plain);
  }

  private static void standardise(List<List<Double>> rows, double[] mean, double[] deviation) {
    for (int k = 1; k < mean.length; k++) {
      double sum = 0;
      double squares = 0;
      for (List<Double> row : rows) {
        sum += row.get(k);
        squares += row.get(k) * row.get(k);
      }
      mean[k] = sum / rows.size();
      deviation[k] = Math.sqrt(Math.max(0, squares / rows.size() - mean[k] * mean[k]));
      deviation[k] = deviation[k] < LEAST_DEVIATION ? 1 : deviation[k];
    }
  }

  private static double[] newton(double[][] rows, List<Boolean> labels, int width) {
    double[] weights = new double[width];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[width];
      double[][] curvature = new double[width][width];
      for (int k = 0; k < width; k++) {
        gradient[k] = k == 0 ? 0 : -weights[k];
        curvature[k][k] = k == 0 ? LEAST_CURVATURE : 1;
      }
      for (int n = 0; n < rows.length; n++) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
          sum += weights[k] * rows[n][k];
        }
        double probability = 1 / (1 + Math.exp(-sum));
        double weight = probability * (1 - probability);
        for (int k = 0; k < width; k++) {
          gradient[k] += ((labels.get(n) ? 1 : 0) - probability) * rows[n][k];
          for (int other = 0; other < width; other++) {
            curvature[k][other] += weight * rows[n][k] * rows[n][other];
          }
        }
      }
      double[] change = solved(curvature, gradient);
      double most = 0;
      for (int k = 0; k < width; k++) {
        weights[k] += change[k];
        most = Math.max(most, Math.abs(change[k]));
      }
      if (most < ENOUGH) {
        return weights;
      }
    }
    return weights;
  }

  /** Solves a system whose matrix is symmetric and positive definite (Cholesky). */
  private static double[] solved(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST_CURVATURE)) : sum / lower[j][j];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        solution[i] -= lower[k][i] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    return solution;
  }
}

package org.cotejo.objects;

/**
 * The name of an object inside the bucket.
 *
 * @param value 1 to 1,024 characters, not beginning with a slash, without an empty, {@code .} or
 *     {@code ..} step
 */
public record ObjectKey(String value) {
  private static final int MAXIMUM_LENGTH = 1024;

  public ObjectKey {
    if (value.isEmpty() || value.length() > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException("an object key has 1 to 1,024 characters");
    }
    for (String step : value.split("/", -1)) {
      if (step.isEmpty() || ".".equals(step) || "..".equals(step)) {
        throw new IllegalArgumentException("an object key has no empty or dotted step: " + value);
      }
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

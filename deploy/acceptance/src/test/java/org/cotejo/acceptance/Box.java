package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A box on a page, in pixels of the surrogate. */
record Box(int page, double x, double y, double width, double height) {

  static Box of(JsonNode json) {
    return new Box(
        json.path("page").asInt(),
        json.path("x").asDouble(),
        json.path("y").asDouble(),
        json.path("width").asDouble(),
        json.path("height").asDouble());
  }

  static List<Box> all(JsonNode array) {
    return array.valueStream().map(Box::of).toList();
  }

  double area() {
    return width * height;
  }

  double sharedArea(Box other) {
    double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return page != other.page || across <= 0 || down <= 0 ? 0 : across * down;
  }

  double intersectionOverUnion(Box other) {
    double shared = sharedArea(other);
    return shared / (area() + other.area() - shared);
  }

  /**
   * How much of this box some box of the others covers, 0..1; the others are lines, so they do not
   * overlap.
   */
  double coveredBy(List<Box> others) {
    return others.stream().mapToDouble(this::sharedArea).sum() / area();
  }
}

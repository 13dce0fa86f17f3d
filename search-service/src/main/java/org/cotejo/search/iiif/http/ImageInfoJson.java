package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageLimits;
import org.cotejo.search.iiif.TileGrid;

/** What info.json says of an image. */
final class ImageInfoJson {
  private static final List<String> QUALITIES = List.of("color", "gray", "bitonal");

  private ImageInfoJson() {}

  static ObjectNode of(ImageApi api, String id, TileGrid grid, ImageLimits limits) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("@context", api.context());
    switch (api) {
      case V3 -> json.put("id", id).put("type", "ImageService3").put("profile", "level2");
      case V2 -> json.put("@id", id);
    }
    json.put("protocol", "http://iiif.io/api/image");
    json.put("width", grid.width()).put("height", grid.height());
    sizes(json, grid, limits);
    ObjectNode tiles = json.putArray("tiles").addObject();
    tiles.put("width", grid.tileSize()).put("height", grid.tileSize());
    ArrayNode factors = tiles.putArray("scaleFactors");
    grid.scaleFactors().forEach(factors::add);
    switch (api) {
      case V3 -> version3(json, limits);
      case V2 -> version2(json, limits);
    }
    return json;
  }

  private static void sizes(ObjectNode json, TileGrid grid, ImageLimits limits) {
    ArrayNode sizes = json.putArray("sizes");
    for (int level = grid.levels() - 1; level >= 0; level--) {
      int width = grid.width(level);
      int height = grid.height(level);
      if (width <= limits.maxWidth()
          && height <= limits.maxHeight()
          && (long) width * height <= limits.maxArea()) {
        sizes.addObject().put("width", width).put("height", height);
      }
    }
  }

  private static void limits(ObjectNode json, ImageLimits limits) {
    json.put("maxWidth", limits.maxWidth());
    json.put("maxHeight", limits.maxHeight());
    json.put("maxArea", limits.maxArea());
  }

  private static void version3(ObjectNode json, ImageLimits limits) {
    limits(json, limits);
    json.putArray("preferredFormats").add("jpg");
    ArrayNode qualities = json.putArray("extraQualities");
    QUALITIES.forEach(qualities::add);
    ArrayNode features = json.putArray("extraFeatures");
    List.of("canonicalLinkHeader", "mirroring", "profileLinkHeader", "sizeUpscaling")
        .forEach(features::add);
  }

  private static void version2(ObjectNode json, ImageLimits limits) {
    ArrayNode profile = json.putArray("profile").add(ImageApi.V2.profile());
    ObjectNode more = profile.addObject();
    limits(more, limits);
    more.putArray("formats").add("jpg").add("png");
    ArrayNode qualities = more.putArray("qualities").add("default");
    QUALITIES.forEach(qualities::add);
    ArrayNode supports = more.putArray("supports");
    List.of(
            "canonicalLinkHeader",
            "mirroring",
            "profileLinkHeader",
            "regionSquare",
            "sizeAboveFull",
            "sizeByDistortedWh")
        .forEach(supports::add);
  }
}

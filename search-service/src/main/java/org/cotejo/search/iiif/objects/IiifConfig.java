package org.cotejo.search.iiif.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Limits and forms of what IIIF clients get. */
@ConfigMapping(prefix = "cotejo.iiif")
public interface IiifConfig {
  /**
   * Address of this service as clients see it, such as {@code https://archive.example}. Unless set,
   * the address of each request counts, with the X-Forwarded headers that the gateway sets.
   */
  Optional<String> baseUrl();

  /** Longest side of an image that is sent; an A4 sheet at 600 dpi has 7,016 pixels. */
  @WithDefault("8000")
  int maximumSide();

  /** Pixels of an image that is sent: four bytes each while it is drawn. */
  @WithDefault("16000000")
  long maximumArea();

  /**
   * Pixels of a page of which tiles are made; the same limit as ocr-service has for A4 at 600 dpi.
   */
  @WithDefault("40000000")
  long maximumPagePixels();

  /**
   * Pixels drawn or cut into tiles at once; more wait for their turn. Unless set: what a third of
   * the heap bears at four bytes a pixel; the native codec takes as much again outside the heap.
   */
  Optional<Long> drawingPixels();

  /** How long a request waits for its turn to draw before it is told to come again. */
  @WithDefault("10s")
  Duration patience();

  /** Side of a tile: OpenSeadragon shows a screen with some ten of them. */
  @WithDefault("512")
  int tileSize();

  /**
   * Of tiles and drawn images, in percent; surrogates have 82, and a second loss shall not show.
   */
  @WithDefault("85")
  int jpegQuality();

  /** Packed tiles kept in memory; a page has one to two megabytes. */
  @WithDefault("33554432")
  long memoryBytes();

  /** Name of the institution, as manifests show it. */
  @WithDefault("Cotejo")
  String provider();

  /**
   * How long it holds for tiles what the index said of a document's access; a viewer asks for ten
   * of a page at once. Of changes that this instance makes it knows itself. Zero asks every time.
   */
  @WithDefault("1s")
  Duration accessKnownFor();

  /** How long a browser may keep an image of a public page without asking again. */
  @WithDefault("1h")
  Duration imageMaxAge();
}

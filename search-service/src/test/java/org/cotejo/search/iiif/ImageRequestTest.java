package org.cotejo.search.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is a request against an image of 2,000 x 3,000 pixels. */
class ImageRequestTest {
  private static final ImageLimits LIMITS = new ImageLimits(4000, 4000, 10_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/0/default.jpg           | full/max/0/default.jpg",
        "full/500,/0/default.jpg          | full/500,750/0/default.jpg",
        "full/,300/0/color.png            | full/200,300/0/color.png",
        "full/pct:10/0/gray.jpg           | full/200,300/0/gray.jpg",
        "full/!600,600/0/default.jpg      | full/400,600/0/default.jpg",
        "full/!9000,9000/0/default.jpg    | full/max/0/default.jpg",
        "full/300,300/0/default.jpg       | full/300,300/0/default.jpg",
        "square/max/0/default.jpg         | 0,500,2000,2000/max/0/default.jpg",
        "1900,2900,512,512/max/0/bitonal.png | 1900,2900,100,100/max/0/bitonal.png",
        "pct:50,50,25,25/max/90/default.jpg  | 1000,1500,500,750/max/90/default.jpg",
        "0,0,100,100/^200,/0/default.jpg  | 0,0,100,100/^200,200/0/default.jpg",
        "0,0,100,100/^!300,400/0/default.jpg | 0,0,100,100/^300,300/0/default.jpg",
        "0,0,1000,1000/^max/0/default.jpg | 0,0,1000,1000/^3162,3162/0/default.jpg",
        "full/max/!180/default.jpg        | full/max/!180/default.jpg",
        "full/max/360/default.jpg         | full/max/0/default.jpg",
        "full/max/270.0/default.jpg       | full/max/270/default.jpg",
        "0,0,2000,3000/2000,3000/0/default.jpg | full/max/0/default.jpg",
      })
  void version3HasOneCanonicalForm(String request, String canonical) {
    assertEquals(canonical, cut(ImageApi.V3, request).canonical(ImageApi.V3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/full/0/default.jpg       | full/full/0/default.jpg",
        "full/max/0/default.jpg        | full/full/0/default.jpg",
        "full/500,750/0/default.jpg    | full/500,/0/default.jpg",
        "full/,300/0/default.jpg       | full/200,/0/default.jpg",
        "full/300,300/0/default.jpg    | full/300,300/0/default.jpg",
        "0,0,100,100/200,/0/default.jpg | 0,0,100,100/200,/0/default.jpg",
      })
  void version2HasItsOwn(String request, String canonical) {
    assertEquals(canonical, cut(ImageApi.V2, request).canonical(ImageApi.V2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all/max/0/default.jpg            | INVALID         | image.region-invalid",
        "2000,0,10,10/max/0/default.jpg   | INVALID         | image.region-outside",
        "0,0,0,10/max/0/default.jpg       | INVALID         | image.region-outside",
        "-1,0,10,10/max/0/default.jpg     | INVALID         | image.region-invalid",
        "pct:100,0,10,10/max/0/default.jpg | INVALID        | image.region-outside",
        "full/2001,/0/default.jpg         | INVALID         | image.size-larger",
        "full/pct:101/0/default.jpg       | INVALID         | image.size-larger",
        "full/0,/0/default.jpg            | INVALID         | image.size-empty",
        "full/!0,10/0/default.jpg         | INVALID         | image.size-empty",
        "full/,/0/default.jpg             | INVALID         | image.size-invalid",
        "full/!500,/0/default.jpg         | INVALID         | image.size-invalid",
        "full/full/0/default.jpg          | INVALID         | image.size-invalid",
        "full/^4001,/0/default.jpg        | INVALID         | image.size-limit",
        "full/^3000,/0/default.jpg        | INVALID         | image.size-limit",
        "full/max/361/default.jpg         | INVALID         | image.rotation-invalid",
        "full/max/-90/default.jpg         | INVALID         | image.rotation-invalid",
        "full/max/45/default.jpg          | NOT_IMPLEMENTED | image.rotation-not-offered",
        "full/max/0/sepia.jpg             | INVALID         | image.quality-invalid",
        "full/max/0/default.webp          | NOT_IMPLEMENTED | image.format-not-offered",
        "full/max/0/default.xyz           | INVALID         | image.format-invalid",
        "full/max/0/default               | INVALID         | image.format-invalid",
      })
  void refusesWhatTheStandardForbids(String request, ImageRefused.Kind kind, String code) {
    ImageRefused refused = assertThrows(ImageRefused.class, () -> cut(ImageApi.V3, request));
    assertEquals(kind, refused.kind());
    assertEquals(code, refused.code());
  }

  private static ImageCut cut(ImageApi api, String request) {
    String[] parts = request.strip().split("/", -1);
    return ImageRequest.parse(api, parts[0], parts[1], parts[2], parts[3]).of(2000, 3000, LIMITS);
  }
}

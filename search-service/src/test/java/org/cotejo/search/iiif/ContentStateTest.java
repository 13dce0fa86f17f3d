package org.cotejo.search.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.cotejo.search.projection.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentStateTest {
  private static final UUID ID = UUID.fromString("01a211b9-43b4-7e96-9a6e-9081f4d29add");
  private static final String PLACE = "https://archive.example/iiif/presentation/3/" + ID;

  @Test
  void addressesOfManifestCanvasAndPartAreRead() {
    assertEquals(
        Optional.of(new ContentState(ID, Optional.empty(), Optional.empty())),
        ContentState.ofAddress(PLACE + "/manifest"));
    assertEquals(
        Optional.of(new ContentState(ID, Optional.of(3), Optional.empty())),
        ContentState.ofAddress(PLACE + "/canvas/3"));
    assertEquals(
        Optional.of(new ContentState(ID, Optional.of(3), Optional.of(new Box(3, 10, 20, 300, 40)))),
        ContentState.ofAddress(PLACE + "/canvas/3#xywh=10,20,300,40"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://archive.example/",
        "https://archive.example/iiif/presentation/3/none/manifest",
        "https://archive.example/iiif/presentation/3/01a211b9-43b4-7e96-9a6e-9081f4d29add/canvas/0",
        "https://a.example/iiif/presentation/3/01a211b9-43b4-7e96-9a6e-9081f4d29add/canvas/1#xywh=1,1,0,0"
      })
  void othersAreNot(String address) {
    assertEquals(Optional.empty(), ContentState.ofAddress(address));
  }

  @Test
  void encodingIsUndoneByDecoding() {
    String json = "{\"a\":\"año 1+1 % ~ ü\"}";
    String encoded = ContentState.encoded(json);
    assertTrue(encoded.matches("[A-Za-z0-9_-]+"), encoded);
    assertEquals(Optional.of(json), ContentState.decoded(encoded));
  }

  /** What JavaScript's encodeURIComponent leaves as it is comes back too. */
  @Test
  void statesOfOtherViewersAreDecoded() {
    // Given: btoa(encodeURIComponent("{\"id\":\"a(1)!'*+\"}"))
    String theirs = "JTdCJTIyaWQlMjIlM0ElMjJhKDEpIScqJTJCJTIyJTdE";
    assertEquals(Optional.of("{\"id\":\"a(1)!'*+\"}"), ContentState.decoded(theirs));
    assertEquals(Optional.empty(), ContentState.decoded("not base64!"));
  }

  @Test
  void addressesAreToldFromEncodedStates() {
    assertTrue(ContentState.isAddress(PLACE + "/manifest"));
    assertFalse(ContentState.isAddress("JTdCJTdE"));
  }
}

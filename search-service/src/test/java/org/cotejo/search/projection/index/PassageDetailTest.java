package org.cotejo.search.projection.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.WordPairs;
import org.junit.jupiter.api.Test;

class PassageDetailTest {
  private static final Box LINE = new Box(1, 10, 20, 300, 30);
  private static final Box NEXT = new Box(2, 10, 60, 40, 30);

  @Test
  void readsWhatItWrote() {
    // Given
    Passage passage =
        new Passage(
            "s1",
            Passage.Role.ORIGINAL,
            "es",
            "el \"cónsul\"",
            List.of("s1"),
            List.of(
                new Passage.PlacedWord(0, 2, List.of(LINE)),
                new Passage.PlacedWord(3, 11, List.of(LINE, NEXT))),
            List.of(LINE, NEXT),
            List.of(
                new Passage.Counterpart(
                    Passage.Role.TRANSLATION,
                    "en",
                    "the \"consul\"",
                    List.of("t1", "t2"),
                    List.of(new WordPairs.Pair(3, 11, 4, 12)))));
    // When
    PassageDetail read = PassageDetail.read(TextNode.valueOf(PassageDetail.write(passage)));
    // Then
    assertEquals(
        new PassageDetail(
            passage.segments(), passage.boxes(), passage.words(), passage.counterparts()),
        read);
  }

  @Test
  void readsTheTreesOfAnEarlierVersion() throws JsonProcessingException {
    String former =
        """
        {"segments":["s1"],"boxes":[{"page":1,"x":10,"y":20,"width":300,"height":30}],
         "words":[{"start":0,"end":2,
                   "boxes":[{"page":2,"x":10,"y":60,"width":40,"height":30}]}],
         "counterparts":[{"role":"translation","language":"en","text":"the","segments":["t1"],
                          "pairs":[0,2,0,3]}]}
        """;
    assertEquals(
        new PassageDetail(
            List.of("s1"),
            List.of(LINE),
            List.of(new Passage.PlacedWord(0, 2, List.of(NEXT))),
            List.of(
                new Passage.Counterpart(
                    Passage.Role.TRANSLATION,
                    "en",
                    "the",
                    List.of("t1"),
                    List.of(new WordPairs.Pair(0, 2, 0, 3))))),
        PassageDetail.read(JsonMapper.builder().build().readTree(former)));
  }

  @Test
  void refusesWhatIsNeither() {
    assertThrows(
        IllegalArgumentException.class, () -> PassageDetail.read(TextNode.valueOf("{\"words\":")));
  }
}

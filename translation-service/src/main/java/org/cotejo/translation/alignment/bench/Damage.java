package org.cotejo.translation.alignment.bench;

import java.util.List;
import java.util.Random;

/**
 * What scanning, recognition and segmentation do to an original, with the gold that is right then.
 *
 * <p>Seeded by the set's name: the same set is damaged alike in every run.
 */
enum Damage {
  /** Two characters of a hundred misread. */
  CHARACTERS_2("2 % of characters") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return misread(set, .02, random);
    }
  },
  /** Five characters of a hundred misread. */
  CHARACTERS_5("5 % of characters") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return misread(set, .05, random);
    }
  },
  /** Ten characters of a hundred misread. */
  CHARACTERS_10("10 % of characters") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return misread(set, .10, random);
    }
  },
  /** Words broken at the ends of lines and never joined again. */
  BROKEN_LINES("broken lines") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return withSource(set, set.source().stream().map(Misreading::brokenLines).toList());
    }
  },
  /** One segment of ten cut at some word. */
  SPLIT("split sentences") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.split(set, SHARE_OF_SEGMENTS, random);
    }
  },
  /** One segment of ten joined to the next. */
  JOINED("joined sentences") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.joined(set, SHARE_OF_SEGMENTS, random);
    }
  },
  /** A tenth of the original gone. */
  MISSING_PAGE("missing page") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.withoutPage(set, SHARE_OF_PAGE, random);
    }
  },
  /** A tenth of the original twice, one after the other. */
  PAGE_TWICE("page twice") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.withPageTwice(set, SHARE_OF_PAGE, random);
    }
  },
  /** A segment, such as a date line, that stands elsewhere. */
  MOVED_LINE("moved line") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.moved(set, 1, random);
    }
  },
  /** A paragraph that stands elsewhere. */
  MOVED_PARAGRAPH("moved paragraph") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.moved(set, BEADS_OF_PARAGRAPH, random);
    }
  },
  /** A letterhead with a page number between the segments of every page. */
  HEADERS("headers left in") {
    @Override
    GoldBitext of(GoldBitext set, Random random) {
      return Reshaping.withHeaders(set, SEGMENTS_OF_PAGE);
    }
  };

  private static final double SHARE_OF_SEGMENTS = .10;
  private static final double SHARE_OF_PAGE = .10;
  private static final int SEGMENTS_OF_PAGE = 20;
  private static final int BEADS_OF_PARAGRAPH = 6;

  final String label;

  Damage(String label) {
    this.label = label;
  }

  /** The damaged set. */
  GoldBitext of(GoldBitext set) {
    return of(set, new Random(31L * set.name().hashCode() + label.hashCode()));
  }

  abstract GoldBitext of(GoldBitext set, Random random);

  private static GoldBitext misread(GoldBitext set, double share, Random random) {
    return withSource(
        set, set.source().stream().map(line -> Misreading.misread(line, share, random)).toList());
  }

  private static GoldBitext withSource(GoldBitext set, List<String> source) {
    return new GoldBitext(set.name(), set.languages(), source, set.target(), set.golds());
  }
}

package org.cotejo.translation.exchange.bitext;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.TypedAnnotation;
import org.cotejo.translation.segmentation.Segment;

/**
 * A bitext that is written out.
 *
 * @param documentId the document
 * @param title of the document
 * @param revision of the document that was aligned
 * @param alignmentVersion number of the alignment
 * @param madeAt when it was made
 * @param reading the original
 * @param bitext the translation beside it
 * @param images names of the page images that the boxes belong to, by page
 */
public record ExportedBitext(
    String documentId,
    String title,
    long revision,
    int alignmentVersion,
    Instant madeAt,
    Reading reading,
    Bitext bitext,
    Map<Integer, String> images) {
  /** The program that writes. */
  public static final String CREATOR = "Cotejo";

  public ExportedBitext {
    images = Map.copyOf(images);
  }

  /** What made the bitext, by name, in a fixed order: engine, version, lexicon, corrections... */
  public Map<String, String> provenance() {
    Method method = bitext.method();
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("document", documentId);
    provenance.put("revision", Long.toString(revision));
    provenance.put("alignment", Integer.toString(alignmentVersion));
    provenance.put("engine", method.name());
    provenance.put("engine-version", method.version());
    provenance.put("fingerprint", method.fingerprint());
    provenance.put("lexicon", method.lexicon().isEmpty() ? "none" : method.lexicon());
    provenance.put("corrections", Integer.toString(bitext.handwork().corrections()));
    if (!bitext.translator().isEmpty()) {
      provenance.put("translator", bitext.translator());
    }
    return provenance;
  }

  /** What translator and editor put in, told apart by where it comes from. */
  List<TypedAnnotation> annotations() {
    return TypedAnnotation.of(reading, bitext);
  }

  /** The characters of a segment of the original. */
  String sourceText(int index) {
    Segment segment = reading.segments().get(index);
    return reading.text().text().substring(segment.start(), segment.end());
  }

  /** The characters of a segment of the translation. */
  String targetText(int index) {
    Segment segment = bitext.segments().get(index);
    return bitext.text().substring(segment.start(), segment.end());
  }
}

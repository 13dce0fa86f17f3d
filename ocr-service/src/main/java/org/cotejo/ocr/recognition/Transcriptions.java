package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.Optional;
import org.cotejo.ocr.surrogates.Surrogate;

/**
 * Where surrogates are read and transcriptions are kept; a transcription's place follows from the
 * page and the engine, so that a page is not read twice.
 */
public interface Transcriptions {
  /** The transcription of a page by an engine, when there is one. */
  Optional<StoredTranscription> find(Surrogate surrogate, Engine engine);

  /** The text that the original holds for a page; {@link StoredTextLayer#NONE} for most. */
  StoredTextLayer textLayer(Surrogate surrogate);

  /** The image to be read, with its digest checked. */
  byte[] image(Surrogate surrogate);

  /** What other engines have read on the page; some of them, where they are many. */
  List<FormerTranscription> formers(Surrogate surrogate, Engine engine);

  /** Keeps what differs from a former transcription. Keeping the same twice is harmless. */
  void keepChange(Surrogate surrogate, TranscriptionChange change);

  /** Keeps a transcription; when there is one already, that stays and is returned. */
  StoredTranscription keep(Surrogate surrogate, Transcription transcription);
}

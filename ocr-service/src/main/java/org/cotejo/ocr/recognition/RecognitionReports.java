package org.cotejo.ocr.recognition;

import org.cotejo.ocr.surrogates.PageFailure;

/** Who is told how the reading of a page ended. */
public interface RecognitionReports {
  /** What was thought of the page's text layer, before anything else. */
  void textLayer(LayerVerdict verdict);

  /** The page was read before by another engine, and this is what differs. */
  void changed(TranscriptionChange change);

  /** The page was read now, and this is what stands on it; it is not kept yet. */
  void read(Transcription transcription);

  void transcribed(StoredTranscription transcription, boolean readNow);

  void failed(PageFailure failure);
}

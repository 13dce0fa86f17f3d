package org.cotejo.ocr.recognition;

import org.cotejo.ocr.surrogates.PageFailure;

/** Who is told how the reading of a page ended. */
public interface RecognitionReports {
  void transcribed(StoredTranscription transcription, boolean readNow);

  void failed(PageFailure failure);
}

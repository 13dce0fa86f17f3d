package org.cotejo.ocr.surrogates;

/** Who is told of each page as soon as its fate is known. */
public interface SurrogateReports {
  /**
   * A page is there, made now or before.
   *
   * @param page of the whole document, from 1
   */
  void stored(int page, Original original, int pageOfOriginal, Surrogate surrogate);

  /** A page cannot be made. */
  void failed(int page, PageFailure failure);
}

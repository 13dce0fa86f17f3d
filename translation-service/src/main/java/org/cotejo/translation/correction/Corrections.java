package org.cotejo.translation.correction;

import java.util.List;
import java.util.UUID;

/** Where the changes of curators are kept. */
public interface Corrections {

  /** The changes of a document that are not undone, in the order of time. */
  List<Change> standing(UUID documentId);
}

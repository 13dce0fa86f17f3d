package org.cotejo.translation.bitext;

/** What is known of a document's revision from the catalogue: nothing yet, or everything. */
public sealed interface Announcement permits Announcement.Awaited, AnnouncedDocument {

  /** Pages came first; the catalogue's event is still on its way. */
  record Awaited() implements Announcement {}
}

/**
 * Makes one continuous text of what was read on the pages, and keeps the way back.
 *
 * <p>The position model: a character of the {@link org.cotejo.translation.reading.ReadingText}
 * belongs to a {@link org.cotejo.translation.reading.PlacedWord}, the word has one {@link
 * org.cotejo.translation.reading.PageBox} for each line it stands on, and each box names its line
 * and page. Offsets are UTF-16 code units into text in Unicode normalisation form C. What does not
 * belong to the text (letterheads, page numbers, stamps) is {@link
 * org.cotejo.translation.reading.Furniture}: set aside, never lost.
 */
package org.cotejo.translation.reading;

package org.cotejo.translation.correction;

import org.cotejo.translation.anchoring.Excerpt;

/**
 * What a segment is known by when its text is read or cut anew.
 *
 * @param side whose segment
 * @param text as the machine read it
 * @param excerpt its words and surroundings, as the machine read them
 * @param position how far into the text it stood, 0 to 1
 */
public record SegmentAnchor(TextSide side, String text, Excerpt excerpt, double position) {}

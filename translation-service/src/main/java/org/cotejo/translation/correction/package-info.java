/**
 * What curators set right in a bitext: links and words.
 *
 * <p>A change is kept as what it says of segments, each known by its words and surroundings as the
 * machine read them ({@link org.cotejo.translation.correction.SegmentAnchor}). Whenever the
 * document is aligned, the segments are found again in the new reading, cut as they were, worded as
 * the curator worded them, and the machine aligns around the links that were set.
 */
package org.cotejo.translation.correction;

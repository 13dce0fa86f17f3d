package org.cotejo.translation.segmentation;

/**
 * A paragraph that is to be cut.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param known its kind where the layout told it; {@link SegmentKind#SENTENCE} where the text
 *     itself must tell
 */
public record ParagraphSpan(int start, int end, SegmentKind known) {}

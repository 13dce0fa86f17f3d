/**
 * Sets the segments of a translation beside those of its original, without dictionary or model.
 *
 * <p>{@link org.cotejo.translation.alignment.LexicalAligner} is the method, {@link
 * org.cotejo.translation.alignment.LengthAligner} the yardstick; both give an {@link
 * org.cotejo.translation.alignment.Alignment}, which covers every segment once, in order.
 */
package org.cotejo.translation.alignment;

/**
 * Sets the segments of a translation beside those of its original, without a model.
 *
 * <p>{@link org.cotejo.translation.alignment.LexicalAligner} is the method, {@link
 * org.cotejo.translation.alignment.LengthAligner} the yardstick; both give an {@link
 * org.cotejo.translation.alignment.Alignment}, which covers every segment once. {@link
 * org.cotejo.translation.alignment.FixedLinks} are what people have set, {@link
 * org.cotejo.translation.alignment.PriorLexicon} what is known before.
 */
package org.cotejo.translation.alignment;

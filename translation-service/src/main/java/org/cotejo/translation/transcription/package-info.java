/**
 * What stands on a page as somebody read it: a recogniser, a person, or both.
 *
 * <p>{@link org.cotejo.translation.transcription.PageTranscription} is one page with its words and
 * their boxes, and says who made it.
 */
package org.cotejo.translation.transcription;

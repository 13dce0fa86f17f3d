/**
 * Finds a place of a text again in a later reading of it.
 *
 * <p>What people say of a document hangs on its words and on those around them ({@link
 * org.cotejo.translation.anchoring.Excerpt}), never on a number: segments are counted otherwise
 * when a page is read or cut otherwise.
 */
package org.cotejo.translation.anchoring;

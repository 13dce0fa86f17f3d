/**
 * The archive's lexicon: which words stand for each other in its public documents, for each pair of
 * languages, learned again as the archive grows.
 */
package org.cotejo.translation.lexicon;

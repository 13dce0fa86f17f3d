/**
 * Brings pages and translations of a document together.
 *
 * <p>{@link org.cotejo.translation.bitext.DocumentProgress} decides, whatever the order in which
 * events come, when everything is there; {@link org.cotejo.translation.bitext.BitextMaker} then
 * makes the reading and each bitext. Events, database, files and HTTP stand in the packages below.
 */
package org.cotejo.translation.bitext;

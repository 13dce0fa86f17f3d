/**
 * A translation beside its original in the formats of translators and editors: TMX 1.4b, XLIFF 2.1,
 * TEI P5 and parallel plain text.
 *
 * <p>The same bitext gives the same bytes: there is no clock and no chance in them.
 */
package org.cotejo.translation.exchange.bitext;

/**
 * Texts in the formats of others: {@code page} for what stands on pages, {@code bitext} for a
 * translation beside its original.
 */
package org.cotejo.translation.exchange;

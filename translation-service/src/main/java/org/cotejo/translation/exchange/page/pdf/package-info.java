/** Searchable PDF/A-2u: the page image, and under it the text where it stands, unseen. */
package org.cotejo.translation.exchange.page.pdf;

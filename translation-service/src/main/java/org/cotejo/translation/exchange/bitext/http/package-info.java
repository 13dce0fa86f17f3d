/** Bitexts over HTTP, in every format. */
package org.cotejo.translation.exchange.bitext.http;

/** Transcriptions over HTTP, in every format. */
package org.cotejo.translation.exchange.page.http;

/** Cotejo's HTTP API as the client meets it. */
@org.jspecify.annotations.NullMarked
package org.cotejo.client.api;

/** The command-line client: submits, follows, fetches and searches documents. */
@org.jspecify.annotations.NullMarked
package org.cotejo.client;

/** Tests of the whole: the real stack, the real client, a real browser. */
@org.jspecify.annotations.NullMarked
package org.cotejo.acceptance;

/**
 * Traces over OTLP: one setting switches them on, what they leave out, and figures that name one.
 */
@NullMarked
package org.cotejo.tracing;

import org.jspecify.annotations.NullMarked;

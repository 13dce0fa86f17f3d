/** Traces over OTLP: one setting switches them on, and what they leave out. */
@NullMarked
package org.cotejo.tracing;

import org.jspecify.annotations.NullMarked;

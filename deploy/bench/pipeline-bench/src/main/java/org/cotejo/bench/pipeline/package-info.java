/** Measures the whole pipeline as one runs it. */
@org.jspecify.annotations.NullMarked
package org.cotejo.bench.pipeline;

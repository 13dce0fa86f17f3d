/** Renders the sample papers as scans, with the ground truth of what stands where. */
@org.jspecify.annotations.NullMarked
package org.cotejo.samples;

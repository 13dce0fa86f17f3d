/** The chart's pods as containers of an engine without Kubernetes. */
@org.jspecify.annotations.NullMarked
package org.cotejo.images.trial;

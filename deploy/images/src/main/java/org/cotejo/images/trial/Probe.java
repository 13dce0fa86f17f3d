package org.cotejo.images.trial;

/**
 * How Kubernetes would ask a container how it is.
 *
 * @param kind startup, liveness or readiness
 * @param failureThreshold failures in a row after which the answer is no
 */
record Probe(
    String kind, String path, int periodSeconds, int timeoutSeconds, int failureThreshold) {}

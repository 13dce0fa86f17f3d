package org.cotejo.ocr.recognition.bench;

/**
 * A page read.
 *
 * @param text a line a line in reading order; empty when the page failed
 * @param cpuSeconds processor time it took, of all threads
 */
record Reading(String text, double cpuSeconds) {}

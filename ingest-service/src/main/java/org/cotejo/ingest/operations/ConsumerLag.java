package org.cotejo.ingest.operations;

/**
 * How far a service is behind on a topic.
 *
 * @param group its consumer group
 * @param topic what it reads
 * @param messages not handled yet
 * @param seconds age of the oldest of them; 0 for none
 */
public record ConsumerLag(String group, String topic, long messages, double seconds) {}

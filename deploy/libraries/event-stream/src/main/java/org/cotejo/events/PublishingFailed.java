package org.cotejo.events;

/** The broker did not confirm a message within the time given; transient. */
public final class PublishingFailed extends RuntimeException {
  public PublishingFailed(String topic, Throwable cause) {
    super("no confirmation from the broker for a message to " + topic, cause);
  }
}

package org.cotejo.events;

/** What a service does with one event; it may be called again with the same event. */
@FunctionalInterface
public interface EventHandler {
  /**
   * Handles an event to the end: when it returns, the effects are kept.
   *
   * @throws PermanentFailure when trying again is useless
   * @throws Exception anything else is taken as transient and tried again for a bounded time
   */
  void handle(EventEnvelope event) throws Exception;
}

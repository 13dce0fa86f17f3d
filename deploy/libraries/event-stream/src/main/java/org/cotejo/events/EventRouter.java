package org.cotejo.events;

import java.util.Map;
import java.util.Set;

/**
 * Sends each event to the handler of its type; a type that is neither handled nor known to be
 * someone else's goes to the dead letters.
 *
 * @param handlers by event type
 * @param ignored types that this service reads past
 */
public record EventRouter(Map<String, EventHandler> handlers, Set<String> ignored)
    implements EventHandler {

  public EventRouter {
    handlers = Map.copyOf(handlers);
    ignored = Set.copyOf(ignored);
  }

  @Override
  public void handle(EventEnvelope event) throws Exception {
    EventHandler handler = handlers.get(event.type());
    if (handler != null) {
      handler.handle(event);
    } else if (!ignored.contains(event.type())) {
      throw new PermanentFailure(
          "event.type-unknown", "No handler knows events of type " + event.type() + ".", null);
    }
  }
}

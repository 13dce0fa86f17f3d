package org.cotejo.local.launcher.stack;

import java.util.Set;
import org.cotejo.local.infrastructure.Component;
import org.cotejo.local.infrastructure.KafkaComponent;
import org.cotejo.local.infrastructure.ProcessSpec;
import org.cotejo.local.infrastructure.Topics;

/** PostgreSQL, Kafka, Elasticsearch or the S3 store. */
record InfrastructurePart(Component component, int port) implements Part {

  @Override
  public String name() {
    return component.name();
  }

  @Override
  public Tier tier() {
    return Tier.INFRASTRUCTURE;
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public void prepare() {
    component.prepare();
  }

  @Override
  public ProcessSpec process() {
    return component.process();
  }

  @Override
  public boolean healthy() {
    return component.healthy();
  }

  @Override
  public void afterStart() {
    if (component instanceof KafkaComponent kafka) {
      Topics.create(kafka.bootstrapServers());
    }
  }
}

package org.cotejo.local.infrastructure;

/** One part of the infrastructure that runs as a process of its own on loopback. */
public sealed interface Component
    permits PostgresComponent, KafkaComponent, ElasticsearchComponent, ObjectStoreComponent {

  /** Short name, for instance {@code kafka}. */
  String name();

  /**
   * Makes its folders and configuration; a second call on the same folder keeps all data.
   *
   * @throws InfrastructureException in one sentence when that cannot be done
   */
  void prepare();

  /** The process to start after {@link #prepare}. */
  ProcessSpec process();

  /** Whether it answers now. */
  boolean healthy();
}

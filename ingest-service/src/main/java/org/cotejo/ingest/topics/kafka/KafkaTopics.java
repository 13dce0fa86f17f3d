package org.cotejo.ingest.topics.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.cotejo.ingest.topics.TopicDeclaration;
import org.cotejo.ingest.topics.TopicFinding;

/**
 * The topics of a broker.
 *
 * @param replicas copies of each partition of a new topic
 * @param minimumInSync copies that must have a message before it counts as written
 * @param patience for each answer of the broker
 */
record KafkaTopics(Admin admin, short replicas, int minimumInSync, Duration patience) {
  private static final String FOR_EVER = "-1";

  /**
   * Makes the topics that are not there. Those that are there stay as they are.
   *
   * @return what came of each, in their order
   * @throws ExecutionException when the broker refuses
   * @throws TimeoutException when it does not answer
   */
  List<TopicFinding> make(List<TopicDeclaration> declared)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<String, TopicDescription> present = describe(declared);
    List<TopicFinding> findings = new ArrayList<>();
    for (TopicDeclaration topic : declared) {
      TopicDescription found = present.get(topic.name());
      if (found == null) {
        findings.add(make(topic));
      } else if (found.partitions().size() == topic.partitions()) {
        findings.add(new TopicFinding.Present(topic.name()));
      } else {
        findings.add(
            new TopicFinding.Differs(topic.name(), found.partitions().size(), topic.partitions()));
      }
    }
    return List.copyOf(findings);
  }

  private Map<String, TopicDescription> describe(List<TopicDeclaration> declared)
      throws ExecutionException, TimeoutException, InterruptedException {
    Set<String> names = answer(admin.listTopics().names());
    Set<String> known =
        declared.stream()
            .map(TopicDeclaration::name)
            .filter(names::contains)
            .collect(Collectors.toSet());
    return answer(admin.describeTopics(known).allTopicNames());
  }

  private TopicFinding make(TopicDeclaration topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    NewTopic made = new NewTopic(topic.name(), topic.partitions(), replicas);
    made.configs(
        Map.of(
            "retention.ms",
            topic.retention().map(kept -> Long.toString(kept.toMillis())).orElse(FOR_EVER),
            "min.insync.replicas",
            Integer.toString(minimumInSync)));
    try {
      answer(admin.createTopics(List.of(made)).all());
      return new TopicFinding.Made(topic.name());
    } catch (ExecutionException refused) {
      // Another Job was faster.
      if (refused.getCause() instanceof TopicExistsException) {
        return new TopicFinding.Present(topic.name());
      }
      throw refused;
    }
  }

  private <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      // The client's own limit is the same and may strike first.
      if (refused.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw new TimeoutException("the broker does not answer");
      }
      throw refused;
    }
  }
}

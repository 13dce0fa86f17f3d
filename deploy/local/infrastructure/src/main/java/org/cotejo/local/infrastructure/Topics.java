package org.cotejo.local.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the contracts. */
public final class Topics {
  private static final int LIMIT_SECONDS = 30;
  private static final String LIST = "/contracts/topics.json";

  private Topics() {}

  /** Makes those topics of the contracts that are not there yet. */
  public static void create(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers, LIMIT_SECONDS)) {
      Set<String> present = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          declared().stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while making topics", interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      throw new InfrastructureException("the topics cannot be made", failure);
    }
  }

  static boolean reachable(String bootstrapServers) {
    try (Admin admin = admin(bootstrapServers, 2)) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    }
  }

  private static List<NewTopic> declared() {
    try (InputStream list = Topics.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new InfrastructureException("no " + LIST + " on the class path");
      }
      List<NewTopic> topics = new ArrayList<>();
      for (JsonNode topic : new ObjectMapper().readTree(list)) {
        topics.add(
            new NewTopic(topic.get("name").asText(), topic.get("partitions").asInt(), (short) 1)
                .configs(Map.of("retention.ms", topic.get("retentionMs").asText())));
      }
      return topics;
    } catch (IOException failure) {
      throw new InfrastructureException("the list of topics cannot be read", failure);
    }
  }

  private static Admin admin(String bootstrapServers, int limitSeconds) {
    Properties settings = new Properties();
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, limitSeconds * 1000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, limitSeconds * 1000);
    return Admin.create(settings);
  }
}

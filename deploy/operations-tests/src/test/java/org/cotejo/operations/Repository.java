package org.cotejo.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code that chart, alerts and runbooks speak of. */
final class Repository {
  /** Names of the services as the chart's values use them. */
  static final List<String> SERVICES = List.of("ingest", "ocr", "translation", "search");

  static final Path ROOT = Path.of(System.getProperty("cotejo.root")).toAbsolutePath();
  static final Path CHART = ROOT.resolve("deploy/kubernetes/cotejo");

  private static final Path LIBRARIES = ROOT.resolve("deploy/libraries");
  private static final Pattern MAPPING =
      Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
  private static final Pattern SETTING =
      Pattern.compile("^ {2}(?!default )[A-Za-z<>]+ ([a-zA-Z]+)\\(\\);", Pattern.MULTILINE);
  private static final Pattern SINGLE_SETTING =
      Pattern.compile("@ConfigProperty\\(name = \"([a-z.-]+)\"");

  private Repository() {}

  /** A service's own settings. */
  static Properties applicationProperties(String service) {
    Path file = ROOT.resolve(service + "-service/src/main/resources/application.properties");
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties;
  }

  /** Names of Cotejo's settings that a service reads: its own and those of the libraries. */
  static Set<String> settings(String service) {
    Set<String> names = new TreeSet<>();
    applicationProperties(service).stringPropertyNames().stream()
        .filter(name -> name.startsWith("cotejo."))
        .forEach(names::add);
    for (String source : sources(service)) {
      Matcher mapping = MAPPING.matcher(source);
      if (mapping.find()) {
        SETTING
            .matcher(source)
            .results()
            .forEach(found -> names.add(mapping.group(1) + "." + kebab(found.group(1))));
      }
      SINGLE_SETTING.matcher(source).results().forEach(found -> names.add(found.group(1)));
    }
    // Named in application.properties as ${cotejo.auth...}.
    for (Object value : applicationProperties(service).values()) {
      Pattern.compile("\\$\\{(cotejo\\.[a-z.-]+)}")
          .matcher(value.toString())
          .results()
          .forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  /** Text of each class of a service and of the libraries that it may use. */
  static List<String> sources(String service) {
    return Stream.concat(
            java(ROOT.resolve(service + "-service/src/main/java")).stream(),
            java(LIBRARIES).stream())
        .map(Repository::text)
        .toList();
  }

  /** The classes in a folder, without those of tests. */
  static List<Path> java(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/src/test/"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out cores, instances, partitions, storage and memory from the pages that an archive has and
 * wants read; run by {@code deploy/kubernetes/size}. Its figures are those of sizing.properties,
 * each of which says where it was measured.
 */
public final class Size {
  private static final String USAGE =
      """
      Usage: deploy/kubernetes/size --pages-per-hour N | --pages-per-day N [--hours-per-day 24]
                                    --archive-pages N [--peak 1] [--scan-mebibytes N]
             deploy/kubernetes/size --table
             deploy/kubernetes/size --workers INSTANCES CORES

        --pages-per-hour N   pages that shall be read in an hour, on average
        --pages-per-day N    the same by the day, within --hours-per-day
        --archive-pages N    pages that shall be kept
        --peak N             how many times the average shall be kept up with
        --scan-mebibytes N   of a page's scan as submitted (default: as in the bench)
        --table              the tables of the README
        --workers N CORES    what N instances of ocr-service with so many cores each read, as the profiles say it
      """;

  /** Of a core; above it messages wait long whenever a large paper comes. */
  private static final double BUSY_SHARE = 0.7;

  /** Memory that is asked for beyond what was measured. */
  private static final double MEMORY_ROOM = 1.25;

  private static final double MEMORY_STEP_MIB = 64;
  private static final double MOST = 1e12;
  private static final double MIB = 1024.0 * 1024.0;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double DAYS_OF_PASSING_MESSAGES = 14;
  private static final List<String> SERVICES = List.of("ingest", "ocr", "translation", "search");

  /** Cores of an instance in the production profile. */
  private static final Map<String, Double> INSTANCE_CORES =
      Map.of("ingest", 0.5, "ocr", 2.0, "translation", 1.0, "search", 0.5);

  private final Path folder;
  private final Properties figures = new Properties();

  private Size(Path folder) throws IOException {
    this.folder = folder;
    try (Reader file = Files.newBufferedReader(folder.resolve("sizing.properties"))) {
      figures.load(file);
    }
    for (String name : figures.stringPropertyNames()) {
      if (!name.endsWith(".from") && figures.getProperty(name + ".from", "").isBlank()) {
        throw new IllegalArgumentException(
            "sizing.properties does not say where " + name + " is from");
      }
    }
  }

  /**
   * What is asked for.
   *
   * @param pagesPerHour on average
   * @param busyHoursPerDay in which pages come
   * @param peak times the average
   * @param scanBytes of a page
   */
  private record Wanted(
      double pagesPerHour,
      double busyHoursPerDay,
      double archivePages,
      double peak,
      double scanBytes) {
    double peakPagesPerHour() {
      return pagesPerHour * peak;
    }
  }

  /** What a service needs. */
  private record Need(double cores, int instances, int partitions, double memoryMib) {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = new ArrayList<>(List.of(arguments));
    Path folder = Path.of(given.removeFirst());
    try {
      new Size(folder).run(given);
    } catch (IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    }
  }

  private void run(List<String> arguments) throws IOException {
    if (arguments.equals(List.of("--help")) || arguments.equals(List.of("-h"))) {
      System.out.print(USAGE);
    } else if (arguments.equals(List.of("--table"))) {
      System.out.print(tables());
    } else if (arguments.size() == 3 && arguments.getFirst().equals("--workers")) {
      System.out.print(
          workers(number("INSTANCES", arguments.get(1)), number("CORES", arguments.get(2))));
    } else {
      System.out.print(answer(wanted(options(arguments))));
    }
  }

  private static Map<String, Double> options(List<String> arguments) {
    List<String> known =
        List.of(
            "--pages-per-hour",
            "--pages-per-day",
            "--hours-per-day",
            "--archive-pages",
            "--peak",
            "--scan-mebibytes");
    Map<String, Double> options = new LinkedHashMap<>();
    for (int at = 0; at < arguments.size(); at += 2) {
      String name = arguments.get(at);
      if (!known.contains(name) || at + 1 == arguments.size()) {
        throw new IllegalArgumentException(
            (known.contains(name) ? name + " wants a number" : name + " is not known")
                + "\n"
                + USAGE);
      }
      if (options.put(name, number(name, arguments.get(at + 1))) != null) {
        throw new IllegalArgumentException(name + " stands there twice");
      }
    }
    return options;
  }

  private static double number(String name, String text) {
    try {
      double number = new BigDecimal(text.replace(",", "")).doubleValue();
      if (number > 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Said below.
    }
    throw new IllegalArgumentException(name + " wants a number above 0, and not " + text);
  }

  private Wanted wanted(Map<String, Double> options) {
    Double byHour = options.get("--pages-per-hour");
    Double byDay = options.get("--pages-per-day");
    if ((byHour == null) == (byDay == null)) {
      throw new IllegalArgumentException("give --pages-per-hour or --pages-per-day\n" + USAGE);
    }
    Double archive = options.get("--archive-pages");
    if (archive == null) {
      throw new IllegalArgumentException("give --archive-pages\n" + USAGE);
    }
    double hours = options.getOrDefault("--hours-per-day", 24.0);
    if (hours > 24) {
      throw new IllegalArgumentException("--hours-per-day wants 24 at most");
    }
    double scan =
        options.containsKey("--scan-mebibytes")
            ? options.get("--scan-mebibytes") * MIB
            : figure("bytes.scans") / 1000;
    double peak = options.getOrDefault("--peak", 1.0);
    if (peak < 1) {
      throw new IllegalArgumentException("--peak wants 1 at least");
    }
    return new Wanted(byHour == null ? byDay / hours : byHour, hours, archive, peak, scan);
  }

  private String answer(Wanted wanted) throws IOException {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "At the peak %,.0f pages an hour, %,.0f pages kept.",
        wanted.peakPagesPerHour(),
        wanted.archivePages());
    line(text, "");
    line(text, "| Service | Cores at the peak | Instances | Memory requested |");
    line(text, "|---|---|---|---|");
    double memory = 0;
    for (String service : SERVICES) {
      Need need = need(service, wanted);
      memory += need.memoryMib();
      line(
          text,
          "| %s | %.1f | %d of %s cores | %,.0f MiB |",
          service,
          need.cores(),
          need.instances(),
          plain(INSTANCE_CORES.get(service)),
          need.memoryMib());
    }
    line(text, "| all | | | %,.0f MiB |", memory);
    line(text, "");
    line(text, "| Store | Holds, one copy |");
    line(text, "|---|---|");
    storage(wanted)
        .forEach(
            (store, bytes) -> line(text, "| %s | %s (%,.0f bytes) |", store, size(bytes), bytes));
    line(text, "");
    line(
        text,
        "Kafka, PostgreSQL, Elasticsearch and S3 work %.1f cores at the peak.",
        cores("infrastructure", wanted));
    partitions(wanted).forEach(sentence -> line(text, "%s", sentence));
    return text.toString();
  }

  /** Upper bounds of workers, and whether they suffice. */
  private List<String> partitions(Wanted wanted) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String service : List.of("ocr", "translation")) {
      int needed = need(service, wanted).instances();
      int there = need(service, wanted).partitions();
      sentences.add(
          needed <= there
              ? "Partitions: %d instances of %s-service, of %d that can work."
                  .formatted(needed, service, there)
              : "Partitions: %d instances of %s-service are more than the %d that can work: give each more cores, or its topics %d partitions."
                  .formatted(needed, service, there, needed));
    }
    return sentences;
  }

  private Need need(String service, Wanted wanted) throws IOException {
    double cores = cores(service, wanted);
    int instances = (int) Math.max(1, Math.ceil(cores / INSTANCE_CORES.get(service)));
    double request = requestMib(service);
    return new Need(cores, instances, partitions(service), instances * request);
  }

  private double cores(String service, Wanted wanted) {
    return wanted.peakPagesPerHour()
        * figure("processor." + service)
        / SECONDS_PER_HOUR
        / BUSY_SHARE;
  }

  /** Of one instance. */
  private double requestMib(String service) {
    return Math.ceil(figure("memory." + service) * MEMORY_ROOM / MEMORY_STEP_MIB) * MEMORY_STEP_MIB;
  }

  private Map<String, Double> storage(Wanted wanted) {
    double thousands = wanted.archivePages() / 1000;
    double passing =
        Math.min(
                wanted.archivePages(),
                wanted.pagesPerHour() * wanted.busyHoursPerDay() * DAYS_OF_PASSING_MESSAGES)
            / 1000;
    Map<String, Double> storage = new LinkedHashMap<>();
    storage.put(
        "S3",
        (figure("bytes.s3") - figure("bytes.scans")) * thousands
            + wanted.scanBytes() * wanted.archivePages());
    storage.put("PostgreSQL", figure("bytes.postgresql") * thousands);
    storage.put("Elasticsearch", figure("bytes.elasticsearch") * thousands);
    storage.put(
        "Kafka", figure("bytes.kafka.kept") * thousands + figure("bytes.kafka.passing") * passing);
    return storage;
  }

  private String tables() throws IOException {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "| Pages a day / kept | ocr cores, instances | other services' cores | dependencies' cores"
            + " | S3 | PostgreSQL | Elasticsearch | Kafka | Memory requested |");
    line(text, "|---|---|---|---|---|---|---|---|---|");
    row(text, 2_000, 100_000);
    row(text, 20_000, 1_000_000);
    row(text, 200_000, 10_000_000);
    line(text, "");
    line(
        text,
        "Pages come evenly within 24 hours, and twice as many can be kept up with (`--peak 2`); a"
            + " core is at most %.0f %% busy. One copy of each store.",
        BUSY_SHARE * 100);
    line(text, "");
    line(text, "| Figure | | Measured by |");
    line(text, "|---|---|---|");
    for (String name : new TreeSet<>(figures.stringPropertyNames())) {
      if (!name.endsWith(".from")) {
        line(
            text,
            "| `%s` | %s | %s |",
            name,
            figures.getProperty(name),
            figures.getProperty(name + ".from"));
      }
    }
    return text.toString();
  }

  private void row(StringBuilder text, double pagesPerDay, double archivePages) throws IOException {
    Wanted wanted = new Wanted(pagesPerDay / 24, 24, archivePages, 2, figure("bytes.scans") / 1000);
    double others = 0;
    double memory = 0;
    for (String service : SERVICES) {
      others += service.equals("ocr") ? 0 : cores(service, wanted);
      memory += need(service, wanted).memoryMib();
    }
    Need ocr = need("ocr", wanted);
    Map<String, Double> storage = storage(wanted);
    line(
        text,
        "| %,.0f / %,.0f | %.1f, %d | %.1f | %.1f | %s | %s | %s | %s | %s |",
        pagesPerDay,
        archivePages,
        ocr.cores(),
        ocr.instances(),
        others,
        cores("infrastructure", wanted),
        size(storage.get("S3")),
        size(storage.get("PostgreSQL")),
        size(storage.get("Elasticsearch")),
        size(storage.get("Kafka")),
        size(memory * MIB));
  }

  /** The sentences of a profile. */
  private String workers(double instances, double coresOfEach) throws IOException {
    double byCore = SECONDS_PER_HOUR / figure("processor.ocr");
    StringBuilder text = new StringBuilder();
    line(text, "Pages an hour and worker core: %,.0f.", rounded(byCore));
    line(
        text,
        "Workers at most: %s of %d, one a partition of cotejo.surrogates; %s cores, %,.0f pages an"
            + " hour.",
        plain(instances),
        partitions("ocr"),
        plain(instances * coresOfEach),
        rounded(byCore * instances * coresOfEach));
    line(
        text,
        "A thousand pages: S3 %s, of which scans %s; PostgreSQL %s; Elasticsearch %s; Kafka %s.",
        size(figure("bytes.s3")),
        size(figure("bytes.scans")),
        size(figure("bytes.postgresql")),
        size(figure("bytes.elasticsearch")),
        size(figure("bytes.kafka.kept") + figure("bytes.kafka.passing")));
    return text.toString();
  }

  /** Partitions that bound the instances of a service: those of the topic with the most. */
  private int partitions(String service) throws IOException {
    String topics = Files.readString(folder.resolve("cotejo/files/topics.json"));
    Matcher topic =
        Pattern.compile(
                "\"name\": \"([a-z.]+)\",\\s*\"partitions\": ([0-9]+),[^}]*?\"consumers\":"
                    + " \\[([^\\]]*)\\]")
            .matcher(topics);
    int most = 0;
    while (topic.find()) {
      if (topic.group(3).contains("\"" + service + "-service\"")) {
        most = Math.max(most, Integer.parseInt(topic.group(2)));
      }
    }
    return most == 0 ? Integer.MAX_VALUE : most;
  }

  private double figure(String name) {
    String text = figures.getProperty(name);
    if (text == null) {
      throw new IllegalArgumentException("sizing.properties has no " + name);
    }
    return number(name, text);
  }

  /** To two digits, for more are not known. */
  private static double rounded(double number) {
    return new BigDecimal(number).round(new java.math.MathContext(2)).doubleValue();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String size(double bytes) {
    String[] units = {"MiB", "GiB", "TiB", "PiB"};
    double value = bytes / MIB;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}

package org.cotejo.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cotejo.bench.pipeline.LocalStack;
import org.cotejo.bench.pipeline.Report;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.Retries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Papers at a steady rate, readers and dashboards beside them; prints a table. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Steady load on a local stack with Prometheus, on one of its own or, with --data, on one that runs.",
    footer = "Ends with 0 when every paper was published once, with 1 otherwise.")
public final class LoadBench implements Callable<Integer> {
  private static final Duration END_LIMIT = Duration.ofMinutes(10);
  private static final Duration INDEX_LIMIT = Duration.ofMinutes(1);
  private static final Duration INDEX_LOOK = Duration.ofSeconds(2);
  private static final int LONGEST_MINUTES = 240;
  private static final int MOST_READERS = 64;
  private static final double MOST_PAPERS_PER_MINUTE = 600;

  /**
   * Of the rate at which it works off papers that all wait: what is submitted shall not pile up.
   */
  private static final double KEPT_UP_SHARE = 0.8;

  private static final int MEASURED_ROUNDS = 3;

  @Option(names = "--root", required = true, hidden = true)
  private Path root;

  @Option(names = "--work", required = true, hidden = true)
  private Path work;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "A stack that runs, started with --with-prometheus, to which nobody else submits (default: a new one).")
  private @Nullable Path data;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "How long papers are submitted (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--papers-per-minute",
      paramLabel = "N",
      description =
          "How many papers, of two pages on average, are submitted a minute (default: four fifths of what it works off in the warm-up).")
  private @Nullable Double papersPerMinute;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "As long as so many papers are under way none is submitted (default: ${DEFAULT-VALUE}).")
  private int inFlight;

  @Option(
      names = "--readers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many people search and read (default: ${DEFAULT-VALUE}).")
  private int readers;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "28400",
      description = "First of 16 free ports for a new stack (default: ${DEFAULT-VALUE}).")
  private int port;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LoadBench())
            .setExecutionExceptionHandler(
                (failure, line, _) -> {
                  line.getErr().println(failure.getMessage());
                  return CommandLine.ExitCode.SOFTWARE;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkBounds();
    if (data != null) {
      return measure(LocalStack.attached(root, data));
    }
    LocalStack stack = new LocalStack(root, work.resolve("data"), port);
    System.err.printf("started in %d s%n", stack.up("--with-prometheus").toSeconds());
    try {
      return measure(stack);
    } finally {
      stack.down();
    }
  }

  private void checkBounds() {
    check(minutes >= 1 && minutes <= LONGEST_MINUTES, "--minutes: 1 to " + LONGEST_MINUTES);
    check(readers >= 0 && readers <= MOST_READERS, "--readers: 0 to " + MOST_READERS);
    check(inFlight >= 1, "--in-flight: at least 1");
    check(
        papersPerMinute == null
            || (papersPerMinute > 0 && papersPerMinute <= MOST_PAPERS_PER_MINUTE),
        "--papers-per-minute: above 0, at most " + (int) MOST_PAPERS_PER_MINUTE);
  }

  private void check(boolean holds, String said) {
    if (!holds) {
      throw new CommandLine.ParameterException(command.commandLine(), said);
    }
  }

  private int measure(LocalStack stack) throws IOException, InterruptedException {
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    Path folder = Files.createDirectories(work.resolve("pages"));
    URI server = URI.create(stack.url());
    Map<String, String> queries =
        DashboardQueries.in(root.resolve("deploy/kubernetes/cotejo/files/dashboards"));
    DustyPapers samples =
        DustyPapers.in(root.resolve("deploy/samples/papers"), System.currentTimeMillis());
    try (Prometheus prometheus = Prometheus.of(stack);
        CotejoApi curator =
            new CotejoApi(server, Optional.of(stack.token("curator")), Retries.DEFAULT);
        CotejoApi operator =
            new CotejoApi(server, Optional.of(stack.token("operator")), Retries.DEFAULT);
        Readers reading = new Readers(server, folder);
        Sampler sampler = new Sampler(stack, prometheus, queries)) {
      double rate = warmUp(samples, new Papers(samples, folder, curator, inFlight), reading);
      Papers papers = new Papers(samples, folder, curator, inFlight);
      Counts before = settled(operator, prometheus, Optional.empty());
      Storage stored = Storage.of(stack.data());
      Map<String, Long> ticks = stack.processorTicks();
      sampler.start();
      Instant start = Instant.now();
      papers.submitSteadily(
          Duration.ofMinutes(minutes), Duration.ofMillis(Math.round(60_000 / rate)));
      papers.awaitAll(END_LIMIT);
      Map<String, Long> worked = growth(stack.processorTicks(), ticks);
      reading.stop();
      sampler.sample();
      sampler.stop();
      Counts counts =
          settled(operator, prometheus, Optional.of(before.indexed() + papers.submitted()))
              .since(before);
      Figures figures =
          figures(stack, prometheus, papers, start, rate, reading, sampler, worked, stored);
      Report report = new Report();
      report.row("Load average before", load);
      LoadTable.write(figures, report::row);
      System.out.println(report.markdown("Steady load"));
      List<String> faults = counts.faults(papers.submitted(), papers.documents());
      faults.forEach(fault -> System.err.println("fault: " + fault));
      return faults.isEmpty() ? 0 : 1;
    }
  }

  /**
   * All papers once, then thrice at once: programs are warm after the first, the others tell how
   * fast they are worked off with the readers beside. Answers the papers a minute to submit.
   */
  private double warmUp(DustyPapers samples, Papers papers, Readers reading)
      throws IOException, InterruptedException {
    submitAll(samples.round(), papers);
    reading.start(readers);
    Instant start = Instant.now();
    submitAll(samples.round() * MEASURED_ROUNDS, papers);
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    reading.clear();
    double workedOff = samples.round() * MEASURED_ROUNDS * 60 / seconds;
    double rate =
        papersPerMinute == null
            ? Math.min(workedOff * KEPT_UP_SHARE, MOST_PAPERS_PER_MINUTE)
            : papersPerMinute;
    System.err.printf(
        Locale.ROOT,
        "warm: %.1f papers a minute are worked off, %.1f will be submitted%n",
        workedOff,
        rate);
    return rate;
  }

  private static void submitAll(int count, Papers papers) throws IOException, InterruptedException {
    for (int paper = 0; paper < count; paper++) {
      papers.submit();
    }
    papers.awaitAll(END_LIMIT);
  }

  /** The counts once the index has as many as wanted, or as it is after the limit. */
  private static Counts settled(CotejoApi operator, Prometheus prometheus, Optional<Long> indexed)
      throws InterruptedException {
    Instant end = Instant.now().plus(INDEX_LIMIT);
    // Prometheus knows what it was told at its last look.
    Thread.sleep(INDEX_LOOK.multipliedBy(5));
    Counts counts = Counts.of(operator, prometheus);
    while (indexed.isPresent()
        && counts.indexed() != indexed.get()
        && Instant.now().isBefore(end)) {
      Thread.sleep(INDEX_LOOK);
      counts = Counts.of(operator, prometheus);
    }
    return counts;
  }

  private Figures figures(
      LocalStack stack,
      Prometheus prometheus,
      Papers papers,
      Instant start,
      double rate,
      Readers reading,
      Sampler sampler,
      Map<String, Long> worked,
      Storage stored)
      throws IOException {
    Instant end =
        papers.ended().stream().map(Papers.Ended::at).max(Instant::compareTo).orElse(start);
    double seconds = Math.max(1, Duration.between(start, end).toMillis() / 1000.0);
    int pages = papers.ended().stream().mapToInt(Papers.Ended::pages).sum();
    String window = "[" + Duration.between(start, Instant.now()).toSeconds() + "s]";
    return new Figures(
        papers.ended(),
        seconds,
        rate,
        papers.heldBack(),
        new Figures.Reading(readers, reading.searches(), reading.tiles(), reading.failed()),
        highest(prometheus, "cotejo_consumer_lag_seconds", window),
        highest(prometheus, "cotejo_oldest_unfinished_age_seconds", window),
        sampler.memoryMib(),
        worked,
        Storage.of(stack.data()).growthByThousandPages(stored, Math.max(1, pages)),
        papers.bytes(),
        new Figures.Dashboards(
            sampler.queries(), sampler.samples(), sampler.slowestMillis(), sampler.unanswered()));
  }

  private static double highest(Prometheus prometheus, String metric, String window) {
    return prometheus.highest("max(max_over_time(" + metric + window + "))").orElse(Double.NaN);
  }

  private static Map<String, Long> growth(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> growth = new TreeMap<>();
    now.forEach((part, ticks) -> growth.put(part, ticks - before.getOrDefault(part, 0L)));
    return growth;
  }
}

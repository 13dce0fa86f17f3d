package org.cotejo.ocr.recognition.worker;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.tesseract.TessBaseAPI;

/**
 * How a worker's process is started: with the Java of this process and the jars that reading needs,
 * wherever this process has them from (a packaged service, a test, a folder of classes).
 *
 * @param classPath jars and folders
 * @param mainClass runs a {@link WorkerLoop}
 * @param arguments of the main class
 */
public record WorkerCommand(List<Path> classPath, String mainClass, List<String> arguments) {
  /** A folder and a library in each jar of natives. */
  private static final List<String> NATIVES =
      List.of(
          "tesseract/%s/%sjnitesseract%s",
          "leptonica/%s/%sjnileptonica%s", "javacpp/%s/%sjnijavacpp%s");

  /**
   * What a worker keeps of the environment. It opens files that strangers have made: the keys of
   * the store and the broker, which stand in the environment too, are none of its business.
   */
  private static final Set<String> KEPT =
      new TreeSet<>(Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "TMPDIR"));

  /** What a worker is told in the words of this process, when it has been set. */
  private static final List<String> PASSED_ON =
      List.of("java.io.tmpdir", "user.home", "org.bytedeco.javacpp.cachedir");

  public WorkerCommand {
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /** Reads with Tesseract and the models of a folder. */
  public static WorkerCommand tesseract(Path models) {
    Set<Path> places = new LinkedHashSet<>();
    // What reading needs; their jars make the class path.
    List.of(WorkerMain.class, TessBaseAPI.class, PIX.class, Pointer.class)
        .forEach(needed -> places.add(place(needed)));
    Properties platform = Loader.loadProperties();
    for (String library : NATIVES) {
      String path =
          "/org/bytedeco/"
              + library.formatted(
                  platform.getProperty("platform"),
                  platform.getProperty("platform.library.prefix"),
                  platform.getProperty("platform.library.suffix"));
      places.add(place(path));
    }
    return new WorkerCommand(
        List.copyOf(places), WorkerMain.class.getName(), List.of(models.toString()));
  }

  /** Where a class was loaded from. */
  public static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("no one knows where " + type.getName() + " comes from");
    }
    return path(source.getLocation());
  }

  private static Path place(String resource) {
    URL found = WorkerCommand.class.getResource(resource);
    if (found == null) {
      throw new IllegalStateException("there is no " + resource + " on the class path");
    }
    try {
      URLConnection connection = found.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return path(jar.getJarFileURL());
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    throw new IllegalStateException(resource + " is in no jar");
  }

  private static Path path(URL location) {
    try {
      URI place = location.toURI();
      return Path.of(place);
    } catch (URISyntaxException invalid) {
      throw new IllegalStateException(invalid);
    }
  }

  /** A process that is ready to be started. */
  ProcessBuilder process(WorkerLimits limits) {
    ProcessBuilder builder = new ProcessBuilder(words(limits));
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    // Read while the library is loaded; workers are the parallelism.
    environment.put("OMP_THREAD_LIMIT", "1");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private List<String> words(WorkerLimits limits) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xms8m",
            "-Xmx" + limits.heapBytes(),
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // One file, written over by the next crash.
            "-XX:ErrorFile="
                + Path.of(System.getProperty("java.io.tmpdir", "."), "worker-crash.log"),
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    for (String name : PASSED_ON) {
      String value = System.getProperty(name);
      if (value != null) {
        words.add("-D" + name + "=" + value);
      }
    }
    words.add("-cp");
    words.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }
}

package org.cotejo.local.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Where the build has put the programs that are not ours.
 *
 * @param root folder of the repository
 */
public record Distribution(Path root) {
  private static final String ELASTICSEARCH_VERSION = "9.5.3";
  private static final String POSTGRES_ARCHIVE = "/postgres-linux-x86_64.txz";

  /**
   * The repository of this build: the system property {@code cotejo.root}, or the nearest folder
   * above the working one that has a {@code deploy/local}.
   */
  public static Distribution find() {
    String configured = System.getProperty("cotejo.root", "");
    if (!configured.isEmpty()) {
      return new Distribution(Path.of(configured));
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.isDirectory(folder.resolve("deploy/local/infrastructure"))) {
        return new Distribution(folder);
      }
      folder = folder.getParent();
    }
    throw new InfrastructureException("no Cotejo repository at or above the working folder");
  }

  /** Kafka's class path as a wildcard. */
  public String kafkaClassPath() {
    return built("deploy/local/kafka/target/lib") + "/*";
  }

  /** The S3 proxy's class path as a wildcard. */
  public String objectStoreClassPath() {
    return built("deploy/local/s3proxy/target/lib") + "/*";
  }

  /** Elasticsearch's home: lib, modules, plugins. */
  public Path elasticsearchHome() {
    return built("deploy/local/elasticsearch/target/elasticsearch-" + ELASTICSEARCH_VERSION);
  }

  /** The jar with the node's main class. */
  public Path elasticsearchNodeJar() {
    Path target = built("deploy/local/elasticsearch/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("cotejo-local-elasticsearch.*(?<!-plugin)\\.jar"))
          .findFirst()
          .orElseThrow(() -> notBuilt(target));
    } catch (IOException failure) {
      throw new InfrastructureException("cannot list " + target, failure);
    }
  }

  /** PostgreSQL's programs, unpacked once. */
  public synchronized Path postgresHome() {
    Path home = root.resolve("deploy/local/infrastructure/target/postgresql");
    if (!Files.isDirectory(home)) {
      unpackPostgres(home);
    }
    return home;
  }

  private Path built(String place) {
    Path path = root.resolve(place);
    if (!Files.exists(path)) {
      throw notBuilt(path);
    }
    return path;
  }

  private static InfrastructureException notBuilt(Path path) {
    return new InfrastructureException(path + " is missing; run ./mvnw package first");
  }

  /** Unpacks beside the target and renames, so that two processes cannot see a half of it. */
  private static void unpackPostgres(Path home) {
    try (InputStream archive = Distribution.class.getResourceAsStream(POSTGRES_ARCHIVE)) {
      if (archive == null) {
        throw new InfrastructureException("the PostgreSQL archive is not on the class path");
      }
      Files.createDirectories(home.getParent());
      Path partial = Files.createTempDirectory(home.getParent(), "postgresql-");
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(archive, partial);
      try {
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException taken) {
        if (!Files.isDirectory(home)) {
          throw taken;
        }
      }
    } catch (IOException failure) {
      throw new InfrastructureException("PostgreSQL cannot be unpacked", failure);
    }
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    return PosixFilePermissions.fromString((mode & 0111) == 0 ? "rw-r--r--" : "rwxr-xr-x");
  }
}

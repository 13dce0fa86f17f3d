package org.cotejo.local.launcher.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.cotejo.local.launcher.Refusal;

/**
 * Copies files with their digests; only their owner may read the copies. What is known of an object
 * besides its bytes lies in the attributes of its file, which go along.
 */
final class Copying {
  private static final int BUFFER_BYTES = 1 << 16;

  private Copying() {}

  /**
   * One file that was copied.
   *
   * @param sha256 of the copy, hexadecimal digits
   * @param sizeBytes length
   */
  record Copied(String sha256, long sizeBytes) {}

  /**
   * Copies a folder with all folders in it.
   *
   * @param wanted relative paths that are copied; a folder that is not is left out with all in it
   * @param copied told of each file, by its relative path
   */
  static void tree(Path from, Path to, Predicate<Path> wanted, BiConsumer<Path, Copied> copied) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              Path relative = from.relativize(folder);
              if (!folder.equals(from) && !wanted.test(relative)) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              makeFolder(to.resolve(relative.toString()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path relative = from.relativize(file);
              if (attributes.isRegularFile() && wanted.test(relative)) {
                file(file, to.resolve(relative.toString()))
                    .ifPresent(one -> copied.accept(relative, one));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
                throws IOException {
              if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw failure;
            }
          });
    } catch (IOException failure) {
      throw new Refusal("copying " + from + " failed: " + failure, failure);
    }
  }

  /** Copies one file and waits for the disk; empty when it is gone. */
  static Optional<Copied> file(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    long sizeBytes = 0;
    try (InputStream in = Files.newInputStream(from)) {
      makeFolder(Objects.requireNonNull(to.getParent()));
      Files.createFile(
          to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
          ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
          while (bytes.hasRemaining()) {
            int _ = out.write(bytes);
          }
          sizeBytes += read;
        }
        out.force(true);
      }
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
    try {
      copyAttributes(from, to);
    } catch (NoSuchFileException gone) {
      // Removed since it was read, like those that are gone before; what is kept for good never is.
    }
    return Optional.of(new Copied(HexFormat.of().formatHex(digest.digest()), sizeBytes));
  }

  /** The digest of a file, hexadecimal digits. */
  static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void copyAttributes(Path from, Path to) throws IOException {
    UserDefinedFileAttributeView source =
        Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    UserDefinedFileAttributeView target =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    if (source == null || target == null) {
      return;
    }
    for (String name : source.list()) {
      ByteBuffer value = ByteBuffer.allocate(source.size(name));
      source.read(name, value);
      target.write(name, value.flip());
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

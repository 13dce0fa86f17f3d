package org.cotejo.local.launcher.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.cotejo.local.launcher.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps a second launcher out of a folder; the system lets go of it when this process ends. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, or nothing when another process holds it. */
  public static Optional<FolderLock> tryAcquire(Path file) {
    FileChannel channel = null;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException heldByThisProcess) {
      closeQuietly(channel);
      return Optional.empty();
    } catch (IOException failure) {
      closeQuietly(channel);
      throw new Refusal("the lock " + file + " cannot be taken: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException ignored) {
      // Nothing was written to it.
    }
  }
}

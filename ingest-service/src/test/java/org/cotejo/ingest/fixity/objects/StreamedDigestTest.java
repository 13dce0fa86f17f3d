package org.cotejo.ingest.fixity.objects;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.cotejo.objects.Digest;
import org.junit.jupiter.api.Test;

/** A file of any size is compared with a heap that does not grow with it. */
class StreamedDigestTest {
  private static final long LENGTH_BYTES = 300L * 1024 * 1024;
  private static final long ALLOWED_BYTES = 4L * 1024 * 1024;

  /** Nothing but zeros, none of them kept. */
  private static final class Zeros extends InputStream {
    private long left = LENGTH_BYTES;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      left -= count;
      return count;
    }
  }

  @Test
  void allocatesABufferAndNoMore() throws Exception {
    // Given
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    // When
    Digest.of(new Zeros());
    // Then
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < ALLOWED_BYTES, allocated + " bytes were allocated");
  }
}

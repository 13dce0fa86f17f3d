package org.cotejo.ocr.recognition.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import org.cotejo.ocr.recognition.LanguageMissing;
import org.cotejo.ocr.recognition.Recogniser;
import org.cotejo.ocr.surrogates.PageFailure;

/**
 * The work of a worker's process: pages come on standard input, answers go to standard output, one
 * after the other. It ends at once when its input ends, in the middle of a page too: then the
 * service is gone, however it went.
 */
public final class WorkerLoop {
  /** Says that the process is ready; also tells that both sides speak the same. */
  static final int READY = 0x43540002;

  /** When memory runs out the system ends a worker, which is started again, not the service. */
  private static final String FIRST_TO_GO = "500";

  private static final int LOST_SERVICE = 3;

  private final DataInputStream requests;
  private final DataOutputStream replies;

  private WorkerLoop(DataInputStream requests, DataOutputStream replies) {
    this.requests = requests;
    this.replies = replies;
  }

  /** The loop on standard input and output; what else is printed goes to standard error. */
  public static WorkerLoop onStandardStreams() {
    DataOutputStream replies = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    return new WorkerLoop(new DataInputStream(System.in), replies);
  }

  /** Says that the page in hand has come further; by the thread that {@link #serve}s. */
  public void goesOn() {
    try {
      new PageReply.GoesOn().writeTo(replies);
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  /** Reads pages until the input ends; does not return. */
  public void serve(Recogniser recogniser) throws IOException, InterruptedException {
    volunteer();
    SynchronousQueue<PageRequest> next = new SynchronousQueue<>();
    Thread listener = new Thread(() -> listen(next), "requests");
    listener.setDaemon(true);
    listener.start();
    replies.writeInt(READY);
    while (true) {
      reply(recogniser, next.take()).writeTo(replies);
    }
  }

  private void listen(SynchronousQueue<PageRequest> next) {
    try {
      while (true) {
        next.put(PageRequest.readFrom(requests));
      }
    } catch (IOException | InterruptedException ended) {
      // Nothing is left to be done, and the page in hand has nobody to go to.
      Runtime.getRuntime().halt(LOST_SERVICE);
    }
  }

  private static PageReply reply(Recogniser recogniser, PageRequest request) {
    try {
      return new PageReply.Read(
          recogniser.read(request.page(), request.languages(), request.limit()));
    } catch (PageFailure failure) {
      return new PageReply.Failed(failure.code(), failure.safeMessage());
    } catch (LanguageMissing missing) {
      return new PageReply.Unable(missing.safeMessage());
    } catch (RuntimeException failure) {
      return new PageReply.Unable(Objects.toString(failure.getMessage(), failure.toString()));
    }
  }

  private static void volunteer() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), FIRST_TO_GO);
    } catch (IOException _) {
      // Only Linux has it, and it is a hint.
    }
  }
}

package org.cotejo.ingest.progress;

/**
 * Where an ingest stands. Only the legal transitions exist as methods; an ended ingest has none.
 */
public sealed interface IngestState {

  /** The name in APIs and in the database. */
  String label();

  /** An ingest that is not over. */
  sealed interface Open extends IngestState {
    /** Some stage has shown work. */
    default Running working() {
      return new Running();
    }

    /** The document can be found and read; {@code failedPages} of it could not be read. */
    default Ended published(int failedPages) {
      return failedPages == 0 ? new Completed() : new CompletedWithFailures();
    }

    /** A stage gave up. */
    default Failed failed() {
      return new Failed();
    }

    /** A newer revision or a withdrawal overtook it. */
    default Superseded overtaken() {
      return new Superseded();
    }
  }

  /** An ingest that is over for ever. */
  sealed interface Ended extends IngestState {}

  /** Taken in, nothing done yet. */
  record Accepted() implements Open {
    @Override
    public String label() {
      return "accepted";
    }
  }

  /** Some stage is at work. */
  record Running() implements Open {
    @Override
    public String label() {
      return "running";
    }
  }

  /** Everything was read and can be found. */
  record Completed() implements Ended {
    @Override
    public String label() {
      return "completed";
    }
  }

  /** It can be found, but some pages could not be read. */
  record CompletedWithFailures() implements Ended {
    @Override
    public String label() {
      return "completed-with-failures";
    }
  }

  /** A stage gave up; the document of this revision is not published. */
  record Failed() implements Ended {
    @Override
    public String label() {
      return "failed";
    }
  }

  /** A newer revision or a withdrawal came before it ended. */
  record Superseded() implements Ended {
    @Override
    public String label() {
      return "superseded";
    }
  }

  /**
   * The state of a label.
   *
   * @throws IllegalArgumentException for an unknown label
   */
  static IngestState of(String label) {
    return switch (label) {
      case "accepted" -> new Accepted();
      case "running" -> new Running();
      case "completed" -> new Completed();
      case "completed-with-failures" -> new CompletedWithFailures();
      case "failed" -> new Failed();
      case "superseded" -> new Superseded();
      default -> throw new IllegalArgumentException("no ingest state " + label);
    };
  }
}

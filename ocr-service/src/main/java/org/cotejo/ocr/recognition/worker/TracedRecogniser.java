package org.cotejo.ocr.recognition.worker;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Recogniser;

/**
 * A recogniser whose reading of each page is a span, with the wait for a process. The processes
 * themselves speak to nobody but this service, so it is here that their part of a trace is told.
 */
public final class TracedRecogniser implements Recogniser {
  private final Recogniser reader;
  private final Tracer tracer;

  public TracedRecogniser(Recogniser reader, Tracer tracer) {
    this.reader = reader;
    this.tracer = tracer;
  }

  @Override
  public EngineDescription describe(List<LanguageTag> languages) {
    return reader.describe(languages);
  }

  @Override
  public SortedSet<String> models() {
    return reader.models();
  }

  @Override
  public List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit) {
    Span span =
        tracer
            .spanBuilder("read page in worker")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("cotejo.page.width_pixels", (long) page.widthPixels())
            .setAttribute("cotejo.page.height_pixels", (long) page.heightPixels())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      return reader.read(page, languages, limit);
    } catch (RuntimeException failure) {
      span.setAttribute("error.type", failure.getClass().getName());
      span.setStatus(StatusCode.ERROR);
      throw failure;
    } finally {
      span.end();
    }
  }
}

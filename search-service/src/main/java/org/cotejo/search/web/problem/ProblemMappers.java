package org.cotejo.search.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cotejo.problems.Problem;
import org.cotejo.problems.ProblemResponse;
import org.cotejo.search.iiif.ImageRefused;
import org.cotejo.search.iiif.objects.Pyramids;
import org.cotejo.search.projection.index.IndexUnavailable;
import org.cotejo.search.retrieval.QueryText;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The errors that this service alone has. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response query(QueryText.InvalidQuery invalid) {
    List<Problem.Fault> faults =
        invalid.expected().stream()
            .map(
                expected ->
                    new Problem.Fault(
                        invalid.code(), "q", "Expected here: " + expected, invalid.position()))
            .toList();
    return ProblemResponse.of(
        Problem.of(
            400, invalid.code(), "The search is not understood", invalid.explanation(), faults));
  }

  @ServerExceptionMapper
  Response image(ImageRefused refused) {
    return ProblemResponse.of(
        switch (refused.kind()) {
          case INVALID ->
              Problem.of(
                  400, refused.code(), "The image request is not valid", refused.explanation());
          case NOT_IMPLEMENTED ->
              Problem.of(501, refused.code(), "Not offered", refused.explanation());
        });
  }

  @ServerExceptionMapper
  Response busy(Pyramids.Busy busy) {
    return Response.fromResponse(
            ProblemResponse.of(
                Problem.of(
                    503, "image.busy", "Try again later", "Too many images are being drawn.")))
        .header(HttpHeaders.RETRY_AFTER, "2")
        .build();
  }

  @ServerExceptionMapper
  Response index(IndexUnavailable failure) {
    LOG.warn("the index failed during a request", failure);
    return ProblemResponse.of(
        Problem.of(503, "index.unavailable", "Try again later", "The index does not answer."));
  }
}

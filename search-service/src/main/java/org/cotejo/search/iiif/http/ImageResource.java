package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.problems.Problem;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.ImageId;
import org.cotejo.search.iiif.ImageLimits;
import org.cotejo.search.iiif.ImageRequest;
import org.cotejo.search.iiif.TileGrid;
import org.cotejo.search.iiif.imaging.Pyramid;
import org.cotejo.search.iiif.objects.IiifConfig;
import org.cotejo.search.iiif.objects.Pyramids;
import org.cotejo.search.retrieval.index.VisibleDocuments;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The IIIF Image API, 3.0 and 2.1, level 2. */
@Path("/iiif/image")
@PermitAll
@Blocking
public class ImageResource {
  private static final long MAXIMUM_IMAGE_BYTES = 64L * 1024 * 1024;

  private final VisibleDocuments documents;
  private final Pyramids pyramids;
  private final ObjectStore objects;
  private final IiifConfig config;
  private final Caller caller;
  private final Address address;
  private final MeterRegistry metrics;
  private final ImageLimits limits;

  @Inject
  public ImageResource(
      VisibleDocuments documents,
      Pyramids pyramids,
      ObjectStore objects,
      IiifConfig config,
      Caller caller,
      Address address,
      MeterRegistry metrics) {
    this.documents = documents;
    this.pyramids = pyramids;
    this.objects = objects;
    this.config = config;
    this.caller = caller;
    this.address = address;
    this.metrics = metrics;
    this.limits = new ImageLimits(config.maximumSide(), config.maximumSide(), config.maximumArea());
  }

  /** A page image that the caller may see. */
  private record Scan(
      ImageId id, ObjectKey key, Digest digest, int width, int height, boolean open) {
    long pixels() {
      return (long) width * height;
    }
  }

  @GET
  @Path("{version}/{image}")
  @Operation(summary = "Leads to the image's info.json")
  public Response base(@PathParam("version") String version, @PathParam("image") String image) {
    Scan scan = visible(image);
    return Response.seeOther(URI.create(service(api(version), scan) + "/info.json")).build();
  }

  @GET
  @Path("{version}/{image}/info.json")
  @Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Operation(summary = "Size, tiles and limits of a page image, as the IIIF Image API tells them")
  public Response info(
      @PathParam("version") String version,
      @PathParam("image") String image,
      @HeaderParam("Accept") @Nullable String accepted) {
    ImageApi api = api(version);
    Scan scan = visible(image);
    pyramids.prepare(scan.key(), scan.digest(), scan.pixels());
    TileGrid grid = new TileGrid(scan.width(), scan.height(), config.tileSize());
    ObjectNode info = ImageInfoJson.of(api, service(api, scan), grid, limits);
    return Response.ok(info.toString(), Linked.mediaType(accepted, api.context()))
        .header("Link", "<" + api.profile() + ">;rel=\"profile\"")
        .header("Cache-Control", caching(scan, false))
        .header("Vary", "Authorization, Accept")
        .build();
  }

  @GET
  @Path("{version}/{image}/{region}/{size}/{rotation}/{file}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "A page image or a part of it, by the IIIF Image API")
  public Response image(
      @PathParam("version") String version,
      @PathParam("image") String image,
      @PathParam("region") String region,
      @PathParam("size") String size,
      @PathParam("rotation") String rotation,
      @PathParam("file") String file,
      @HeaderParam("If-None-Match") @Nullable String known) {
    ImageApi api = api(version);
    Scan scan = visible(image);
    ImageCut cut =
        ImageRequest.parse(api, region, size, rotation, file)
            .of(scan.width(), scan.height(), limits);
    String tag = tag(scan, cut);
    Response.ResponseBuilder response =
        tag.equals(known)
            ? Response.notModified()
            : Response.ok(drawn(scan, cut), cut.format().mediaType());
    return response
        .header("ETag", tag)
        .header("Cache-Control", caching(scan, true))
        .header("Vary", "Authorization")
        .header("Link", "<" + api.profile() + ">;rel=\"profile\"")
        .header("Link", "<" + service(api, scan) + "/" + cut.canonical(api) + ">;rel=\"canonical\"")
        .build();
  }

  private byte[] drawn(Scan scan, ImageCut cut) {
    if (cut.whole()) {
      images("surrogate").increment();
      return objects.read(scan.key(), MAXIMUM_IMAGE_BYTES);
    }
    Pyramid pyramid = pyramids.of(scan.key(), scan.digest(), scan.pixels());
    OptionalInt tile = cut.plain() ? pyramid.grid().tileOf(cut) : OptionalInt.empty();
    images(tile.isPresent() ? "tile" : "drawing").increment();
    return tile.isPresent()
        ? pyramid.tile(tile.getAsInt())
        : pyramids.drawing(cut.pixels(), () -> pyramid.draw(cut, config.jpegQuality() / 100f));
  }

  private Counter images(String from) {
    return Counter.builder("cotejo.iiif.images")
        .description("Page images sent, by where they came from")
        .tag("from", from)
        .register(metrics);
  }

  private Scan visible(String image) {
    ImageId id = ImageId.parse(image).orElseThrow(() -> Problem.notFound("image"));
    VisibleDocuments.Page page =
        documents
            .page(
                id.documentId(), id.page(), caller.roles(), caller.today(), config.accessKnownFor())
            .orElseThrow(() -> Problem.notFound("image"));
    JsonNode display = page.display();
    return new Scan(
        id,
        new ObjectKey(display.path("objectKey").asText()),
        Digest.parse(display.path("digest").asText()),
        display.path("widthPixels").asInt(),
        display.path("heightPixels").asInt(),
        page.open());
  }

  private String service(ImageApi api, Scan scan) {
    return address.base() + scan.id().path(api);
  }

  /** Pixels, request and the way of drawing; the same in both versions and under any address. */
  private String tag(Scan scan, ImageCut cut) {
    String all =
        String.join(
            "|",
            scan.digest().hex(),
            cut.canonical(ImageApi.V3),
            Pyramid.VERSION,
            Integer.toString(config.tileSize()),
            Integer.toString(config.jpegQuality()));
    return "\"" + Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32) + "\"";
  }

  /** Only the reader's own browser keeps an image, and of a paper that is not open, asks again. */
  private String caching(Scan scan, boolean image) {
    return image && scan.open()
        ? "private, max-age=" + config.imageMaxAge().toSeconds()
        : "private, no-cache";
  }

  private static ImageApi api(String version) {
    return switch (version) {
      case "2" -> ImageApi.V2;
      case "3" -> ImageApi.V3;
      default -> throw Problem.notFound("image service");
    };
  }
}

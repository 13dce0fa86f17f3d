package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cotejo.local.testing.InfrastructureResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random papers and random callers on random days, at every address of the service: what the caller
 * may not see is told of nowhere, and what is told of it is what is told of a paper that does not
 * exist. Which papers may be seen is worked out here anew. {@code -Dcotejo.access.seed=N} tries
 * others.
 */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class AccessPropertyIT extends SearchSteps {
  private static final int PAPERS = 8;
  private static final int DAYS = 3;
  private static final int RANDOM_CALLERS = 1;

  /** Papers whose own addresses one caller tries on one day. */
  private static final int TRIED = 2;

  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 5, 10);
  private static final int LONGEST_EMBARGO_DAYS = 5;
  private static final List<String> ROLES =
      List.of("submitter", "reader", "curator", "operator", "librarian", "curator-elsewhere");

  /** Addresses below a paper; {@code ID} stands for its id. */
  private static final List<String> OF_A_PAPER =
      List.of(
          "/v1/documents/ID/pages",
          "/v1/documents/ID/pages/1/image",
          "/v1/documents/ID/pages/1/thumbnail",
          "/iiif/image/3/ID-1",
          "/iiif/image/3/ID-1/info.json",
          "/iiif/image/2/ID-1/info.json",
          "/iiif/image/3/ID-1/0,0,512,512/512,512/0/default.jpg",
          "/iiif/image/3/ID-1/full/60,/90/gray.png",
          "/iiif/presentation/3/ID/manifest",
          "/iiif/presentation/3/ID/annotations/1/lines",
          "/iiif/presentation/3/ID/annotations/1/en",
          "/iiif/search/1/ID?q=vedado",
          "/iiif/search/2/ID?q=vedado",
          "/iiif/search/1/ID/autocomplete?q=ved",
          "/iiif/search/2/ID/autocomplete?q=ved",
          "/iiif/content-state/ID",
          "/iiif/content-state/ID?segment=s1",
          "/iiif/content-state?iiif-content=http://localhost/iiif/presentation/3/ID/manifest");

  /** Addresses that tell of many papers, as the description of the API has them. */
  private static final Set<String> OF_MANY =
      Set.of(
          "/v1/search",
          "/v1/search/export",
          "/v1/suggestions",
          "/iiif/presentation/3/collection",
          "/iiif/presentation/3/collection/{name}");

  @Inject TestClock clock;

  /**
   * A paper as the catalogue has it now.
   *
   * @param own a word of this paper alone, in every part of it
   */
  private record Paper(TestPaper paper, String own, String collection) {
    boolean opens(Set<String> roles, LocalDate today) {
      boolean staff = roles.contains("curator") || roles.contains("operator");
      ObjectNode access = (ObjectNode) paper.record.get("access");
      return switch (access.get("level").asText()) {
        case "public" -> true;
        case "restricted" -> staff || roles.contains("reader");
        default -> staff || LocalDate.parse(access.get("until").asText()).compareTo(today) <= 0;
      };
    }
  }

  @AfterEach
  void letTheClockGoOn() {
    clock.goOn();
  }

  @Test
  void whatACallerMayNotSeeIsToldOfNowhere() throws IOException {
    // Given
    long seed = Long.getLong("cotejo.access.seed", 20_261_130L);
    int round = (int) (seed % 10);
    Random random = new Random(seed);
    byte[] scan = scan();
    List<Paper> papers = new ArrayList<>();
    for (int number = 0; number < PAPERS; number++) {
      papers.add(written(random, round, number, scan));
    }
    awaitTitles(papers, round);
    // Then
    throughTheDays(random, papers, round);
    // When: some are opened or closed, and their texts have not come again
    for (Paper paper : papers) {
      if (random.nextInt(3) > 0) {
        access(random, paper.paper());
        paper.paper().record.put("title", title(paper.own()) + " revisado");
        send("cotejo.documents", paper.paper().revised(2));
      }
    }
    awaitTitles(papers, round);
    // Then
    throughTheDays(random, papers, round);
  }

  /** The catalogue closed a paper while its pages were still being read. */
  @Test
  void aPaperThatWasClosedStaysSoWhenTheTextsOfAnEarlierRevisionComeLate() {
    // Given
    TestPaper paper = paper("Tardío").sentence("Llega rezagadísimo.", "It comes very late.");
    var aligned = paper.aligned(1);
    paper.record.putObject("access").put("level", "restricted");
    send("cotejo.documents", paper.revised(2));
    TestPaper marker = paper("Marca").sentence("Marca bermellonada.", "Vermilion mark.");
    send("cotejo.bitexts", marker.aligned(1));
    found("bermellonada", marker);
    marker.record.put("title", "Marca vista");
    send("cotejo.documents", marker.revised(2));
    await().atMost(LIMIT).until(() -> !ids(Map.of("q", "title:vista")).isEmpty());
    // When
    send("cotejo.bitexts", aligned);
    // Then
    await().atMost(LIMIT).until(() -> !ids(Map.of("q", "rezagadísimo"), "reader").isEmpty());
    assertEquals(Set.of(), ids(Map.of("q", "rezagadísimo")));
  }

  /** An address that is added must be added here. */
  @Test
  void everyAddressOfTheServiceIsTried() {
    // Given
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").then().extract().path("paths");
    Set<String> readable =
        paths.entrySet().stream()
            .filter(path -> path.getValue().containsKey("get"))
            .map(Map.Entry::getKey)
            .filter(path -> !path.startsWith("/v1/operations/"))
            .filter(path -> !OF_MANY.contains(path))
            .collect(Collectors.toCollection(TreeSet::new));
    // When
    readable.removeIf(path -> OF_A_PAPER.stream().anyMatch(tried -> is(path, tried)));
    // Then
    assertEquals(Set.of(), readable);
  }

  private static boolean is(String template, String tried) {
    String address = tried.replaceAll("[?].*", "");
    return address.matches(template.replaceAll("[{][^}]*[}]", "[^/]+").replace(".", "[.]"));
  }

  private Paper written(Random random, int round, int number, byte[] scan) {
    String own = "" + (char) ('b' + number) + "uxo" + (char) ('b' + round) + "inque";
    String collection = "Fondo velado " + (number % 2 == 0 ? own : "común" + round);
    TestPaper paper =
        paper(title(own))
            .scanned(scan)
            .sentence(
                "Pliego vedado" + round + " " + own + ".", "Sealed" + round + " " + own + ".");
    access(random, paper);
    paper.record.put("collection", collection).put("recordNumber", "N-" + own);
    paper.record.put("summary", "Resumen " + own);
    for (String list : List.of("people", "places", "subjects")) {
      paper.record.putArray(list).add("Velo " + own);
    }
    paper
        .record
        .putObject("date")
        .put("edtf", Integer.toString(1800 + number))
        .put("printed", "año " + own)
        .put("earliest", (1800 + number) + "-01-01")
        .put("latest", (1800 + number) + "-12-31");
    send("cotejo.bitexts", paper.aligned(1));
    return new Paper(paper, own, collection);
  }

  private static void access(Random random, TestPaper paper) {
    String level = List.of("public", "restricted", "embargoed").get(random.nextInt(3));
    ObjectNode access = paper.record.putObject("access").put("level", level);
    if (level.equals("embargoed")) {
      access.put("until", FIRST_DAY.plusDays(random.nextInt(LONGEST_EMBARGO_DAYS)).toString());
    }
  }

  private static String title(String own) {
    return "Expediente " + own;
  }

  private void awaitTitles(List<Paper> papers, int round) {
    Set<String> expected =
        papers.stream()
            .map(paper -> paper.paper().record.get("title").asText())
            .collect(Collectors.toSet());
    await()
        .atMost(LIMIT)
        .until(
            () ->
                new HashSet<String>(
                        search(Map.of("q", "vedado" + round, "size", "100"), "curator")
                            .extract()
                            .path("hits.title"))
                    .equals(expected));
  }

  private void throughTheDays(Random random, List<Paper> papers, int round) {
    for (int number = 0; number < DAYS; number++) {
      // Nothing is written meanwhile; an embargo ends because the clock goes on.
      LocalDate today = FIRST_DAY.plusDays(2L * number - 1);
      clock.stopAt(today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
      for (String roles : callers(random)) {
        Set<String> held = Set.of(roles.split(" ", -1));
        Set<Paper> seen =
            papers.stream().filter(paper -> paper.opens(held, today)).collect(Collectors.toSet());
        String where = "seed ending in " + round + ", '" + roles + "' on " + today + ": ";
        searches(papers, seen, roles, round, where);
        lists(papers, seen, roles, round, where);
        collections(papers, seen, roles, where);
        addresses(some(random, papers), papers, seen, roles, where);
      }
    }
  }

  /** Nobody, somebody with one role, and some with any. */
  private static List<String> callers(Random random) {
    List<String> callers = new ArrayList<>(List.of("", ROLES.get(random.nextInt(ROLES.size()))));
    for (int number = 0; number < RANDOM_CALLERS; number++) {
      callers.add(
          ROLES.stream().filter(_ -> random.nextBoolean()).collect(Collectors.joining(" ")));
    }
    return callers;
  }

  private static List<Paper> some(Random random, List<Paper> papers) {
    List<Paper> some = new ArrayList<>(papers);
    Collections.shuffle(some, random);
    return some.subList(0, TRIED);
  }

  /** Hits, totals, counts, facets and snippets. */
  private static void searches(
      List<Paper> papers, Set<Paper> seen, String roles, int round, String where) {
    Set<String> expected = ids(seen);
    for (String query :
        List.of(
            "vedado" + round,
            "sealed" + round,
            "\"pliego vedado" + round + "\"",
            "pliego vedado" + round + "~1",
            "vedado" + round + " -nadie",
            "vedado" + round + " title:expediente",
            "vedado" + round + " date:1700/1900 person:velo")) {
      Response answer = answer("/v1/search", Map.of("q", query, "size", "100"), roles);
      assertEquals(
          expected, new HashSet<>(answer.<List<String>>path("hits.documentId")), where + query);
      assertEquals(seen.size(), answer.<Integer>path("total"), where + query);
      tellsOf(answer.asString(), papers, seen, where + query);
      counts(answer.jsonPath(), seen, where + query);
    }
    Response first =
        answer("/v1/search", Map.of("q", "vedado" + round, "size", "1", "sort", "oldest"), roles);
    assertEquals(
        seen.size() > 1, first.path("next") != null, where + "whether there is a next page");
    for (Paper paper : papers) {
      Map<String, String> exactly = Map.of("q", paper.own(), "variants", "off", "spellings", "off");
      int total = answer("/v1/search", exactly, roles).path("total");
      assertEquals(seen.contains(paper) ? 1 : 0, total, where + paper.own());
    }
  }

  private static void counts(JsonPath answer, Set<Paper> seen, String where) {
    Map<String, Integer> collections = new HashMap<>();
    seen.forEach(paper -> collections.merge(paper.collection(), 1, Integer::sum));
    assertEquals(collections, facet(answer, "collection"), where);
    assertEquals(
        seen.stream().collect(Collectors.toMap(paper -> "Velo " + paper.own(), _ -> 1)),
        facet(answer, "people"),
        where);
    Map<String, Integer> all = seen.isEmpty() ? Map.of() : Map.of("es", seen.size());
    assertEquals(all, facet(answer, "language"), where);
    assertEquals(seen.size(), facet(answer, "year").size(), where);
  }

  private static Map<String, Integer> facet(JsonPath answer, String name) {
    List<Map<String, Object>> values = answer.getList("facets." + name);
    return values.stream()
        .collect(
            Collectors.toMap(
                value -> String.valueOf(value.get("value")),
                value -> ((Number) value.get("count")).intValue()));
  }

  /** Exports and suggestions. */
  private static void lists(
      List<Paper> papers, Set<Paper> seen, String roles, int round, String where) {
    for (String format : List.of("json", "csv", "bibtex", "ris")) {
      String list =
          answer("/v1/search/export", Map.of("q", "vedado" + round, "format", format), roles)
              .asString();
      tellsOf(list, papers, seen, where + format);
      for (Paper paper : seen) {
        assertTrue(list.contains(paper.own()), where + format + " " + paper.own());
      }
    }
    for (Paper paper : papers) {
      String offers =
          answer("/v1/suggestions", Map.of("q", paper.own().substring(0, 6)), roles).asString();
      tellsOf(offers, papers, seen, where + "suggestions");
      assertEquals(seen.contains(paper), offers.contains(paper.own()), where + paper.own());
    }
  }

  private static void collections(List<Paper> papers, Set<Paper> seen, String roles, String where) {
    String top = "/iiif/presentation/3/collection";
    tellsOf(answer(top, Map.of(), roles).asString(), papers, seen, where + top);
    Set<String> open = seen.stream().map(Paper::collection).collect(Collectors.toSet());
    for (Paper paper : papers) {
      Response one = request(roles).get(top + "/{name}", paper.collection());
      assertEquals(open.contains(paper.collection()) ? 200 : 404, one.statusCode(), where);
      tellsOf(one.asString(), papers, seen, where + paper.collection());
    }
  }

  /** Every address below a paper; a closed one answers as one that was never there. */
  private static void addresses(
      List<Paper> tried, List<Paper> papers, Set<Paper> seen, String roles, String where) {
    String nobody = UUID.randomUUID().toString();
    for (String address : OF_A_PAPER) {
      Response unknown = get(address.replace("ID", nobody), roles);
      assertEquals(404, unknown.statusCode(), where + address);
      for (Paper paper : tried) {
        Response answer = get(address.replace("ID", paper.paper().id), roles);
        if (seen.contains(paper)) {
          assertTrue(Set.of(200, 303).contains(answer.statusCode()), where + address);
          tellsOf(answer.asString(), papers, seen, where + address);
        } else {
          assertEquals(404, answer.statusCode(), where + address + " " + paper.own());
          assertEquals(
              unknown.asString().replace(nobody, "ID"),
              answer.asString().replace(paper.paper().id, "ID"),
              where + address);
          assertEquals(names(unknown), names(answer), where + address);
        }
      }
    }
    known(tried, seen, roles, where);
  }

  /** Who once had an image and names its tag is told nothing either. */
  private static void known(List<Paper> papers, Set<Paper> seen, String roles, String where) {
    for (Paper paper : papers) {
      for (String address :
          List.of("/v1/documents/ID/pages/1/image", "/iiif/image/3/ID-1/full/60,/0/default.jpg")) {
        String own = address.replace("ID", paper.paper().id);
        String tag = get(own, "curator").header("ETag");
        int status = request(roles).header("If-None-Match", tag).get(own).statusCode();
        assertEquals(seen.contains(paper) ? 304 : 404, status, where + own);
      }
    }
  }

  private static Set<String> names(Response answer) {
    return Stream.of(answer.headers().asList().toArray(io.restassured.http.Header[]::new))
        .map(header -> header.getName().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** Of no paper but those seen. */
  private static void tellsOf(String text, List<Paper> papers, Set<Paper> seen, String where) {
    for (Paper paper : papers) {
      if (!seen.contains(paper)) {
        assertFalse(text.contains(paper.own()), where + " tells of " + paper.own());
        assertFalse(text.contains(paper.paper().id), where + " names " + paper.own());
      }
    }
  }

  private static Response answer(String path, Map<String, String> parameters, String roles) {
    Response answer = request(roles).queryParams(parameters).get(path);
    assertEquals(200, answer.statusCode(), path + parameters);
    return answer;
  }

  private static Response get(String address, String roles) {
    return request(roles).redirects().follow(false).get(address);
  }

  private static Set<String> ids(Set<Paper> papers) {
    return papers.stream().map(paper -> paper.paper().id).collect(Collectors.toSet());
  }

  private static byte[] scan() throws IOException {
    BufferedImage page = new BufferedImage(2000, 3000, BufferedImage.TYPE_BYTE_GRAY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(page, "jpeg", bytes);
    return bytes.toByteArray();
  }
}

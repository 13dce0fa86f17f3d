package org.cotejo.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client as a person calls it, against a server that answers as the API does. */
class ClientTest {

  private static final String ACCEPTED =
      "{\"documentId\":\"d1\",\"ingestId\":\"i1\",\"revision\":1}";

  @TempDir private Path folder;
  private ServerDouble server;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = new ServerDouble();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void submitSendsEveryPartUnderItsNameAndPrintsTheDocumentLast() throws IOException {
    // Given
    server.on("POST", "/v1/documents", 202, ACCEPTED);

    // When
    int code =
        run(
            "submit",
            "--token",
            "t0",
            "--record",
            file("record.json", "{\"title\":\"Ü\"}"),
            "--scan",
            file("1.pdf", "%PDF-1"),
            file("2.tif", "II*"),
            "--translation",
            "en=" + file("en.txt", "Dear Sir"),
            "--translator",
            "A. Nobody");

    // Then
    assertEquals(0, code, errors::toString);
    assertEquals("d1", output.toString().lines().toList().getLast());
    ServerDouble.Seen request = server.seen("POST", "/v1/documents").getFirst();
    assertEquals("Bearer t0", request.header("Authorization"));
    assertFalse(request.header("Idempotency-key").isEmpty());
    List<String> parts = parts(request);
    assertEquals(5, parts.size());
    assertTrue(
        parts.get(0).contains("name=\"record\"") && parts.get(0).endsWith("{\"title\":\"Ü\"}"),
        parts.get(0));
    assertTrue(
        parts
            .get(1)
            .contains("name=\"scan\"; filename=\"1.pdf\"\r\nContent-Type: application/pdf"));
    assertTrue(
        parts.get(2).contains("name=\"scan\"; filename=\"2.tif\"\r\nContent-Type: image/tiff"));
    assertTrue(
        parts.get(3).contains("name=\"translation.en\"") && parts.get(3).endsWith("Dear Sir"));
    assertTrue(
        parts.get(4).contains("name=\"translator.en\"") && parts.get(4).endsWith("A. Nobody"));
  }

  @Test
  void submitFollowsToTheEnd() throws IOException {
    // Given
    server
        .on("POST", "/v1/documents", 202, ACCEPTED)
        .on("GET", "/v1/ingests/i1", 200, ingest("running", false, 1))
        .on("GET", "/v1/ingests/i1", 200, ingest("completed", true, 3));

    // When
    int code =
        run(
            "submit",
            "--record",
            file("r.json", "{}"),
            "--scan",
            file("1.pdf", "%PDF"),
            "--follow");

    // Then
    assertEquals(0, code);
    assertEquals("d1\n", output.toString());
    assertTrue(errors.toString().contains("recognition 1/3"), errors::toString);
    assertTrue(errors.toString().contains("completed, 3 pages"), errors::toString);
  }

  @Test
  void ingestWithFailuresHasItsOwnExitCodeAndNamesThem() throws IOException {
    // Given
    server
        .on("POST", "/v1/documents", 202, ACCEPTED)
        .on("GET", "/v1/ingests/i1", 200, ingest("completed-with-failures", true, 2));

    // When
    int code =
        run(
            "submit",
            "--record",
            file("r.json", "{}"),
            "--scan",
            file("1.pdf", "%PDF"),
            "--follow");

    // Then
    assertEquals(5, code);
    assertTrue(
        errors.toString().contains("recognition, page 2: unreadable [page.unreadable]"),
        errors::toString);
    assertEquals("d1\n", output.toString());
  }

  @Test
  void refusalListsEveryFinding() throws IOException {
    // Given
    server.on(
        "POST",
        "/v1/documents",
        422,
        """
        {"title":"The submission is not accepted","status":422,"detail":"2 faults","code":"submission.invalid","findings":[
         {"code":"title.missing","field":"record.title","message":"There is no title."},
         {"code":"date.invalid","field":"record.date","message":"Not EDTF."}]}
        """);

    // When
    int code = run("submit", "--record", file("r.json", "{}"), "--scan", file("1.pdf", "%PDF"));

    // Then
    assertEquals(3, code);
    assertTrue(
        errors.toString().contains("record.title: There is no title. [title.missing]"),
        errors::toString);
    assertTrue(
        errors.toString().contains("record.date: Not EDTF. [date.invalid]"), errors::toString);
    assertEquals("", output.toString());
  }

  @Test
  void repeatsUnderTheSameKeyWhenTheServiceIsAway() throws IOException {
    // Given
    server.on("POST", "/v1/documents", 503, "{}").on("POST", "/v1/documents", 202, ACCEPTED);

    // When
    int code =
        run(
            "submit",
            "--record",
            file("r.json", "{}"),
            "--scan",
            file("1.pdf", "%PDF"),
            "--idempotency-key",
            "k7");

    // Then
    assertEquals(0, code);
    List<ServerDouble.Seen> attempts = server.seen("POST", "/v1/documents");
    assertEquals(
        List.of("k7", "k7"),
        attempts.stream().map(seen -> seen.header("Idempotency-key")).toList());
    assertEquals(parts(attempts.get(0)).size(), parts(attempts.get(1)).size());
  }

  @Test
  void largeScansGoAheadInPageOrder() throws IOException {
    // Given
    server
        .on(
            "POST",
            "/v1/uploads",
            201,
            "{\"uploadId\":\"u1\",\"url\":\"" + server.url() + "/put1\",\"method\":\"PUT\"}")
        .on(
            "POST",
            "/v1/uploads",
            201,
            "{\"uploadId\":\"u2\",\"url\":\"" + server.url() + "/put2\",\"method\":\"PUT\"}")
        .on("PUT", "/put1", 200, "")
        .on("PUT", "/put2", 200, "")
        .on("POST", "/v1/documents", 202, ACCEPTED);

    // When
    int code =
        run(
            "submit",
            "--token",
            "t0",
            "--record",
            file("r.json", "{}"),
            "--scan",
            file("1.jpg", "abc"),
            file("2.jpg", "large enough"),
            "--upload-threshold",
            "5");

    // Then
    assertEquals(0, code, errors::toString);
    assertTrue(
        server
            .seen("POST", "/v1/uploads")
            .getFirst()
            .text()
            .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertEquals("abc", server.seen("PUT", "/put1").getFirst().text());
    assertEquals("", server.seen("PUT", "/put1").getFirst().header("Authorization"));
    List<String> parts = parts(server.seen("POST", "/v1/documents").getFirst());
    assertTrue(parts.get(1).contains("name=\"scan-upload\"") && parts.get(1).endsWith("u1"));
    assertTrue(parts.get(2).contains("name=\"scan-upload\"") && parts.get(2).endsWith("u2"));
  }

  @Test
  void wrongCommandLineExitsWithTwo() throws IOException {
    assertEquals(2, run("submit"));
    assertEquals(2, run("submit", "--record", "r", "--scan", "s", "--translation", "nonsense"));
    assertEquals(2, run("status", "x", "--server", "ftp://nowhere"));
    assertEquals(2, run());
  }

  @Test
  void missingFilesAreAllNamedAndNothingIsSent() throws IOException {
    // When
    int code =
        run("submit", "--record", "no.json", "--scan", "no.pdf", "--translation", "en=no.txt");

    // Then
    assertEquals(1, code);
    assertEquals(
        3, errors.toString().lines().filter(line -> line.contains("no such file")).count());
    assertTrue(server.seen.isEmpty());
  }

  @Test
  void unreachableServerExitsWithFour() throws IOException {
    // Given
    String url = server.url();
    server.close();

    // When
    int code =
        Cotejo.commandLine()
            .setErr(new PrintWriter(errors))
            .execute("withdraw", "d1", "--server", url);

    // Then
    assertEquals(4, code);
    assertTrue(errors.toString().contains("connection refused"), errors::toString);
  }

  @Test
  void statusFindsTheIngestOfADocument() throws IOException {
    // Given
    server
        .on("GET", "/v1/documents/d1", 200, "{\"documentId\":\"d1\",\"ingestId\":\"i1\"}")
        .on("GET", "/v1/ingests/i1", 200, ingest("running", false, 2));

    // When
    int code = run("status", "d1");

    // Then
    assertEquals(0, code);
    assertTrue(output.toString().contains("state     running"), output::toString);
    assertTrue(output.toString().contains("2 of 3"), output::toString);
  }

  @Test
  void searchShowsBothSidesWithMarksAndBoxes() throws IOException {
    // Given
    server.on("GET", "/v1/search", 200, resource("search.json"));

    // When
    int code = run("search", "faro", "--from", "1932");

    // Then
    assertEquals(0, code);
    String printed = output.toString();
    assertTrue(printed.contains("1 document\n"), printed);
    assertTrue(printed.contains("[es] El *faro* estaba apagado."), printed);
    assertTrue(printed.contains("│ [en] The *lighthouse* was dark."), printed);
    assertTrue(printed.contains("page 1  [420,900 110×30]"), printed);
  }

  @Test
  void getWritesABitextAsPairs() throws IOException {
    // Given
    server
        .on("GET", "/v1/documents/d1/bitexts", 200, "{\"bitexts\":[{\"language\":\"en\"}]}")
        .on("GET", "/v1/documents/d1/bitexts/en", 200, resource("bitext.json"));
    Path target = folder.resolve("out.tsv");

    // When
    int code = run("get", "d1", "bitext", "--format", "text", "-o", target.toString());

    // Then
    assertEquals(0, code, errors::toString);
    assertEquals("Uno. Dos.\tOne and two.\nSello\t\n\tAdded.\n", Files.readString(target));
  }

  @Test
  void exportGoesIntoItsFileOrLeavesItAsItWas() throws IOException {
    // Given
    server
        .on("GET", "/v1/documents/d1/pages/2/transcription", 200, "<alto/>")
        .on("GET", "/v1/documents/d2/transcription", 404, "{\"title\":\"Not found\"}");
    Path target = folder.resolve("page.xml");

    // When
    int code = run("export", "d1", "--format", "alto", "--page", "2", "-o", target.toString());
    int refused = run("export", "d2", "--format", "pdf", "-o", target.toString());

    // Then
    assertEquals(0, code, errors::toString);
    assertEquals(3, refused);
    assertEquals("<alto/>", Files.readString(target));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.filter(file -> file.toString().endsWith(".part")).count());
    }
  }

  @Test
  void exportOfATranslationIsNamedByLanguageAndExtension() throws IOException {
    // Given
    server.on("GET", "/v1/documents/d1/bitexts/pt-BR.xlf", 200, "<xliff/>");
    Path target = folder.resolve("bitext.xlf");

    // When
    int code =
        run("export", "d1", "--format", "xliff", "--translation", "pt-BR", "-o", target.toString());

    // Then
    assertEquals(0, code, errors::toString);
    assertEquals("<xliff/>", Files.readString(target));
    String file = target.toString();
    assertEquals(2, run("export", "d1", "--format", "tmx", "-o", file));
    assertTrue(errors.toString().contains("--translation LANG"));
    assertEquals(2, run("export", "d1", "--format", "pdf", "--translation", "en", "-o", file));
    assertEquals(
        2,
        run("export", "d1", "--format", "tei", "--translation", "en", "--page", "1", "-o", file));
    assertEquals("<xliff/>", Files.readString(target));
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.isEmpty() && !all.contains("--server")) {
      all.addAll(1, List.of("--server", server.url()));
    }
    return Cotejo.commandLine()
        .setOut(new PrintWriter(output, true))
        .setErr(new PrintWriter(errors, true))
        .execute(all.toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String resource(String name) throws IOException {
    try (var input = ClientTest.class.getResourceAsStream("/" + name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String ingest(String state, boolean ended, int read) {
    return """
    {"ingestId":"i1","documentId":"d1","revision":1,"state":"%s","ended":%s,"pageCount":3,
     "stages":[{"stage":"surrogates","state":"done","done":3,"failed":0,"total":3},
               {"stage":"recognition","state":"running","done":%d,"failed":0,"total":3}],
     "failures":[%s]}
    """
        .formatted(
            state,
            ended,
            read,
            state.endsWith("failures")
                ? "{\"stage\":\"recognition\",\"page\":2,\"code\":\"page.unreadable\",\"message\":\"unreadable\"}"
                : "");
  }

  /** Cuts a form by its boundary, as a server does. */
  private static List<String> parts(ServerDouble.Seen request) {
    String boundary = request.header("Content-type").replaceAll(".*boundary=", "");
    String body = request.text();
    assertTrue(body.endsWith("\r\n--" + boundary + "--\r\n"));
    List<String> parts = new ArrayList<>();
    for (String piece : body.split("--" + boundary, -1)) {
      if (piece.startsWith("\r\n") && piece.length() > 2) {
        parts.add(piece.substring(2, piece.length() - 2));
      }
    }
    return parts.stream().filter(part -> part.startsWith("Content-Disposition")).toList();
  }
}

package org.cotejo.search.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Forms in which a result list is taken away, one text a document.
 *
 * <p>Sources: RFC 4180 for CSV; RIS as Research Information Systems gave it out in 2001, type UNPB;
 * BibTeX as of 0.99, type misc.
 */
public enum ListFormat {
  CSV("csv", "text/csv; charset=utf-8") {
    @Override
    public String head() {
      return "id,title,date,date_printed,collection,record_number,languages,translations,url\r\n";
    }

    @Override
    public String entry(ListedDocument listed) {
      SearchResult.DocumentSummary document = listed.document();
      return List.of(
                  document.documentId(),
                  document.title(),
                  document.dateEdtf().orElse(""),
                  document.datePrinted().orElse(""),
                  document.collection().orElse(""),
                  document.recordNumber().orElse(""),
                  String.join(";", document.originalLanguages()),
                  String.join(";", document.translationLanguages()),
                  listed.address())
              .stream()
              .map(ListFormat::cell)
              .collect(Collectors.joining(","))
          + "\r\n";
    }
  },
  BIBTEX("bib", "application/x-bibtex; charset=utf-8") {
    @Override
    public String entry(ListedDocument listed) {
      SearchResult.DocumentSummary document = listed.document();
      List<String> fields = new ArrayList<>();
      fields.add("  title = {{" + bibtex(document.title()) + "}}");
      year(document).ifPresent(year -> fields.add("  year = {" + year + "}"));
      document.dateEdtf().ifPresent(date -> fields.add("  date = {" + bibtex(date) + "}"));
      note(document).ifPresent(note -> fields.add("  note = {" + bibtex(note) + "}"));
      fields.add("  langid = {" + bibtex(String.join(", ", document.originalLanguages())) + "}");
      fields.add("  url = {" + listed.address() + "}");
      return "@misc{cotejo-" + document.documentId() + ",\n" + String.join(",\n", fields) + "\n}\n";
    }
  },
  RIS("ris", "application/x-research-info-systems; charset=utf-8") {
    @Override
    public String entry(ListedDocument listed) {
      SearchResult.DocumentSummary document = listed.document();
      StringBuilder ris = new StringBuilder("TY  - UNPB\r\n");
      tag(ris, "TI", document.title());
      year(document).ifPresent(year -> tag(ris, "PY", year));
      document.datePrinted().ifPresent(date -> tag(ris, "DA", date));
      document.collection().ifPresent(collection -> tag(ris, "T2", collection));
      document.recordNumber().ifPresent(number -> tag(ris, "CN", number));
      document.originalLanguages().forEach(language -> tag(ris, "LA", language));
      tag(ris, "UR", listed.address());
      tag(ris, "ID", document.documentId());
      return ris.append("ER  - \r\n\r\n").toString();
    }
  };

  private static final Map<Character, String> BIBTEX_CHARACTERS =
      Map.of(
          '&',
          "\\&",
          '%',
          "\\%",
          '$',
          "\\$",
          '#',
          "\\#",
          '_',
          "\\_",
          '{',
          "\\{",
          '}',
          "\\}",
          '~',
          "\\textasciitilde{}",
          '^',
          "\\textasciicircum{}",
          '\\',
          "\\textbackslash{}");
  private static final int YEAR_DIGITS = 4;

  private final String extension;
  private final String mediaType;

  ListFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What stands before the first document. */
  public String head() {
    return "";
  }

  /** One document. */
  public abstract String entry(ListedDocument listed);

  /** Quoted, and harmless in a spreadsheet, which takes what begins like a formula for one. */
  private static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }

  private static String bibtex(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      escaped.append(BIBTEX_CHARACTERS.getOrDefault(character, String.valueOf(character)));
    }
    return escaped.toString().replaceAll("\\s+", " ");
  }

  private static void tag(StringBuilder ris, String tag, String value) {
    ris.append(tag).append("  - ").append(value.replaceAll("\\s+", " ").strip()).append("\r\n");
  }

  private static Optional<String> year(SearchResult.DocumentSummary document) {
    return document
        .dateEdtf()
        .filter(date -> date.matches("[0-9]{4}.*"))
        .map(date -> date.substring(0, YEAR_DIGITS));
  }

  private static Optional<String> note(SearchResult.DocumentSummary document) {
    List<String> parts = new ArrayList<>();
    document.collection().ifPresent(parts::add);
    document.recordNumber().ifPresent(parts::add);
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}

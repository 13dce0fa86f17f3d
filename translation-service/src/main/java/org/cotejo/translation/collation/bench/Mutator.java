package org.cotejo.translation.collation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.collation.bench.CleanBitext.GoldBead;

/** Plants one difference at a time into a clean bitext; the same seed plants the same. */
final class Mutator {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])\\d{1,4}(?![\\d.,]\\d|\\d)");
  private static final Pattern NAME = Pattern.compile("(?<=\\p{Ll} )\\p{Lu}\\p{Ll}{3,}");
  private static final Pattern QUOTES = Pattern.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]");
  // A line in capitals alone is a heading, which no rule reports.
  private static final Pattern SMALL = Pattern.compile("\\p{Ll}");
  private static final Map<String, String> NEGATED =
      Map.of(
          "en", " (was|is|had|has|were|could|would|will|can|should) (?!not)",
          "fr", "\u0000",
          "de", " (ist|war|hat|hatte|wird|kann|konnte) (?!nicht|kein)");
  private static final List<String> STRANGERS =
      List.of("Brightwater", "Ozolins", "Tamboura", "Quigley", "Wexford", "Ybarra");
  private static final int SENTENCE = 25;

  private final Random random;

  Mutator(long seed) {
    random = new Random(seed);
  }

  /** One mutation of each kind that the bitext gives room for; another document gives the leaf. */
  List<Mutation> mutations(CleanBitext clean, CleanBitext stranger) {
    List<Mutation> all = new ArrayList<>();
    deleted(clean).ifPresent(all::add);
    inserted(clean, stranger).ifPresent(all::add);
    changed(clean, Rule.NUMBER, NUMBER, Mutator::otherNumber, true).ifPresent(all::add);
    dated(clean).ifPresent(all::add);
    changed(clean, Rule.NAME, NAME, this::stranger, true).ifPresent(all::add);
    unquoted(clean).ifPresent(all::add);
    negated(clean).ifPresent(all::add);
    leaf(clean, stranger).ifPresent(all::add);
    return all;
  }

  private Optional<Mutation> deleted(CleanBitext clean) {
    return pick(clean, bead -> bead.plain() && longEnough(clean, bead))
        .map(
            bead -> {
              List<String> target = new ArrayList<>(clean.target());
              target.remove((int) bead.target().getFirst());
              return new Mutation(Rule.OMISSION, clean.source(), target, bead.source(), List.of());
            });
  }

  private Optional<Mutation> inserted(CleanBitext clean, CleanBitext stranger) {
    return pick(clean, GoldBead::plain)
        .map(
            bead -> {
              int at = bead.target().getFirst();
              List<String> sentences =
                  stranger.target().stream()
                      .filter(text -> text.length() > SENTENCE && SMALL.matcher(text).find())
                      .toList();
              List<String> target = new ArrayList<>(clean.target());
              target.add(at, sentences.get(random.nextInt(sentences.size())));
              return new Mutation(Rule.ADDITION, clean.source(), target, List.of(), List.of(at));
            });
  }

  /** Changes a word of the translation that the original has in the same spelling. */
  private Optional<Mutation> changed(
      CleanBitext clean, Rule rule, Pattern what, UnaryOperator<String> change, boolean shared) {
    return pick(clean, bead -> bead.plain() && place(clean, bead, what, shared).isPresent())
        .map(
            bead -> {
              int at = bead.target().getFirst();
              MatchResult found = place(clean, bead, what, shared).orElseThrow();
              String text = clean.target().get(at);
              List<String> target = new ArrayList<>(clean.target());
              target.set(
                  at,
                  text.substring(0, found.start())
                      + change.apply(found.group())
                      + text.substring(found.end()));
              return new Mutation(rule, clean.source(), target, bead.source(), bead.target());
            });
  }

  private static Optional<MatchResult> place(
      CleanBitext clean, GoldBead bead, Pattern what, boolean shared) {
    String source = clean.source().get(bead.source().getFirst());
    String target = clean.target().get(bead.target().getFirst());
    return what.matcher(target)
        .results()
        .filter(found -> !shared || wordIn(source, found.group()))
        .filter(found -> target.indexOf(found.group(), found.end()) < 0)
        .findFirst();
  }

  private static boolean wordIn(String text, String word) {
    return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])")
            .matcher(text)
            .results()
            .count()
        == 1;
  }

  private static String otherNumber(String digits) {
    return Long.toString(Long.parseLong(digits) + (digits.endsWith("9") ? -2 : 1));
  }

  private String stranger(String name) {
    return STRANGERS.get(random.nextInt(STRANGERS.size()));
  }

  /** A date for a document without: put to both sides of a bead, then moved on one. */
  private Optional<Mutation> dated(CleanBitext clean) {
    return pick(clean, bead -> bead.plain() && longEnough(clean, bead))
        .map(
            bead -> {
              int day = 2 + random.nextInt(25);
              int month = 1 + random.nextInt(12);
              int year = 1800 + random.nextInt(160);
              List<String> source = new ArrayList<>(clean.source());
              List<String> target = new ArrayList<>(clean.target());
              put(
                  source,
                  bead.source().getFirst(),
                  date(clean.languages().get(0), day, month, year));
              put(
                  target,
                  bead.target().getFirst(),
                  date(clean.languages().get(1), day + 1, month, year));
              return new Mutation(Rule.DATE, source, target, bead.source(), bead.target());
            });
  }

  private static void put(List<String> sentences, int at, String date) {
    String text = sentences.get(at).strip();
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    sentences.set(at, text.substring(0, end) + ", " + date + text.substring(end));
  }

  private static String date(String language, int day, int month, int year) {
    Locale locale = Locale.forLanguageTag(language);
    String name = java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, locale);
    return switch (language) {
      case "es" -> day + " de " + name + " de " + year;
      case "de", "is" -> day + ". " + name + " " + year;
      default -> day + " " + name + " " + year;
    };
  }

  private Optional<Mutation> unquoted(CleanBitext clean) {
    return pick(
            clean,
            bead ->
                bead.plain()
                    && QUOTES
                            .matcher(clean.source().get(bead.source().getFirst()))
                            .results()
                            .count()
                        >= 2
                    && QUOTES
                            .matcher(clean.target().get(bead.target().getFirst()))
                            .results()
                            .count()
                        >= 2)
        .map(
            bead -> {
              int at = bead.target().getFirst();
              List<String> target = new ArrayList<>(clean.target());
              target.set(at, QUOTES.matcher(target.get(at)).replaceAll(""));
              return new Mutation(
                  Rule.QUOTATION, clean.source(), target, bead.source(), bead.target());
            });
  }

  private Optional<Mutation> negated(CleanBitext clean) {
    Pattern verb = Pattern.compile(NEGATED.getOrDefault(clean.languages().get(1), "\u0000"));
    String not = clean.languages().get(1).equals("de") ? "nicht " : "not ";
    Pattern no =
        Pattern.compile(
            "(?iu)\\b(not|no|never|nor|n['’]t|ne|n['’]\\p{L}+|pas|nicht|kein\\p{L}*|nie|nichts"
                + "|ni|nunca|nada|sin|sans|without|nothing|ohne)\\b|n['’]t");
    return pick(
            clean,
            bead ->
                bead.plain()
                    && verb.matcher(clean.target().get(bead.target().getFirst())).find()
                    && !no.matcher(clean.target().get(bead.target().getFirst())).find()
                    && !no.matcher(clean.source().get(bead.source().getFirst())).find())
        .map(
            bead -> {
              int at = bead.target().getFirst();
              Matcher found = verb.matcher(clean.target().get(at));
              List<String> target = new ArrayList<>(clean.target());
              if (found.find()) {
                String text = target.get(at);
                target.set(at, text.substring(0, found.end()) + not + text.substring(found.end()));
              }
              return new Mutation(
                  Rule.NEGATION, clean.source(), target, bead.source(), bead.target());
            });
  }

  /** A page of the translation that belongs to another document. */
  private Optional<Mutation> leaf(CleanBitext clean, CleanBitext stranger) {
    int page = 15;
    int from = clean.beads().size() / 3;
    if (from + page > clean.beads().size() || stranger.target().size() < page) {
      return Optional.empty();
    }
    List<GoldBead> beads = clean.beads().subList(from, from + page);
    List<Integer> sourceAt = beads.stream().flatMap(bead -> bead.source().stream()).toList();
    List<Integer> targetAt = beads.stream().flatMap(bead -> bead.target().stream()).toList();
    if (sourceAt.isEmpty() || targetAt.isEmpty()) {
      return Optional.empty();
    }
    List<String> target = new ArrayList<>(clean.target().subList(0, targetAt.getFirst()));
    target.addAll(stranger.target().subList(0, page));
    target.addAll(clean.target().subList(targetAt.getLast() + 1, clean.target().size()));
    List<Integer> strange =
        IntStream.range(targetAt.getFirst(), targetAt.getFirst() + page).boxed().toList();
    return Optional.of(new Mutation(Rule.WRONG_LEAF, clean.source(), target, sourceAt, strange));
  }

  private static boolean longEnough(CleanBitext clean, GoldBead bead) {
    return clean.target().get(bead.target().getFirst()).length() > SENTENCE
        && clean.source().get(bead.source().getFirst()).length() > SENTENCE;
  }

  private Optional<GoldBead> pick(
      CleanBitext clean, java.util.function.Predicate<GoldBead> suitable) {
    List<GoldBead> candidates = clean.beads().stream().filter(suitable).toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(random.nextInt(candidates.size())));
  }
}

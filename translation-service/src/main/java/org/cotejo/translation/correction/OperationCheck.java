package org.cotejo.translation.correction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.Segment;

/**
 * Turns operations into what they say of segments, or says what is wrong with them. All faults of
 * all operations are gathered.
 */
public final class OperationCheck {
  private final Reading reading;
  private final Bitext bitext;
  private final int greatestText;
  private final MachineText source;
  private final MachineText target;
  private final List<OperationFault> faults = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> linkFields = new ArrayList<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> worded = new HashSet<>();

  /** What came of a check: facts, or faults. */
  public record Outcome(List<Fact> facts, List<OperationFault> faults) {
    public Outcome {
      facts = List.copyOf(facts);
      faults = List.copyOf(faults);
    }
  }

  private OperationCheck(Reading reading, Bitext bitext, int greatestText) {
    this.reading = reading;
    this.bitext = bitext;
    this.greatestText = greatestText;
    source =
        new MachineText(
            TextSide.SOURCE,
            new CutText(reading.text().text(), reading.segments()),
            reading.readAs());
    target =
        new MachineText(
            TextSide.TARGET,
            new CutText(bitext.text(), bitext.segments()),
            bitext.handwork().readAs());
  }

  /**
   * Checks operations against the bitext that the curator saw.
   *
   * @param greatestText most characters of a segment
   */
  public static Outcome check(
      Reading reading, Bitext bitext, List<Operation> operations, int greatestText) {
    OperationCheck check = new OperationCheck(reading, bitext, greatestText);
    for (int k = 0; k < operations.size(); k++) {
      check.operation(operations.get(k), "operations[" + k + "]");
    }
    check.crossings();
    return new Outcome(check.faults.isEmpty() ? check.facts : List.of(), check.faults);
  }

  private void operation(Operation operation, String field) {
    switch (operation) {
      case Operation.Link(Operation.Pair pair) -> link(pair, field);
      case Operation.Unlink(Operation.Pair pair) -> unlink(pair, field);
      case Operation.Confirm(Operation.Pair pair) -> {
        if (exists(pair, field)) {
          link(pair, field);
        }
      }
      case Operation.Split split -> split(split, field);
      case Operation.Join join -> join(join, field);
      case Operation.SetText text -> text(text, field);
      case Operation.Cut cut -> cut(cut, field);
      case Operation.Merge merge -> merge(merge, field);
    }
  }

  private void link(Operation.Pair pair, String field) {
    Optional<List<Integer>> from = segments(TextSide.SOURCE, pair.source(), field + ".source");
    Optional<List<Integer>> to = segments(TextSide.TARGET, pair.target(), field + ".target");
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    boolean whole = isLinkable(from.get(), field + ".source");
    if (isLinkable(to.get(), field + ".target") && whole) {
      touch(pair, field);
      links.add(new Link(from.get(), to.get(), 1, true));
      linkFields.add(field);
      facts.add(
          new Fact.Linked(
              from.get().stream().map(source::anchor).toList(),
              to.get().stream().map(target::anchor).toList()));
    }
  }

  private boolean isLinkable(List<Integer> segments, String field) {
    if (segments.isEmpty()) {
      return fault("link.empty-side", field, "A link has a segment on each side.");
    }
    if (segments.getLast() - segments.getFirst() + 1 > segments.size()) {
      return fault(
          "link.not-consecutive", field, "The segments of a link stand one after the other.");
    }
    return true;
  }

  private void unlink(Operation.Pair pair, String field) {
    if (pair.source().isEmpty() && pair.target().isEmpty()) {
      fault("unlink.empty", field, "No segment is named that has no counterpart.");
    }
    Optional<List<Integer>> from = segments(TextSide.SOURCE, pair.source(), field + ".source");
    Optional<List<Integer>> to = segments(TextSide.TARGET, pair.target(), field + ".target");
    touch(pair, field);
    from.orElse(List.of()).forEach(k -> facts.add(new Fact.Unlinked(source.anchor(k))));
    to.orElse(List.of()).forEach(k -> facts.add(new Fact.Unlinked(target.anchor(k))));
  }

  private void split(Operation.Split split, String field) {
    if (!exists(split.link(), field + ".link")) {
      return;
    }
    List<String> parts =
        split.into().stream()
            .flatMap(pair -> Stream.concat(pair.source().stream(), pair.target().stream()))
            .sorted()
            .toList();
    List<String> whole =
        Stream.concat(split.link().source().stream(), split.link().target().stream())
            .sorted()
            .toList();
    if (split.into().size() < 2 || !parts.equals(whole)) {
      fault(
          "split.not-a-partition",
          field + ".into",
          "A link is split into two or more that hold each of its segments once.");
      return;
    }
    for (int k = 0; k < split.into().size(); k++) {
      link(split.into().get(k), field + ".into[" + k + "]");
    }
  }

  private void join(Operation.Join join, String field) {
    if (join.links().size() < 2) {
      fault("join.too-few", field + ".links", "Two links or more are joined.");
      return;
    }
    boolean known = true;
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (int k = 0; k < join.links().size(); k++) {
      known &= exists(join.links().get(k), field + ".links[" + k + "]");
      from.addAll(join.links().get(k).source());
      to.addAll(join.links().get(k).target());
    }
    if (known) {
      link(new Operation.Pair(from, to), field);
    }
  }

  private void text(Operation.SetText set, String field) {
    TextSide side = TextSide.of(set.segment());
    Optional<List<Integer>> segment = segments(side, List.of(set.segment()), field + ".segment");
    String words =
        Normalizer.normalize(set.text(), Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    if (words.isEmpty()) {
      fault("text.empty", field + ".text", "A segment has words.");
    } else if (words.length() > greatestText) {
      fault(
          "text.too-long",
          field + ".text",
          "A segment has at most " + greatestText + " characters.");
    } else if (words.chars().anyMatch(Character::isISOControl)) {
      fault("text.control-character", field + ".text", "A control character is no text.");
    }
    if (segment.isPresent() && !worded.add(set.segment())) {
      fault("operations.overlap", field, "The words of a segment are set twice.");
    }
    segment.ifPresent(
        found ->
            facts.add(
                new Fact.Worded(
                    (side == TextSide.SOURCE ? source : target).anchor(found.getFirst()), words)));
  }

  private void cut(Operation.Cut cut, String field) {
    TextSide side = TextSide.of(cut.segment());
    segments(side, List.of(cut.segment()), field + ".segment")
        .ifPresent(found -> cut(side, found.getFirst(), cut, field));
  }

  private void cut(TextSide side, int index, Operation.Cut cut, String field) {
    String text = textOf(side, index);
    if (isReworded(side, index, field + ".segment")) {
      return;
    }
    if (cut.at().isEmpty()) {
      fault("cut.nowhere", field + ".at", "No place is named at which the segment is cut.");
      return;
    }
    List<Integer> ends = new ArrayList<>(List.of(0));
    for (int at : cut.at()) {
      // Words cannot be divided: their boxes on the page are whole.
      if (at <= ends.getLast() || at >= text.length() || !isBetweenWords(text, at)) {
        fault(
            "cut.not-between-words",
            field + ".at",
            "A segment is cut between two of its words; the places rise.");
        return;
      }
      ends.add(at);
    }
    ends.add(text.length());
    MachineText machine = side == TextSide.SOURCE ? source : target;
    List<SegmentAnchor> parts = new ArrayList<>();
    for (int k = 1; k < ends.size(); k++) {
      parts.add(machine.anchor(index, ends.get(k - 1), ends.get(k)));
    }
    if (parts.stream().anyMatch(part -> part.excerpt().isNowhere())) {
      fault("cut.no-words", field + ".at", "Each part of a segment has letters or digits.");
      return;
    }
    touchText(cut.segment(), field);
    facts.add(new Fact.Cut(parts));
  }

  private static boolean isBetweenWords(String text, int at) {
    return Character.isWhitespace(text.charAt(at - 1)) || Character.isWhitespace(text.charAt(at));
  }

  private void merge(Operation.Merge merge, String field) {
    if (merge.segments().size() < 2) {
      fault("merge.too-few", field + ".segments", "Two segments or more are made one.");
      return;
    }
    TextSide side = TextSide.of(merge.segments().getFirst());
    segments(side, merge.segments(), field + ".segments")
        .ifPresent(found -> merge(side, found, merge, field));
  }

  private void merge(TextSide side, List<Integer> found, Operation.Merge merge, String field) {
    List<Segment> segments = side == TextSide.SOURCE ? reading.segments() : bitext.segments();
    boolean together =
        found.getLast() - found.getFirst() + 1 == found.size()
            && found.stream().map(k -> segments.get(k).paragraph()).distinct().count() == 1;
    if (!together) {
      fault(
          "merge.not-consecutive",
          field + ".segments",
          "Segments that are made one follow each other inside a paragraph.");
      return;
    }
    int length = segments.get(found.getLast()).end() - segments.get(found.getFirst()).start();
    if (length > greatestText) {
      fault(
          "text.too-long",
          field + ".segments",
          "A segment has at most " + greatestText + " characters.");
      return;
    }
    if (found.stream().anyMatch(k -> isReworded(side, k, field + ".segments"))) {
      return;
    }
    merge.segments().forEach(segment -> touchText(segment, field));
    MachineText machine = side == TextSide.SOURCE ? source : target;
    facts.add(new Fact.Cut(List.of(machine.anchor(found.getFirst(), found.getLast()))));
  }

  /** Where people have set the words nobody knows which of them stand for which on the page. */
  private boolean isReworded(TextSide side, int segment, String field) {
    boolean reworded =
        (side == TextSide.SOURCE ? reading.readAs() : bitext.handwork().readAs())
            .containsKey(segment);
    if (reworded) {
      fault(
          "segment.reworded",
          field,
          "A person has set the words of the segment: undo that, cut, and set them again.");
    }
    return reworded;
  }

  private String textOf(TextSide side, int segment) {
    return side == TextSide.SOURCE
        ? new CutText(reading.text().text(), reading.segments()).textOf(segment)
        : new CutText(bitext.text(), bitext.segments()).textOf(segment);
  }

  private void touchText(String segment, String field) {
    boolean again = !worded.add(segment);
    if (!touched.add(segment) || again) {
      fault("operations.overlap", field, "Two operations are about segment " + segment + ".");
    }
  }

  private boolean exists(Operation.Pair pair, String field) {
    Optional<List<Integer>> from = segments(TextSide.SOURCE, pair.source(), field + ".source");
    Optional<List<Integer>> to = segments(TextSide.TARGET, pair.target(), field + ".target");
    boolean named = from.isPresent() && to.isPresent();
    boolean linked =
        named
            && bitext.links().stream()
                .anyMatch(
                    link -> link.source().equals(from.get()) && link.target().equals(to.get()));
    if (named && !linked) {
      fault("link.unknown", field, "There is no such link.");
    }
    return linked;
  }

  /** The indices of segments, in order; empty after a fault. */
  private Optional<List<Integer>> segments(TextSide side, List<String> names, String field) {
    int size = side == TextSide.SOURCE ? reading.segments().size() : bitext.segments().size();
    TreeSet<Integer> found = new TreeSet<>();
    for (String name : names) {
      boolean known = name.matches(side.prefix() + "[1-9][0-9]{0,8}");
      int index = known ? Integer.parseInt(name.substring(1)) - 1 : size;
      if (index >= size) {
        fault("segment.unknown", field, "There is no segment " + name + " on this side.");
        return Optional.empty();
      }
      if (!found.add(index)) {
        fault("segment.repeated", field, "The segment " + name + " is named twice.");
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(found));
  }

  private void touch(Operation.Pair pair, String field) {
    Stream.concat(pair.source().stream(), pair.target().stream())
        .filter(name -> !touched.add(name))
        .forEach(
            name ->
                fault(
                    "operations.overlap", field, "Two operations are about segment " + name + "."));
  }

  /** Links that a person has set may cross only where whole paragraphs have changed places. */
  private void crossings() {
    List<Link> kept =
        bitext.links().stream().filter(link -> link.byHand() && !isTouched(link)).toList();
    for (int k = 0; k < links.size(); k++) {
      Link link = links.get(k);
      Stream<Link> others = Stream.concat(kept.stream(), links.subList(0, k).stream());
      if (others.anyMatch(other -> cross(link, other) && shareParagraph(link, other))) {
        fault(
            "link.crossing",
            linkFields.get(k),
            "It crosses a link that a person has set, inside a paragraph.");
      }
    }
  }

  private boolean isTouched(Link link) {
    return link.source().stream().anyMatch(k -> touched.contains("s" + (k + 1)))
        || link.target().stream().anyMatch(k -> touched.contains("t" + (k + 1)));
  }

  private static boolean cross(Link one, Link other) {
    return one.source().getFirst() < other.source().getFirst()
        != one.target().getFirst() < other.target().getFirst();
  }

  private boolean shareParagraph(Link one, Link other) {
    return share(reading.segments(), one.source(), other.source())
        || share(bitext.segments(), one.target(), other.target());
  }

  private static boolean share(List<Segment> segments, List<Integer> one, List<Integer> other) {
    return one.stream()
        .map(k -> segments.get(k).paragraph())
        .anyMatch(
            paragraph -> other.stream().anyMatch(k -> segments.get(k).paragraph() == paragraph));
  }

  private boolean fault(String code, String field, String message) {
    faults.add(new OperationFault(code, field, message));
    return false;
  }
}

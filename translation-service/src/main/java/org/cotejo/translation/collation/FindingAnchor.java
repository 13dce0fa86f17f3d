package org.cotejo.translation.collation;

import org.cotejo.translation.anchoring.Excerpt;

/**
 * What a finding is known by when it is made again: its rule and the words of both sides with those
 * around them.
 *
 * @param rule what kind of difference
 * @param source the words of the original
 * @param target the words of the translation
 */
public record FindingAnchor(Rule rule, Excerpt source, Excerpt target) {
  /** Less than this is another finding. */
  static final double SAME = .55;

  /** The anchor of a finding. */
  public static FindingAnchor of(Finding finding, String source, String target) {
    return of(
        finding.rule(), finding.source(), finding.target(), finding.message(), source, target);
  }

  static FindingAnchor of(
      Rule rule, Place source, Place target, String message, String sourceText, String targetText) {
    if (source.start() == source.end() && target.start() == target.end()) {
      // A letterhead is outside both texts; what is said of it names it.
      return new FindingAnchor(rule, Excerpt.of(message, 0, message.length()), Excerpt.none());
    }
    return new FindingAnchor(
        rule,
        Excerpt.of(sourceText, source.start(), source.end()),
        Excerpt.of(targetText, target.start(), target.end()));
  }

  /**
   * The words that name the finding: those that are at odds. Where only whole sentences are, the
   * first side that has any.
   */
  String name() {
    boolean exact = isExact(source) || isExact(target);
    String left = !exact || isExact(source) ? source.words() : "";
    String right =
        !exact ? (source.isNowhere() ? target.words() : "") : isExact(target) ? target.words() : "";
    return rule.code() + '\u0000' + left + '\u0000' + right;
  }

  /** How likely it is that both are the same finding, 0 to 1. */
  double likeness(FindingAnchor other) {
    if (rule != other.rule) {
      return 0;
    }
    boolean left = !source.isNowhere() && !other.source.isNowhere();
    boolean right = !target.isNowhere() && !other.target.isNowhere();
    double ofSource = left ? source.likeness(other.source) : 0;
    double ofTarget = right ? target.likeness(other.target) : 0;
    boolean atOdds =
        (left && ofSource == 0 && isExact(source)) || (right && ofTarget == 0 && isExact(target));
    if (atOdds || (!left && !right)) {
      return 0;
    }
    return left && right ? (ofSource + ofTarget) / 2 : ofSource + ofTarget;
  }

  private static boolean isExact(Excerpt excerpt) {
    return !excerpt.isNowhere() && excerpt.isShort();
  }
}

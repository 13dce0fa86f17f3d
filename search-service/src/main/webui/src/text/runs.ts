/**
 * A text cut into runs of equal styling. Offsets are UTF-16 code units, as everywhere in Cotejo and
 * as JavaScript's own; spans may overlap, lie in any order, and reach over the end.
 */
export type Span<Style> = { start: number; end: number; style: Style };
export type Run<Style> = { start: number; text: string; styles: Style[] };

/** Cuts at each border of a span and at each extra cut; the runs' texts joined are the text again. */
export function runsOf<Style>(
  text: string,
  spans: readonly Span<Style>[],
  extraCuts: readonly number[] = [],
): Run<Style>[] {
  const kept = spans
    .map((span) => ({
      start: roundDown(text, clamp(span.start, text.length)),
      end: roundUp(text, clamp(span.end, text.length)),
      style: span.style,
    }))
    .filter((span) => span.start < span.end);
  const cuts = new Set([0, text.length]);
  kept.forEach((span) => cuts.add(span.start).add(span.end));
  extraCuts.forEach((cut) => cuts.add(roundDown(text, clamp(cut, text.length))));
  const borders = [...cuts].sort((one, other) => one - other);
  return borders.slice(0, -1).map((start, position) => {
    const end = borders[position + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      styles: kept
        .filter((span) => span.start <= start && span.end >= end)
        .map((span) => span.style),
    };
  });
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** A border inside a surrogate pair would tear a character: it moves before it. */
function roundDown(text: string, offset: number): number {
  return insidePair(text, offset) ? offset - 1 : offset;
}

function roundUp(text: string, offset: number): number {
  return insidePair(text, offset) ? offset + 1 : offset;
}

function insidePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

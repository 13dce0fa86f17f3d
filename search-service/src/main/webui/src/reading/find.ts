/** Finding a stretch of letters in both texts of a document, without regard to case and accents. */
import type { Range } from '../api/shapes';
import type { ParallelText, Sentence } from './parallel-text';

export type Match = Range & { segment: string };

/** Places found at most; more than these nobody steps through. */
export const mostMatches = 2000;

/**
 * All places where the wanted letters stand, in the order of the original: a place in the translation
 * comes after those of the sentence that it is linked to. White space matches any white space.
 */
export function findIn(text: ParallelText, wanted: string): Match[] {
  const needle = fold(wanted.trim()).letters;
  if (needle === '') {
    return [];
  }
  const matches: Match[] = [];
  for (const sentence of inOrder(text)) {
    for (const range of rangesIn(sentence, needle)) {
      matches.push({ segment: sentence.id, ...range });
      if (matches.length === mostMatches) {
        return matches;
      }
    }
  }
  return matches;
}

/** The first match at or after a sentence, so that finding goes on from where the reader is. */
export function firstFrom(matches: readonly Match[], text: ParallelText, segment: string): number {
  const order = new Map(inOrder(text).map(({ id }, position) => [id, position]));
  const from = order.get(segment) ?? 0;
  const near = matches.findIndex((match) => (order.get(match.segment) ?? 0) >= from);
  return Math.max(near, 0);
}

/** The sentences of both texts in the order of the original, each translation behind what it is linked to. */
function inOrder(text: ParallelText): Sentence[] {
  const place = new Map(text.original.map((sentence, position) => [sentence.id, position]));
  let last = 0;
  return [
    ...text.original.map((sentence, position) => ({ sentence, position })),
    ...text.translation.map((sentence) => {
      const partner = text.partners(sentence.id)[0];
      last = partner === undefined ? last : (place.get(partner.id) ?? last);
      return { sentence, position: last + 0.5 };
    }),
  ]
    .sort((one, other) => one.position - other.position)
    .map(({ sentence }) => sentence);
}

function rangesIn(sentence: Sentence, needle: string): Range[] {
  const { letters, starts } = fold(sentence.text);
  const ranges: Range[] = [];
  for (
    let at = letters.indexOf(needle);
    at >= 0;
    at = letters.indexOf(needle, at + needle.length)
  ) {
    ranges.push({
      start: starts[at] ?? 0,
      end: starts[at + needle.length] ?? sentence.text.length,
    });
  }
  return ranges;
}

/** Folded letters with the offset in the source at which each begins, and one more for the end. */
function fold(text: string): { letters: string; starts: number[] } {
  let letters = '';
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = /\s/.test(character)
      ? letters.endsWith(' ')
        ? ''
        : ' '
      : character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(offset);
    }
    letters += folded;
    offset += character.length;
  }
  starts.push(text.length);
  return { letters, starts };
}

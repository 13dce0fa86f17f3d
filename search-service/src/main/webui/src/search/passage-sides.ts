/** A found passage laid out as original beside translation, whichever of the two was found. */
import type { Passage, Range } from '../api/shapes';
import { readingPath } from '../routing/reading-url';

export type PassageSide = {
  role: 'original' | 'translation';
  language: string;
  text: string;
  segments: string[];
  marks: Range[];
};

export type PassageSides = { original: PassageSide | null; translation: PassageSide | null };

/** Prefers a counterpart in the wanted language where a passage has several. */
export function sidesOf(passage: Passage, preferredLanguage = ''): PassageSides {
  const found: PassageSide = {
    role: passage.role,
    language: passage.language,
    text: passage.text,
    segments: passage.segments,
    marks: passage.marks,
  };
  const others = passage.counterparts.filter((counterpart) => counterpart.role !== passage.role);
  const other =
    others.find((counterpart) => counterpart.language === preferredLanguage) ?? others[0] ?? null;
  return passage.role === 'original'
    ? { original: found, translation: other }
    : { original: other, translation: found };
}

/** Passages of a document that are about the same words of the original, shown as one. */
export type PassageGroup = {
  /** The best of them; its evidence and its place stand for all. */
  passage: Passage;
  original: PassageSide | null;
  /** The translations that were found, or the one that goes with a found original. */
  translations: readonly PassageSide[];
};

/**
 * A sentence that was found in two translations has one original and one place on the scan: it is shown
 * once, with both translations, and not as two results with the same picture.
 */
export function grouped(passages: readonly Passage[], preferredLanguage = ''): PassageGroup[] {
  const groups = new Map<string, PassageGroup>();
  for (const passage of passages) {
    const { original, translation } = sidesOf(passage, preferredLanguage);
    const key =
      original === null
        ? `${passage.language} ${passage.segments.join()}`
        : `original ${original.segments.join()}`;
    const known = groups.get(key);
    const translations = translation === null ? [] : [translation];
    groups.set(
      key,
      known === undefined
        ? { passage, original, translations }
        : {
            passage: known.passage,
            original: bothMarks(known.original, original),
            translations: [
              ...known.translations,
              ...translations.filter(
                (side) => !known.translations.some(({ language }) => language === side.language),
              ),
            ],
          },
    );
  }
  return [...groups.values()];
}

function bothMarks(one: PassageSide | null, other: PassageSide | null): PassageSide | null {
  if (one === null || other === null) {
    return one ?? other;
  }
  const marks = [...one.marks, ...other.marks];
  return {
    ...one,
    marks: marks.filter(
      (mark, position) =>
        marks.findIndex(({ start, end }) => start === mark.start && end === mark.end) === position,
    ),
  };
}

/** The reading page at the found sentence, with its translation beside it. */
export function passagePath(documentId: string, passage: Passage, q: string): string {
  const { translation } = sidesOf(passage);
  return readingPath({
    documentId,
    segment: passage.segments[0] ?? '',
    language: translation?.language ?? '',
    page: passage.pages[0] ?? null,
    q,
  });
}

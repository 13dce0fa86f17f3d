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

/** What a citation is about: a document, one of its pages, or a sentence. */
import type { ArchiveDocument } from '../api/shapes';
import { beginningOf } from '../reading/cited-sentence';
import { readingPath } from '../routing/reading-url';

export const citedThings = ['document', 'page', 'sentence'] as const;
export type CitedThing = (typeof citedThings)[number];

export type Cited = {
  id: string;
  title: string;
  /** EDTF; null where the record has none. */
  date: string | null;
  /** The date as it stands on the paper. */
  printedDate: string | null;
  collection: string | null;
  number: string | null;
  /** Who holds the original, or where it came from. */
  provenance: string | null;
  languages: readonly string[];
  translator: string | null;
  translatedInto: string | null;
  page: number | null;
  /** The words cited, where a sentence is. */
  words: string | null;
  /** The permanent address of the place. */
  address: string;
  /** The day on which it was looked at. */
  accessed: Date;
};

/** The address that leads back to a document, a page or a sentence, and to nothing else. */
export function permanentPath(
  thing: CitedThing,
  place: { documentId: string; page: number; segment: string; words: string; language: string },
): string {
  const { documentId, page, segment, words, language } = place;
  switch (thing) {
    case 'document':
      return readingPath({ documentId });
    case 'page':
      return readingPath({ documentId, page });
    case 'sentence':
      return readingPath({ documentId, segment, words: beginningOf(words), language, page });
  }
}

export function citedOf(
  document: ArchiveDocument,
  more: Pick<Cited, 'translator' | 'translatedInto' | 'page' | 'words' | 'address' | 'accessed'>,
): Cited {
  const { record } = document;
  return {
    id: document.documentId,
    title: record.title,
    date: record.date?.edtf ?? null,
    printedDate: record.date?.printed ?? null,
    collection: record.collection,
    number: record.recordNumber,
    provenance: record.provenance,
    languages: record.originalLanguages,
    ...more,
  };
}

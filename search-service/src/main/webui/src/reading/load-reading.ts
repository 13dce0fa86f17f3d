/** Everything that the reading page shows of one document, in the wanted translation. */
import {
  ApiFailure,
  getBitext,
  getBitexts,
  getDocument,
  getIngest,
  getPages,
  getReadingText,
} from '../api/client';
import type { ArchiveDocument, BitextSummary, Furniture, Ingest, Page } from '../api/shapes';
import { orNull } from '../interface/use-load';
import { ParallelText } from './parallel-text';

export type Reading = {
  document: ArchiveDocument;
  pages: Page[];
  translations: BitextSummary[];
  /** The translation shown; null when there is none. */
  translation: BitextSummary | null;
  originalLanguage: string;
  /** The last processing; null where nothing is known of it. */
  ingest: Ingest | null;
  /** Null as long as no text has come out of the pages. */
  text: ParallelText | null;
  /** What was set aside from the text; null where that has not been asked for. */
  furniture: readonly Furniture[] | null;
  /** What a change of the links must name; null where there are none. */
  bitextTag: string | null;
  /** What linked the two sides, by name and version; null where nothing did. */
  linkedBy: string | null;
};

export async function loadReading(
  documentId: string,
  wantedLanguage: string,
  interfaceLanguage: string,
  signal: AbortSignal,
): Promise<Reading> {
  // First the document: when it says that it is published, what follows must be there.
  const document = await getDocument(documentId, signal);
  const [pages, translations, ingest] = await Promise.all([
    orNull(getPages(documentId, signal)),
    orNull(getBitexts(documentId, signal)),
    progressOf(document, signal),
  ]);
  const offered = translations ?? submittedTranslations(document);
  const chosen = chooseTranslation(offered, wantedLanguage, interfaceLanguage);
  const base = {
    document,
    ingest,
    pages: pages ?? [],
    translations: offered,
    originalLanguage: document.record.originalLanguages[0] ?? 'und',
  };
  if (chosen !== null) {
    const tagged = await orNull(getBitext(documentId, chosen.language, signal));
    if (tagged !== null) {
      const bitext = tagged.value;
      return {
        ...base,
        translation: { language: bitext.language, translator: bitext.translator },
        originalLanguage: bitext.sourceLanguage,
        text: ParallelText.ofBitext(bitext),
        furniture: null,
        bitextTag: tagged.tag,
        linkedBy: bitext.method === null ? null : `${bitext.method.name} ${bitext.method.version}`,
      };
    }
  }
  const readingText = await orNull(getReadingText(documentId, signal));
  return {
    ...base,
    translation: null,
    originalLanguage: readingText?.languages[0] ?? base.originalLanguage,
    text: readingText === null ? null : ParallelText.ofReadingText(readingText),
    furniture: readingText?.furniture ?? [],
    bitextTag: null,
    linkedBy: null,
  };
}

/** How the processing stands; the page can do without, so a fault here hides nothing else. */
async function progressOf(document: ArchiveDocument, signal: AbortSignal): Promise<Ingest | null> {
  if (document.ingestId === null) {
    return null;
  }
  try {
    return await getIngest(document.ingestId, signal);
  } catch (failure) {
    if (failure instanceof ApiFailure) {
      return null;
    }
    throw failure;
  }
}

/** Pages of which nothing could be read: what is shown is only a part then. */
export function failedPages(reading: Reading): number[] {
  return (reading.ingest?.pages ?? [])
    .filter(({ state }) => state === 'failed')
    .map(({ page }) => page);
}

/** What was handed in, for as long as nothing is said about what has been aligned. */
function submittedTranslations(document: ArchiveDocument): BitextSummary[] {
  return document.translations.flatMap(({ language, translator }) =>
    language === null ? [] : [{ language, translator }],
  );
}

/** The wanted translation, else one in the interface's language, else the first. */
export function chooseTranslation(
  translations: readonly BitextSummary[],
  wanted: string,
  interfaceLanguage: string,
): BitextSummary | null {
  const inLanguage = (language: string) =>
    translations.find((translation) => translation.language === language);
  return inLanguage(wanted) ?? inLanguage(interfaceLanguage) ?? translations[0] ?? null;
}

/** Whether something is still to come that a later look may find. */
export function isUnfinished(reading: Reading): boolean {
  const isOver = hasFailed(reading.document) || reading.document.state === 'published';
  return !isOver && (reading.text === null || reading.pages.length === 0);
}

export function hasFailed(document: ArchiveDocument): boolean {
  return document.state === 'failed' || document.state === 'withdrawn';
}

export function isMissing(failure: Error): boolean {
  return failure instanceof ApiFailure && failure.kind === 'not-found';
}

/** The address of a place in a document: which translation, which page, which sentence. */
export type ReadingState = {
  documentId: string;
  language: string;
  page: number | null;
  segment: string;
  /** How the sentence begins, where a permanent link says so. */
  words: string;
  q: string;
};

const path = /^\/documents\/([^/]+)\/?$/;

export function readReading(pathname: string, query: string): ReadingState | null {
  const match = path.exec(pathname);
  if (match?.[1] === undefined) {
    return null;
  }
  const documentId = decoded(match[1]);
  if (documentId === null) {
    return null;
  }
  const parameters = new URLSearchParams(query);
  const page = Number(parameters.get('page') ?? '');
  return {
    documentId,
    language: parameters.get('language') ?? '',
    page: Number.isInteger(page) && page >= 1 ? page : null,
    segment: parameters.get('segment') ?? '',
    words: parameters.get('words') ?? '',
    q: parameters.get('q') ?? '',
  };
}

export function readingPath(state: Partial<ReadingState> & { documentId: string }): string {
  const parameters = new URLSearchParams();
  if (state.segment) {
    parameters.set('segment', state.segment);
  }
  if (state.language) {
    parameters.set('language', state.language);
  }
  if (state.page) {
    parameters.set('page', String(state.page));
  }
  if (state.segment && state.words) {
    parameters.set('words', state.words);
  }
  if (state.q) {
    parameters.set('q', state.q);
  }
  const query = parameters.toString();
  return `/documents/${encodeURIComponent(state.documentId)}${query === '' ? '' : `?${query}`}`;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

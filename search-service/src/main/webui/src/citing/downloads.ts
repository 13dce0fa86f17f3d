/** What can be taken away of a document, and where it is to be had. */

export type Download = {
  /** Tells the downloads of a list apart; also the key of its label. */
  format: string;
  path: string;
  /** The type to ask for, where the address alone does not say it. */
  accept: string | null;
  fileName: string;
};

/** Formats of a transcription, with the ending of their files. */
const transcriptionFormats = {
  pdf: 'pdf',
  alto: 'xml',
  hocr: 'html',
  page: 'xml',
  text: 'txt',
  json: 'json',
} as const;

/** The whole document: its pages in every format, and the running text. */
export function documentDownloads(documentId: string): Download[] {
  const base = `/v1/documents/${documentId}`;
  const transcriptions = Object.entries(transcriptionFormats).map(([format, ending]) => ({
    format,
    path: `${base}/transcription?format=${format}`,
    accept: null,
    // PAGE has a file for each page, and so the answer for a document is a ZIP.
    fileName: `cotejo-${documentId}${format === 'page' ? '.zip' : `.${namedEnding(format, ending)}`}`,
  }));
  return [
    ...transcriptions,
    {
      format: 'reading',
      path: `${base}/reading-text`,
      accept: 'text/plain',
      fileName: `cotejo-${documentId}.reading.txt`,
    },
  ];
}

/** One page in every format. */
export function pageDownloads(documentId: string, page: number): Download[] {
  return Object.entries(transcriptionFormats).map(([format, ending]) => ({
    format,
    path: `/v1/documents/${documentId}/pages/${page}/transcription?format=${format}`,
    accept: null,
    fileName: `cotejo-${documentId}-${page}.${namedEnding(format, ending)}`,
  }));
}

/** Formats of a bitext, by the ending that asks for each. */
const bitextEndings = { tmx: 'tmx', xliff: 'xlf', tei: 'tei', parallel: 'txt' } as const;

/** Original and one translation, linked, in every format. */
export function bitextDownloads(documentId: string, language: string): Download[] {
  return Object.entries(bitextEndings).map(([format, ending]) => ({
    format,
    path: `/v1/documents/${documentId}/bitexts/${encodeURIComponent(language)}.${ending}`,
    accept: null,
    fileName: `cotejo-${documentId}.${language}.${ending}`,
  }));
}

function namedEnding(format: string, ending: string): string {
  return ['alto', 'hocr', 'page'].includes(format) ? `${format}.${ending}` : ending;
}

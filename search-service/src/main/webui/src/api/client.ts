/** The one door to Cotejo's API: every answer is fetched, checked and typed here. */
import * as v from 'valibot';
import { searchParameters, type SearchState } from '../routing/search-url';
import {
  ArchiveDocument,
  Bitext,
  BitextList,
  CorrectionsAnswer,
  type Finding,
  FindingsAnswer,
  Ingest,
  type KeptCorrection,
  type BitextSummary,
  type Page,
  type PageReading,
  PagesAnswer,
  ProblemDocument,
  ReadingText,
  SearchAnswer,
  type Suggestion,
  SuggestionsAnswer,
  TranscriptionAnswer,
} from './shapes';
import { currentToken } from './token';

export type FailureKind =
  'offline' | 'not-found' | 'not-allowed' | 'outdated' | 'refused' | 'unavailable' | 'malformed';

/** A call that did not give what was asked for; `problem` is the server's own account of it, if any. */
export class ApiFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly status: number | null,
    readonly problem: ProblemDocument | null,
    options?: ErrorOptions,
  ) {
    super(problem?.title ?? kind, options);
    this.name = 'ApiFailure';
  }
}

const resultsPerPage = 10;

export function search(
  state: SearchState,
  cursor: string | null,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const parameters = searchParameters(state);
  parameters.set('size', String(resultsPerPage));
  if (cursor !== null) {
    parameters.set('cursor', cursor);
  }
  return getJson(`/v1/search?${parameters}`, SearchAnswer, signal);
}

export async function suggest(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const parameters = new URLSearchParams({ q: typed });
  return (await getJson(`/v1/suggestions?${parameters}`, SuggestionsAnswer, signal)).suggestions;
}

/** Where the whole list of a search can be taken away. */
export function exportPath(state: SearchState, format: ExportFormat): string {
  const parameters = searchParameters(state);
  parameters.set('format', format);
  return `/v1/search/export?${parameters}`;
}

export const exportFormats = ['csv', 'json', 'bibtex', 'ris'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The list itself, asked for with the token where there is one; a plain link would not carry it. */
export async function getExport(
  state: SearchState,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<Blob> {
  return (await request(exportPath(state, format), '*/*', signal)).blob();
}

export function getDocument(id: string, signal: AbortSignal): Promise<ArchiveDocument> {
  return getJson(documentPath(id), ArchiveDocument, signal);
}

export function getIngest(id: string, signal: AbortSignal): Promise<Ingest> {
  return getJson(`/v1/ingests/${encodeURIComponent(id)}`, Ingest, signal);
}

export async function getPages(id: string, signal: AbortSignal): Promise<Page[]> {
  const answer = await getJson(`${documentPath(id)}/pages`, PagesAnswer, signal);
  return answer.pages.toSorted((one, other) => one.page - other.page);
}

export async function getBitexts(id: string, signal: AbortSignal): Promise<BitextSummary[]> {
  return (await getJson(`${documentPath(id)}/bitexts`, BitextList, signal)).bitexts;
}

/** An answer with the tag that a change of it must name. */
export type Tagged<Value> = { value: Value; tag: string };

export function getBitext(
  id: string,
  language: string,
  signal: AbortSignal,
): Promise<Tagged<Bitext>> {
  return getTagged(bitextPath(id, language), Bitext, signal);
}

/** Where original and translation differ; curators and operators alone may ask. */
export async function getFindings(
  id: string,
  language: string,
  signal: AbortSignal,
): Promise<Tagged<Finding[]>> {
  const { value, tag } = await getTagged(
    `${bitextPath(id, language)}/findings`,
    FindingsAnswer,
    signal,
  );
  return { value: value.findings, tag };
}

export type FindingChange =
  { state: 'accepted'; note: string } | { state: 'dismissed' | 'open' } | { undo: true };

export async function changeFinding(
  id: string,
  language: string,
  key: string,
  tag: string,
  change: FindingChange,
): Promise<void> {
  await patch(`${bitextPath(id, language)}/findings/${encodeURIComponent(key)}`, tag, change);
}

export type SegmentPair = { source: string[]; target: string[] };
export type CorrectionOperation =
  | ({ op: 'link' | 'unlink' | 'confirm' } & SegmentPair)
  | ({ op: 'split'; into: SegmentPair[] } & SegmentPair)
  | { op: 'join'; links: SegmentPair[] }
  | { op: 'text'; segment: string; text: string };
export type Correction = { operations: CorrectionOperation[] } | { undo: 'last' };

/** Sets links or words right, all operations together or none. */
export async function correctBitext(
  id: string,
  language: string,
  tag: string,
  correction: Correction,
): Promise<void> {
  await patch(bitextPath(id, language), tag, correction);
}

export async function getCorrections(
  id: string,
  language: string,
  signal: AbortSignal,
): Promise<KeptCorrection[]> {
  const answer = await getJson(
    `${bitextPath(id, language)}/corrections`,
    CorrectionsAnswer,
    signal,
  );
  return answer.corrections;
}

export function getReadingText(id: string, signal: AbortSignal): Promise<ReadingText> {
  return getJson(`${documentPath(id)}/reading-text`, ReadingText, signal);
}

/** Who or what read each page. */
export async function getPageReadings(id: string, signal: AbortSignal): Promise<PageReading[]> {
  const answer = await getJson(
    `${documentPath(id)}/transcription?format=json`,
    TranscriptionAnswer,
    signal,
  );
  return answer.pages;
}

/** A file of the archive in the wanted type; with the token, where there is one. */
export async function getFile(path: string, accept: string, signal: AbortSignal): Promise<Blob> {
  return (await request(path, accept, signal)).blob();
}

/** The bytes of an image that only a bearer of a token may see. */
export async function getImage(url: string, signal: AbortSignal): Promise<Blob> {
  return (await request(url, 'image/*', signal)).blob();
}

function documentPath(id: string): string {
  return `/v1/documents/${encodeURIComponent(id)}`;
}

function bitextPath(id: string, language: string): string {
  return `${documentPath(id)}/bitexts/${encodeURIComponent(language)}`;
}

async function getJson<Schema extends v.GenericSchema>(
  url: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<v.InferOutput<Schema>> {
  return (await getTagged(url, schema, signal)).value;
}

async function getTagged<Schema extends v.GenericSchema>(
  url: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<Tagged<v.InferOutput<Schema>>> {
  const response = await request(url, 'application/json', signal);
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    if (signal.aborted) {
      throw cause;
    }
    throw new ApiFailure('malformed', response.status, null, { cause });
  }
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    throw new ApiFailure('malformed', response.status, null, {
      cause: new v.ValiError(parsed.issues),
    });
  }
  return { value: parsed.output, tag: response.headers.get('etag') ?? '' };
}

/** Changes what the caller saw under a tag; longer than this no change takes. */
const changeLimitMilliseconds = 60_000;

async function patch(url: string, tag: string, change: object): Promise<void> {
  await request(url, 'application/json', AbortSignal.timeout(changeLimitMilliseconds), {
    method: 'PATCH',
    headers: { 'if-match': tag, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
}

async function request(
  url: string,
  accept: string,
  signal: AbortSignal,
  more: { method?: string; headers?: { [name: string]: string }; body?: string } = {},
): Promise<Response> {
  const headers = new Headers({ accept, ...more.headers });
  const token = currentToken();
  if (token !== null) {
    headers.set('authorization', `Bearer ${token}`);
  }
  let response: Response;
  try {
    response = await fetch(url, { ...more, headers, signal });
  } catch (cause) {
    if (signal.aborted) {
      throw cause;
    }
    throw new ApiFailure('offline', null, null, { cause });
  }
  if (!response.ok) {
    throw new ApiFailure(kindOf(response.status), response.status, await problemOf(response));
  }
  return response;
}

function kindOf(status: number): FailureKind {
  if (status === 404 || status === 410) {
    return 'not-found';
  }
  if (status === 401 || status === 403) {
    return 'not-allowed';
  }
  if (status === 412) {
    return 'outdated';
  }
  return status >= 500 ? 'unavailable' : 'refused';
}

async function problemOf(response: Response): Promise<ProblemDocument | null> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) {
    return null;
  }
  try {
    const parsed = v.safeParse(ProblemDocument, await response.json());
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

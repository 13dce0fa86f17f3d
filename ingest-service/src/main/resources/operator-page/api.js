/** Calls to the services, with the operator's token of this tab. */

// The reading room keeps its token under the same name, so one sign-in serves both.
const tokenKey = 'cotejo.token';

export function currentToken() {
  try {
    return sessionStorage.getItem(tokenKey) ?? '';
  } catch {
    return ''; // storage forbidden by the browser
  }
}

export function keepToken(text) {
  sessionStorage.setItem(tokenKey, text.trim().replace(/^Bearer\s+/i, ''));
}

export function forgetToken() {
  sessionStorage.removeItem(tokenKey);
}

/** A refusal: the HTTP status (0 when nothing answered) and a sentence for people. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const patienceMs = 10_000;

async function call(method, path, body) {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${currentToken()}` };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new Refused(0, 'The service does not answer.');
  }
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  throw await refusal(response);
}

async function refusal(response) {
  const problem = await response.json().catch(() => ({}));
  return new Refused(response.status, problem.detail ?? `The service answered ${response.status}.`);
}

/**
 * The figures as server-sent events, one after the other until the stream ends. An EventSource
 * cannot send a token, so the stream is read here.
 */
export async function* summaries(signal) {
  let response;
  try {
    response = await fetch('/v1/operations/events', {
      cache: 'no-store',
      headers: { Accept: 'text/event-stream', Authorization: `Bearer ${currentToken()}` },
      signal,
    });
  } catch {
    throw new Refused(0, 'The service does not answer.');
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    let chunk;
    try {
      chunk = await reader.read();
    } catch {
      throw new Refused(0, 'The service does not answer.');
    }
    if (chunk.done) {
      return;
    }
    text += chunk.value;
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop();
    for (const event of events) {
      const data = event
        .split(/\r?\n/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart());
      if (data.length > 0) {
        yield JSON.parse(data.join('\n'));
      }
    }
  }
}

export const summary = () => call('GET', '/v1/operations/summary');

export const deadLetters = async (state) =>
  (await call('GET', `/v1/operations/dead-letters?state=${encodeURIComponent(state)}`)).deadLetters;

export const replay = (id) => call('POST', `/v1/operations/dead-letters/${id}/replay`);

export const discard = (id) => call('POST', `/v1/operations/dead-letters/${id}/discard`);

export const fixity = () => call('GET', '/v1/operations/fixity');

export const checkFixity = (documentId) =>
  call('POST', `/v1/operations/fixity/documents/${encodeURIComponent(documentId)}/check`);

export const ingest = (id) => call('GET', `/v1/ingests/${encodeURIComponent(id)}`);

export const reprocess = (documentId) =>
  call('POST', `/v1/documents/${encodeURIComponent(documentId)}/reprocess`);

export const deadLetter = (id) => call('GET', `/v1/operations/dead-letters/${id}`);

export const pause = (stage, reason) =>
  call('POST', `/v1/operations/stages/${stage}/pause`, { reason });

export const resume = (stage) => call('POST', `/v1/operations/stages/${stage}/resume`, {});

export const timeline = (documentId) =>
  call('GET', `/v1/operations/documents/${encodeURIComponent(documentId)}/timeline`);

export const engines = () => call('GET', '/v1/operations/reprocessings/engines');

export const countReprocessing = (filter) =>
  call('POST', '/v1/operations/reprocessings?dryRun=true', filter);

export const beginReprocessing = (filter) => call('POST', '/v1/operations/reprocessings', filter);

export const cancelReprocessing = (id) => call('POST', `/v1/operations/reprocessings/${id}/cancel`);

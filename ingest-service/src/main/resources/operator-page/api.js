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

async function call(method, path) {
  let response;
  try {
    response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: { Accept: 'application/json', Authorization: `Bearer ${currentToken()}` },
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw new Refused(0, 'The service does not answer.');
  }
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Refused(response.status, problem.detail ?? `The service answered ${response.status}.`);
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

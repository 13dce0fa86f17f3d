/** A document asked for while the code of the reading page is still on its way. */
import type { InterfaceLanguage } from '../interface/strings';
import type { ReadingState } from '../routing/reading-url';
import { loadReading, type Reading } from './load-reading';

let early: { key: string; reading: Promise<Reading> } | null = null;

/** Names what is shown: the document, the wanted translation, and who asks. */
export function readingKey({ documentId, language }: ReadingState, token: string | null): string {
  return `${documentId}\n${language}\n${token ?? ''}`;
}

export function askEarly(
  state: ReadingState,
  token: string | null,
  interfaceLanguage: InterfaceLanguage,
): void {
  const reading = loadReading(
    state.documentId,
    state.language,
    interfaceLanguage,
    new AbortController().signal,
  );
  reading.catch(() => undefined); // told to whoever takes it
  early = { key: readingKey(state, token), reading };
}

/** What was asked for early, once; null where it was something else. */
export function takeEarly(key: string): Promise<Reading> | null {
  const taken = early?.key === key ? early.reading : null;
  early = null;
  return taken;
}

import { afterEach, describe, expect, it, vi } from 'vitest';
import { askEarly, readingKey, takeEarly } from '../src/reading/early-reading';

const state = { documentId: 'd', language: 'en', page: null, segment: '', words: '', q: '' };

afterEach(() => vi.unstubAllGlobals());

describe('a document that is asked for early', () => {
  it('is handed over once, to whoever wants the same', async () => {
    const asked = vi.fn(() => Promise.resolve(new Response('{}', { status: 404 })));
    vi.stubGlobal('fetch', asked);
    askEarly(state, null, 'en');
    const reading = takeEarly(readingKey(state, null));
    expect(takeEarly(readingKey(state, null))).toBeNull();
    await expect(reading).rejects.toMatchObject({ kind: 'not-found' });
    expect(asked).toHaveBeenCalledOnce();
  });

  it('is nothing to somebody else, or for another translation', () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 })));
    askEarly(state, null, 'en');
    expect(takeEarly(readingKey(state, 'token'))).toBeNull();
    askEarly(state, null, 'en');
    expect(takeEarly(readingKey({ ...state, language: 'fr' }, null))).toBeNull();
  });
});

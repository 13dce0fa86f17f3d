import { describe, expect, it } from 'vitest';
import { readReading, readingPath } from '../src/routing/reading-url';
import {
  emptySearch,
  hasFilters,
  readSearch,
  searchPath,
  withToggled,
} from '../src/routing/search-url';

describe('a search and its address', () => {
  it('is the front page when nothing is asked', () => {
    expect(searchPath(emptySearch)).toBe('/');
    expect(readSearch('')).toEqual(emptySearch);
  });

  it('survives the way there and back', () => {
    const state = {
      q: '"vuelo bajo" & más',
      fromDate: '1962',
      toDate: '1962-12-31',
      sort: 'newest' as const,
      variants: false,
      spellings: true,
      filters: {
        ...emptySearch.filters,
        language: ['es'],
        collection: ['Otra', 'Papeles / puerto'],
        people: ['Quiroga, B.'],
        review: ['yes'],
      },
    };
    const path = searchPath(state);
    expect(readSearch(path.slice(path.indexOf('?')))).toEqual(state);
  });

  it('writes dates under the names of the API', () => {
    expect(searchPath({ ...emptySearch, fromDate: '1962', toDate: '1963' })).toBe(
      '/search?from-date=1962&to-date=1963',
    );
  });

  it('has one address, however its filters were chosen', () => {
    const chosen = (...values: string[]) =>
      searchPath(
        values.reduce((state, value) => withToggled(state, 'collection', value), emptySearch),
      );
    expect(chosen('a', 'b')).toBe(chosen('b', 'a'));
    expect(chosen('a', 'a')).toBe('/');
  });

  it('names the language of the translation as the API does', () => {
    expect(searchPath(withToggled(emptySearch, 'translationLanguage', 'en'))).toBe(
      '/search?translation-language=en',
    );
  });

  it('ignores what it does not know', () => {
    expect(readSearch('?q=%20boya%20&colour=red')).toEqual({ ...emptySearch, q: 'boya' });
  });

  it('knows a query from a filter', () => {
    expect(hasFilters({ ...emptySearch, q: 'boya' })).toBe(false);
    expect(hasFilters({ ...emptySearch, toDate: '1962' })).toBe(true);
    expect(hasFilters(withToggled(emptySearch, 'language', 'es'))).toBe(true);
  });
});

describe('a place in a document and its address', () => {
  it('survives the way there and back', () => {
    const state = {
      documentId: 'a b',
      language: 'en',
      page: 2,
      segment: 's9',
      words: 'Una boya & dos',
      q: 'boya',
    };
    const [pathname = '', query = ''] = readingPath(state).split('?');
    expect(readReading(pathname, `?${query}`)).toEqual(state);
  });

  it('leaves out what is not said', () => {
    expect(readingPath({ documentId: '7', segment: '', page: null })).toBe('/documents/7');
  });

  it.each(['0', '-1', '1.5', 'x', ''])('takes page %j for none', (page) => {
    expect(readReading('/documents/7', `?page=${page}`)?.page).toBeNull();
  });

  it('refuses other addresses and torn escapes', () => {
    expect(readReading('/documents/', '')).toBeNull();
    expect(readReading('/documents/7/pages', '')).toBeNull();
    expect(readReading('/documents/%E0%A4%A', '')).toBeNull();
  });
});

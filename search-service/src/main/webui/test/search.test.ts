import { describe, expect, it } from 'vitest';
import type { Passage } from '../src/api/shapes';
import { joined } from '../src/search/result-pages';
import { barsOf } from '../src/search/year-bars';
import { grouped, passagePath, sidesOf } from '../src/search/passage-sides';

const original: Passage = {
  segments: ['s9'],
  role: 'original',
  language: 'es',
  text: 'Una boya',
  marks: [],
  pages: [2],
  boxes: [],
  markBoxes: [],
  through: 'original',
  ways: [],
  counterparts: [
    { language: 'en', role: 'translation', text: 'A buoy', segments: ['t4'], marks: [] },
    { language: 'fr', role: 'translation', text: 'Une bouée', segments: ['t4'], marks: [] },
  ],
};
const translation: Passage = {
  ...original,
  segments: ['t4'],
  role: 'translation',
  language: 'en',
  text: 'A buoy',
  counterparts: [
    { language: 'es', role: 'original', text: 'Una boya', segments: ['s9'], marks: [] },
  ],
};

describe('a passage', () => {
  it('always shows the original first', () => {
    expect(sidesOf(original).original?.text).toBe('Una boya');
    expect(sidesOf(translation).original?.text).toBe('Una boya');
    expect(sidesOf(translation).translation?.text).toBe('A buoy');
  });

  it('shows the preferred translation of several', () => {
    expect(sidesOf(original, 'fr').translation?.language).toBe('fr');
    expect(sidesOf(original, 'de').translation?.language).toBe('en');
  });

  it('may stand alone', () => {
    expect(sidesOf({ ...original, counterparts: [] }).translation).toBeNull();
  });

  it('opens the reading page at the found sentence', () => {
    expect(passagePath('d', original, 'boya')).toBe(
      '/documents/d?segment=s9&language=en&page=2&q=boya',
    );
    expect(passagePath('d', translation, '')).toBe('/documents/d?segment=t4&language=en&page=2');
  });
});

describe('passages of a document', () => {
  const mark = { start: 4, end: 8 };
  const english = {
    ...translation,
    counterparts: translation.counterparts.map((side) => ({ ...side, marks: [mark] })),
  };
  const french: Passage = { ...english, language: 'fr', text: 'Une bouée', segments: ['t5'] };

  it('that two translations have of the same words are one, with both', () => {
    const [group, ...others] = grouped([english, french]);
    expect(others).toEqual([]);
    expect(group?.original?.marks).toEqual([mark]);
    expect(group?.translations.map(({ language }) => language)).toEqual(['en', 'fr']);
  });

  it('that are about other words stay apart, with or without an original', () => {
    const alone: Passage = { ...english, segments: ['t8'], counterparts: [] };
    const aloneInFrench: Passage = { ...french, segments: ['t8'], counterparts: [] };
    const elsewhere: Passage = { ...original, segments: ['s10'], counterparts: [] };
    expect(grouped([english, elsewhere, alone, aloneInFrench])).toHaveLength(4);
  });
});

describe('years', () => {
  const year = (value: number, count = 1) => ({ value: String(value), count });

  it('stand one by one while they fit', () => {
    expect(barsOf([year(1962, 3), year(1960)])).toEqual([
      { from: 1960, to: 1960, count: 1 },
      { from: 1961, to: 1961, count: 0 },
      { from: 1962, to: 1962, count: 3 },
    ]);
  });

  it('are drawn together over a long time, and none is lost', () => {
    const bars = barsOf([year(1701, 2), year(1799), year(1950, 4), year(-44)]);
    expect(bars.length).toBeLessThanOrEqual(8);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(8);
    expect(bars.every((bar) => bar.from <= bar.to)).toBe(true);
  });

  it('may be missing', () => {
    expect(barsOf([])).toEqual([]);
  });
});

describe('a growing result list', () => {
  const hit = (documentId: string) => ({ documentId }) as never;

  it('adds the next page and shows no document twice', () => {
    const before = { total: 3, hits: [hit('a'), hit('b')], facets: {}, next: '2' };
    const after = joined(before, { total: 3, hits: [hit('b'), hit('c')], facets: {}, next: null });
    expect(after.hits.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(after.next).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { markQuery, queryWords } from '../src/text/query-words';

const marked = (text: string, query: string) =>
  markQuery(text, queryWords(query)).map(({ start, end }) => text.slice(start, end));

describe('words of a query', () => {
  it('leaves out what asks the record, and excluded words', () => {
    expect(queryWords('title:puerto «boya roja»~5 date:1960/1962 -faro -"mar gruesa"')).toEqual([
      'boya',
      'roja',
    ]);
    expect(queryWords('persona:"Ana Ruiz" -fondo:"Actas viejas" Jruschof~ a las 10:30')).toEqual([
      'jruschof',
      'a',
      'las',
      '10',
      '30',
    ]);
  });

  it('keeps hyphenated words, for a hyphen inside excludes nothing', () => {
    expect(queryWords('low-altitude flights')).toEqual(['low', 'altitude', 'flights']);
  });

  it('marks words without regard to case and accents, at their own offsets', () => {
    expect(marked('El PRÁCTICO mayor', 'practico')).toEqual(['PRÁCTICO']);
  });

  it('marks combining accents as part of their word', () => {
    const decomposed = 'sen\u0303al';
    expect(marked(`una ${decomposed} y boya`, 'señal')).toEqual([decomposed]);
  });

  it('marks inflected forms', () => {
    expect(marked('two buoys, one flight', 'buoy flights')).toEqual(['buoys', 'flight']);
    expect(marked('los soviéticos', 'soviética')).toEqual(['soviéticos']);
    expect(marked('la orden soviética', 'soviético')).toEqual(['soviética']);
  });

  it('does not take look-alikes for the word', () => {
    expect(marked('flat flag flap', 'flag')).toEqual(['flag']);
  });

  it('marks nothing without a query', () => {
    expect(marked('una boya', '')).toEqual([]);
  });
});

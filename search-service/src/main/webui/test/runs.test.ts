import { describe, expect, it } from 'vitest';
import { runsOf } from '../src/text/runs';

const mark = (start: number, end: number, style = 'mark') => ({ start, end, style });

describe('runs of a marked text', () => {
  it('leaves a text without spans whole', () => {
    expect(runsOf('una boya', [])).toEqual([{ start: 0, text: 'una boya', styles: [] }]);
  });

  it('cuts at the borders of a mark', () => {
    expect(runsOf('una boya roja', [mark(4, 8)]).map((run) => [run.text, run.styles])).toEqual([
      ['una ', []],
      ['boya', ['mark']],
      [' roja', []],
    ]);
  });

  it('counts UTF-16 code units, as the API does', () => {
    const text = '𝔘na boya';
    const [, marked] = runsOf(text, [mark(text.indexOf('boya'), text.length)]);
    expect(marked?.text).toBe('boya');
    expect(text.indexOf('boya')).toBe(5);
  });

  it('never tears a surrogate pair', () => {
    expect(runsOf('a𝔘b', [mark(2, 4)]).map((run) => run.text)).toEqual(['a', '𝔘b']);
    expect(runsOf('a𝔘b', [mark(0, 2)]).map((run) => run.text)).toEqual(['a𝔘', 'b']);
  });

  it('gives overlapping spans both their styles', () => {
    const runs = runsOf('abcdef', [mark(0, 4, 'one'), mark(2, 6, 'two')]);
    expect(runs.map((run) => run.styles)).toEqual([['one'], ['one', 'two'], ['two']]);
  });

  it('clips what reaches over the end and drops what is empty', () => {
    expect(runsOf('abc', [mark(1, 99), mark(2, 2), mark(50, 60)]).map((run) => run.text)).toEqual([
      'a',
      'bc',
    ]);
  });

  it('cuts at extra places', () => {
    expect(runsOf('abcd', [], [2]).map((run) => [run.start, run.text])).toEqual([
      [0, 'ab'],
      [2, 'cd'],
    ]);
  });

  it('joined again gives the text, whatever the spans are', () => {
    const text = 'Señor 𝔘 Capitán é del Puerto';
    for (let seed = 1; seed < 200; seed += 1) {
      const next = (step: number) => (seed * 7919 + step * 104729) % (text.length + 5);
      const spans = [0, 1, 2].map((step) => mark(next(step), next(step + 3)));
      const joined = runsOf(text, spans, [next(9)]).map((run) => run.text);
      expect(joined.join('')).toBe(text);
    }
  });
});

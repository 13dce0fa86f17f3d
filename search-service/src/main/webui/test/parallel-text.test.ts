import { describe, expect, it } from 'vitest';
import { lightingOf } from '../src/reading/lighting';
import { lineBoxes, pageTurns, paragraphsOf, ParallelText } from '../src/reading/parallel-text';
import { bitext, box } from './fixtures';

const text = ParallelText.ofBitext(bitext);
const ids = (sentences: readonly { id: string }[]) => sentences.map(({ id }) => id);

describe('links between the two sides', () => {
  it('lead from either side to the other', () => {
    expect(ids(text.partners('s1'))).toEqual(['t1']);
    expect(ids(text.partners('t1'))).toEqual(['s1', 's2']);
    expect(ids(text.companions('s1'))).toEqual(['s2']);
  });

  it('lead nowhere where there is none, and say why', () => {
    expect(text.partners('s4')).toEqual([]);
    expect(text.sentence('s4')?.unlinked).toBe('omitted');
    expect(text.sentence('t3')?.unlinked).toBe('added');
    expect(text.sentence('s1')?.unlinked).toBeNull();
  });

  it('know nothing of unknown sentences', () => {
    expect(text.sentence('s99')).toBeNull();
    expect(text.partners('s99')).toEqual([]);
    expect(text.neighbour('s99', 1)).toBeNull();
  });

  it('carry their confidence to the sentences', () => {
    expect(text.sentence('t2')?.confidence).toBe(0.3);
    expect(text.sentence('s4')?.confidence).toBe(1);
  });
});

describe('links that cross each other', () => {
  const moved = ParallelText.ofBitext({
    ...bitext,
    links: [
      { source: ['s1', 's2'], target: ['t3'], confidence: 0.8, method: null },
      { source: ['s3'], target: ['t1', 't2'], confidence: 0.9, method: null },
    ],
    unlinked: { source: [{ segment: 's4', reason: 'omitted' }], target: [] },
  });

  it('lead from either side to the other', () => {
    expect(ids(moved.partners('s1'))).toEqual(['t3']);
    expect(ids(moved.partners('t3'))).toEqual(['s1', 's2']);
    expect(ids(moved.partners('t1'))).toEqual(['s3']);
    expect(moved.sentence('t3')?.unlinked).toBeNull();
  });

  it('keep the order of each side, and the places on the scan', () => {
    expect(moved.neighbour('t1', 1)?.id).toBe('t2');
    expect(moved.pagesOf('t3')).toEqual(text.pagesOf('s1'));
  });
});

describe('walking and places', () => {
  it('walks its own side and stops at the ends', () => {
    expect(text.neighbour('s1', 1)?.id).toBe('s2');
    expect(text.neighbour('s1', -1)?.id).toBe('s1');
    expect(text.neighbour('t1', Number.POSITIVE_INFINITY)?.id).toBe('t3');
  });

  it('finds the pages of a translation through its originals', () => {
    expect(text.pagesOf('t2')).toEqual([1, 2]);
    expect(text.pagesOf('t3')).toEqual([]);
    expect(text.firstOnPage(2)?.id).toBe('s3');
  });

  it('sees where a page begins inside a sentence', () => {
    const sentence = text.sentence('s3');
    expect(sentence && pageTurns(sentence)).toEqual([{ at: 5, page: 2 }]);
  });

  it('gathers paragraphs', () => {
    expect(paragraphsOf(text.original).map(ids)).toEqual([
      ['s1', 's2'],
      ['s3', 's4'],
    ]);
  });

  it('places annotations inside their sentence', () => {
    const sentence = text.sentence('t1');
    const annotation = sentence?.annotations[0];
    expect(sentence?.text.slice(annotation?.start, annotation?.end)).toBe('[sic]');
    expect(text.sentence('t2')?.annotations).toEqual([]);
  });
});

describe('lighting', () => {
  it('lights the sentence, its partners and exactly its own boxes', () => {
    const { lights, boxes } = lightingOf(text, 's3', '');
    expect([...lights]).toEqual([
      ['t2', 'partner'],
      ['s3', 'selected'],
    ]);
    expect(boxes.map((lit) => lit.box)).toEqual(bitext.source.segments[2]?.boxes);
    expect(boxes.every((lit) => lit.segment === 's3' && lit.uncertain)).toBe(true);
  });

  it('lights the originals of a translation on the scan', () => {
    expect(lightingOf(text, 't1', '').boxes.map((lit) => lit.segment)).toEqual(['s1', 's2']);
  });

  it('does not draw a preview over what is lit already', () => {
    expect(lightingOf(text, 's1', 's1').boxes).toHaveLength(1);
    expect(lightingOf(text, 's1', 's4').boxes.map((lit) => lit.light)).toEqual([
      'preview',
      'selected',
    ]);
  });

  it('marks searched words inside the lit sentence only', () => {
    const words = lightingOf(text, 's2', '', ['dos', 'uno']).boxes.filter(
      (lit) => lit.light === 'word',
    );
    expect(words.map((lit) => lit.segment)).toEqual(['s2']);
  });

  it('lights nothing for a sentence that is not there', () => {
    expect(lightingOf(text, 's99', '')).toEqual({ lights: new Map(), boxes: [] });
  });
});

describe('the reading text of a document without translation', () => {
  const alone = ParallelText.ofReadingText({
    furniture: [],
    languages: ['es'],
    text: 'Uno dos. Tres.',
    words: [
      { start: 0, end: 3, confidence: 0.9, boxes: [box(1, 10, 10, 30)] },
      { start: 4, end: 8, confidence: 0.9, boxes: [box(1, 50, 12, 40)] },
      { start: 9, end: 14, confidence: 0.9, boxes: [box(1, 10, 80, 50), box(2, 10, 10, 20)] },
    ],
    segments: [
      { id: 's1', start: 0, end: 8, kind: 'sentence', part: 1, paragraph: 1 },
      { id: 's2', start: 9, end: 14, kind: 'sentence', part: 1, paragraph: 1 },
    ],
  });

  it('counts word offsets from the sentence', () => {
    const sentence = alone.sentence('s2');
    expect(sentence?.text).toBe('Tres.');
    expect(sentence?.words[0]).toMatchObject({ start: 0, end: 5 });
  });

  it('joins the words of a line to one box and keeps the two of a broken word', () => {
    expect(alone.sentence('s1')?.boxes).toEqual([box(1, 10, 10, 80, 42)]);
    expect(alone.sentence('s2')?.pages).toEqual([1, 2]);
  });

  it('blames nobody for the missing translation', () => {
    expect(alone.sentence('s1')?.unlinked).toBeNull();
    expect(alone.translation).toEqual([]);
  });

  it('makes no boxes out of no words', () => {
    expect(lineBoxes([])).toEqual([]);
  });
});

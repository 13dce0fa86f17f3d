import { describe, expect, it } from 'vitest';
import {
  draftOf,
  droppedOnto,
  emptyDraft,
  faultOf,
  joinWithNext,
  operationFor,
  splitBefore,
  toggledIn,
} from '../src/curating/link-draft';
import { ParallelText } from '../src/reading/parallel-text';
import { bitext } from './fixtures';

const text = ParallelText.ofBitext(bitext);

/** Four and four, the first link of two and three sentences. */
const wide = ParallelText.ofBitext({
  ...bitext,
  target: {
    segments: ['t1', 't2', 't3', 't4'].map((id, position) => ({
      id,
      text: id,
      kind: 'sentence',
      paragraph: 1,
      start: position * 3,
      end: position * 3 + 2,
    })),
  },
  annotations: [],
  links: [
    { source: ['s1', 's2'], target: ['t1', 't2', 't3'], confidence: 1, method: 'lexical' },
    { source: ['s3'], target: ['t4'], confidence: 1, method: 'lexical' },
  ],
  unlinked: { source: [{ segment: 's4', reason: 'omitted' }], target: [] },
});

describe('the draft of a link', () => {
  it('begins with the link as it is, or with the sentence alone', () => {
    expect(draftOf(text, 's2')).toEqual({ original: ['s1', 's2'], translation: ['t1'] });
    expect(draftOf(text, 't3')).toEqual({ original: [], translation: ['t3'] });
  });

  it('takes sentences in and out in the order of the texts', () => {
    const more = toggledIn(text, draftOf(text, 's3'), 's2');
    expect(more.original).toEqual(['s2', 's3']);
    expect(toggledIn(text, more, 's3').original).toEqual(['s2']);
  });

  it('takes a dropped sentence into the link it was dropped onto', () => {
    expect(droppedOnto(text, 't3', 's3')).toEqual({
      original: ['s3'],
      translation: ['t2', 't3'],
    });
  });

  it('cannot be sent while it holds nothing, or sentences that stand apart', () => {
    expect(faultOf(text, emptyDraft)).toBe('nothing');
    expect(faultOf(text, { original: ['s1', 's3'], translation: ['t1'] })).toBe('apart');
    expect(faultOf(text, { original: ['s1', 's3'], translation: [] })).toBeNull();
    expect(faultOf(text, draftOf(text, 's1'))).toBeNull();
  });
});

describe('the operation that makes a draft true', () => {
  it('confirms what is there, links what is new, unlinks what stands alone', () => {
    expect(operationFor(text, draftOf(text, 's3'))).toEqual({
      op: 'confirm',
      source: ['s3'],
      target: ['t2'],
    });
    expect(operationFor(text, { original: ['s4'], translation: ['t3'] }).op).toBe('link');
    expect(operationFor(text, { original: ['s3'], translation: [] })).toEqual({
      op: 'unlink',
      source: ['s3'],
      target: [],
    });
  });

  it('splits before the chosen sentence, and the other side in proportion', () => {
    expect(splitBefore(wide, 's2')).toEqual({
      op: 'split',
      source: ['s1', 's2'],
      target: ['t1', 't2', 't3'],
      into: [
        { source: ['s1'], target: ['t1', 't2'] },
        { source: ['s2'], target: ['t3'] },
      ],
    });
    expect(splitBefore(wide, 't2')).toMatchObject({
      into: [
        { source: ['s1'], target: ['t1'] },
        { source: ['s2'], target: ['t2', 't3'] },
      ],
    });
    expect(splitBefore(text, 's1')).toBeNull();
    expect(splitBefore(text, 's4')).toBeNull();
  });

  it('joins with the next link where the two stand side by side', () => {
    expect(joinWithNext(text, 's1')).toEqual({
      op: 'join',
      links: [
        { source: ['s1', 's2'], target: ['t1'] },
        { source: ['s3'], target: ['t2'] },
      ],
    });
    expect(joinWithNext(text, 's3')).toBeNull();
    expect(joinWithNext(text, 's4')).toBeNull();
  });
});

import type { Bitext, Box } from '../src/api/shapes';

export const box = (page: number, x: number, y: number, width: number, height = 40): Box => ({
  page,
  x,
  y,
  width,
  height,
});

/** Two originals on page 1 and one that runs over to page 2; 2:1, 1:1 and unlinked on both sides. */
export const bitext: Bitext = {
  documentId: 'd',
  sourceLanguage: 'es',
  language: 'en',
  translator: null,
  method: null,
  source: {
    segments: [
      {
        id: 's1',
        text: 'Uno.',
        kind: 'sentence',
        part: 1,
        paragraph: 1,
        boxes: [box(1, 100, 100, 200)],
        words: [{ start: 0, end: 4, confidence: 0.9, boxes: [box(1, 100, 100, 200)] }],
      },
      {
        id: 's2',
        text: 'Dos.',
        kind: 'sentence',
        part: 1,
        paragraph: 1,
        boxes: [box(1, 320, 100, 200)],
        words: [{ start: 0, end: 4, confidence: 0.4, boxes: [box(1, 320, 100, 200)] }],
      },
      {
        id: 's3',
        text: 'Tres pasan.',
        kind: 'sentence',
        part: 1,
        paragraph: 2,
        boxes: [box(1, 100, 900, 150), box(2, 100, 100, 220)],
        words: [
          { start: 0, end: 4, confidence: 0.9, boxes: [box(1, 100, 900, 150)] },
          { start: 5, end: 11, confidence: 0.9, boxes: [box(2, 100, 100, 220)] },
        ],
      },
      {
        id: 's4',
        text: 'Cuatro.',
        kind: 'sentence',
        part: 1,
        paragraph: 2,
        boxes: [box(2, 340, 100, 200)],
        words: [],
      },
    ],
  },
  target: {
    segments: [
      { id: 't1', text: 'One and two [sic].', kind: 'sentence', paragraph: 1, start: 0, end: 18 },
      { id: 't2', text: 'Three pass over.', kind: 'sentence', paragraph: 2, start: 19, end: 35 },
      { id: 't3', text: 'Added.', kind: 'sentence', paragraph: 2, start: 36, end: 42 },
    ],
  },
  annotations: [{ start: 12, end: 17, kind: 'square', type: 'square' }],
  links: [
    { source: ['s1', 's2'], target: ['t1'], confidence: 0.9, method: 'lexical' },
    { source: ['s3'], target: ['t2'], confidence: 0.3, method: 'human' },
  ],
  unlinked: {
    source: [{ segment: 's4', reason: 'omitted' }],
    target: [{ segment: 't3', reason: 'added' }],
  },
};

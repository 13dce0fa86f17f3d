import { describe, expect, it } from 'vitest';
import { findIn, firstFrom } from '../src/reading/find';
import { furnitureBefore } from '../src/reading/FurnitureFold';
import { paragraphsOf, ParallelText } from '../src/reading/parallel-text';
import { bitext } from './fixtures';

const text = ParallelText.ofBitext(bitext);

function withWords(words: string): ParallelText {
  const [first] = bitext.source.segments;
  if (first === undefined) {
    throw new Error('the fixture is empty');
  }
  return ParallelText.ofBitext({
    ...bitext,
    source: { segments: [{ ...first, text: words }] },
    target: { segments: [] },
    links: [],
  });
}

describe('finding in a document', () => {
  it('finds parts of words in both texts, in the order of the original', () => {
    expect(findIn(text, 'o').map(({ segment }) => segment)).toEqual(
      ['s1', 't1', 't1', 's2', 't2', 's4'].sort((one, other) => rank(one) - rank(other)),
    );
  });

  it('minds neither case nor accents, and gives the offsets in the text as it stands', () => {
    const accented = withWords('La nación, la NACIO\u0301N.');
    const found = findIn(accented, 'nacion').map(({ start, end }) =>
      accented.original[0]?.text.slice(start, end),
    );
    expect(found).toEqual(['nación', 'NACIO\u0301N']);
  });

  it('takes a line break for a space', () => {
    expect(findIn(withWords('Calle de\nla Luna'), 'de la')).toHaveLength(1);
  });

  it('finds nothing for nothing', () => {
    expect(findIn(text, '  ')).toEqual([]);
  });

  it('goes on from where the reader is', () => {
    const matches = findIn(text, 's');
    const at = firstFrom(matches, text, 's3');
    expect(matches[at]?.segment).toBe('s3');
    expect(firstFrom(matches, text, '')).toBe(0);
  });
});

/** The order of the sentences on the desk: each translation behind what it is linked to. */
function rank(id: string): number {
  return ['s1', 't1', 's2', 's3', 't2', 't3', 's4'].indexOf(id);
}

describe('what was set aside', () => {
  const piece = (page: number) => ({ page, type: 'stamp', text: `${page}`, boxes: [] });

  it('stands before the first paragraph that begins on its page or behind it', () => {
    const lists = furnitureBefore(paragraphsOf(text.original), [piece(2), piece(1), piece(3)]);
    expect(lists.map((list) => list.map(({ page }) => page))).toEqual([[1], [], [2, 3]]);
  });
});

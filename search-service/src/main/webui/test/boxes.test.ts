import { describe, expect, it } from 'vitest';
import {
  cropAround,
  placePages,
  sentenceAt,
  toPage,
  toPercent,
  toWorld,
  unionOf,
} from '../src/reading/boxes';
import { ParallelText } from '../src/reading/parallel-text';
import { bitext, box } from './fixtures';

const page = (number: number, widthPixels: number, heightPixels: number) => ({
  page: number,
  widthPixels,
  heightPixels,
  image: '',
  imageService: null,
  tileSizePixels: null,
  thumbnail: '',
});
const pages = [page(1, 1000, 1400), page(2, 2000, 3000)];
const placements = placePages(pages);
const text = ParallelText.ofBitext(bitext);

describe('boxes between page and screen', () => {
  it('scale with the width of their page', () => {
    const [first, second] = placements;
    expect(first && toWorld(box(1, 100, 200, 300), first)).toEqual({
      x: 0.1,
      y: 0.2,
      width: 0.3,
      height: 0.04,
    });
    const onSecond = second && toWorld(box(2, 100, 200, 300), second);
    expect(onSecond?.width).toBeCloseTo(0.15);
    expect(onSecond?.y).toBeGreaterThan(1.4);
  });

  it('come back to the same pixels', () => {
    for (const placement of placements) {
      const world = toWorld(box(placement.page, 321, 654, 10), placement);
      const back = toPage(world, placements);
      expect(back?.page).toBe(placement.page);
      expect(back?.x).toBeCloseTo(321);
      expect(back?.y).toBeCloseTo(654);
    }
  });

  it('lie on no page between two pages', () => {
    expect(toPage({ x: 0.5, y: 1.41 }, placements)).toBeNull();
  });

  it('become percentages on a thumbnail', () => {
    expect(toPercent(box(1, 250, 140, 500, 70), page(1, 1000, 1400))).toEqual({
      left: '25%',
      top: '10%',
      width: '50%',
      height: '5%',
    });
  });

  it('have a union', () => {
    expect(unionOf([box(1, 10, 10, 10, 10), box(1, 40, 5, 10, 10)])).toEqual({
      x: 10,
      y: 5,
      width: 40,
      height: 15,
    });
    expect(unionOf([])).toBeNull();
  });
});

describe('the sentence under a point', () => {
  it('is found by its word', () => {
    expect(sentenceAt({ page: 1, x: 350, y: 120 }, text.original)?.id).toBe('s2');
  });

  it('is found by its line where no word is known', () => {
    expect(sentenceAt({ page: 2, x: 400, y: 110 }, text.original)?.id).toBe('s4');
  });

  it('is found just beside a line, on the right page only', () => {
    expect(sentenceAt({ page: 1, x: 150, y: 85 }, text.original)?.id).toBe('s1');
    expect(sentenceAt({ page: 3, x: 150, y: 110 }, text.original)).toBeNull();
  });

  it('is none in the margin', () => {
    expect(sentenceAt({ page: 1, x: 800, y: 500 }, text.original)).toBeNull();
  });
});

describe('the crop for marked words', () => {
  const size = { widthPixels: 1700, heightPixels: 2200 };

  it('holds the marked word and the width of its lines', () => {
    const lines = [box(1, 200, 500, 1300), box(1, 200, 560, 1300)];
    const crop = cropAround([box(1, 700, 560, 100)], lines, size);
    expect(crop).toEqual({ x: 176, y: 520, width: 1348, height: 120 });
  });

  it('narrows to what can be read, around the mark', () => {
    const lines = [box(1, 200, 500, 1300)];
    const crop = cropAround([box(1, 1200, 500, 100)], lines, size, 15);
    expect(crop?.width).toBe(600);
    expect(crop && crop.x <= 1200 && crop.x + crop.width >= 1300).toBe(true);
  });

  it('stays on the page', () => {
    const crop = cropAround([box(1, 0, 0, 100)], [box(1, 0, 0, 100)], size);
    expect(crop).toMatchObject({ x: 0, y: 0, width: 850 });
  });

  it('shows the first page of marks that lie on two', () => {
    const crop = cropAround([box(1, 200, 2000, 100), box(2, 200, 300, 100)], [], size);
    expect(crop?.y).toBe(1960);
  });

  it('falls back on the passage, and is none without boxes', () => {
    expect(cropAround([], [box(1, 200, 500, 900)], size)).not.toBeNull();
    expect(cropAround([], [], size)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { follow, rising } from '../src/reading/together';

describe('scrolling together', () => {
  it('goes between the sentences around in the same proportion', () => {
    const anchors = rising(
      [
        { from: 100, to: 200 },
        { from: 300, to: 260 },
      ],
      1000,
      800,
    );
    expect(follow(anchors, 100)).toBe(200);
    expect(follow(anchors, 200)).toBe(230);
    expect(follow(anchors, 650)).toBe(530);
  });

  it('begins and ends with the other text', () => {
    const anchors = rising([{ from: 100, to: 200 }], 1000, 800);
    expect(follow(anchors, 0)).toBe(0);
    expect(follow(anchors, 50)).toBe(100);
    expect(follow(anchors, 1000)).toBe(800);
    expect(follow(anchors, 2000)).toBe(800);
  });

  it('never goes back where links cross', () => {
    const anchors = rising(
      [
        { from: 300, to: 100 },
        { from: 100, to: 400 },
        { from: 500, to: 600 },
        { from: 100, to: 420 },
      ],
      900,
      900,
    );
    const heights = Array.from({ length: 91 }, (_, step) => follow(anchors, step * 10));
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
  });
});

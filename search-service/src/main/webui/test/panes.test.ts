import { describe, expect, it } from 'vitest';
import {
  divided,
  leastShare,
  moved,
  paneNames,
  readSizes,
  scanAtAnEnd,
  usualSizes,
  writeSizes,
} from '../src/reading/panes';

describe('the order of the panes', () => {
  it('changes by steps and stops at the ends', () => {
    expect(moved(paneNames, paneNames, 'scan', 1)).toEqual(['original', 'scan', 'translation']);
    expect(moved(paneNames, paneNames, 'translation', -5)).toEqual([
      'translation',
      'scan',
      'original',
    ]);
    expect(moved(paneNames, paneNames, 'scan', -1)).toBe(paneNames);
  });

  it('steps over panes that the document does not have', () => {
    const order = ['scan', 'original', 'translation'] as const;
    expect(moved(order, ['scan', 'translation'], 'translation', -1)).toEqual([
      'translation',
      'scan',
      'original',
    ]);
  });

  it('keeps the scan in a row of its own when panes are stacked', () => {
    expect(scanAtAnEnd(['original', 'scan', 'translation'])).toEqual([
      'scan',
      'original',
      'translation',
    ]);
    expect(scanAtAnEnd(['translation', 'original', 'scan'])).toEqual([
      'translation',
      'original',
      'scan',
    ]);
  });
});

describe('the sizes of the panes', () => {
  it('are remembered as they were', () => {
    const sizes = divided(usualSizes, 'scan', 'original', 0.7);
    const again = readSizes(writeSizes(sizes));
    for (const name of [...paneNames, 'above'] as const) {
      expect(again[name]).toBeCloseTo(sizes[name], 3);
    }
  });

  it('are the usual ones where nothing sensible is remembered', () => {
    expect(readSizes(null)).toEqual(usualSizes);
    expect(readSizes('scan=-1 original=NaN above=7 other=3')).toEqual(usualSizes);
  });

  it('divide what two panes have, and leave each of them a part', () => {
    const together = usualSizes.scan + usualSizes.original;
    const sizes = divided(usualSizes, 'scan', 'original', 0);
    expect(sizes.scan).toBeCloseTo(together * leastShare);
    expect(sizes.scan + sizes.original).toBeCloseTo(together);
    expect(sizes.translation).toBe(usualSizes.translation);
  });
});

import { describe, expect, it } from 'vitest';
import type { Page } from '../src/api/shapes';
import { tileInfoOf } from '../src/reading/tile-source';

const page: Page = {
  page: 2,
  widthPixels: 2481,
  heightPixels: 3508,
  image: '/v1/documents/d/pages/2/image',
  thumbnail: '/v1/documents/d/pages/2/thumbnail',
  imageService: '/iiif/image/3/d-2',
  tileSizePixels: 512,
};

describe('tileInfoOf', () => {
  it('halves until one tile holds the page', () => {
    const info = tileInfoOf(page);
    expect(info?.id).toBe('/iiif/image/3/d-2');
    expect(info?.tiles).toEqual([{ width: 512, height: 512, scaleFactors: [1, 2, 4, 8] }]);
  });

  it('needs one level for a small page', () => {
    const small = { ...page, widthPixels: 512, heightPixels: 400 };
    expect(tileInfoOf(small)?.tiles[0]?.scaleFactors).toEqual([1]);
  });

  it('is null where the service offers no tiles', () => {
    expect(tileInfoOf({ ...page, imageService: null })).toBeNull();
    expect(tileInfoOf({ ...page, tileSizePixels: null })).toBeNull();
  });
});

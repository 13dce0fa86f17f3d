/** What OpenSeadragon is told of a page: its tiles where there are some, else the one image. */
import type { Page } from '../api/shapes';

/** The part of an IIIF info.json that is needed to ask for tiles. */
export type TileInfo = {
  '@context': string;
  id: string;
  type: string;
  protocol: string;
  profile: string;
  width: number;
  height: number;
  tiles: { width: number; height: number; scaleFactors: number[] }[];
};

/** Made from what the page list says, which saves a request for each page; null without tiles. */
export function tileInfoOf(page: Page): TileInfo | null {
  const { imageService, tileSizePixels, widthPixels, heightPixels } = page;
  if (imageService === null || tileSizePixels === null) {
    return null;
  }
  const longSide = Math.max(widthPixels, heightPixels);
  const scaleFactors = [1];
  for (let factor = 1; Math.ceil(longSide / factor) > tileSizePixels;) {
    factor *= 2;
    scaleFactors.push(factor);
  }
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: imageService,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: widthPixels,
    height: heightPixels,
    tiles: [{ width: tileSizePixels, height: tileSizePixels, scaleFactors }],
  };
}

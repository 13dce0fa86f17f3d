/** Geometry between surrogate pixels and what is on the screen. */
import type { Box, Page } from '../api/shapes';
import type { Sentence } from './parallel-text';

export type Rectangle = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

/** A page in the viewer's world: every page is one unit wide, pages stand below each other. */
export type Placement = Rectangle & { page: number; unitsPerPixel: number };

/** Space between two pages, in page widths. */
const gap = 0.03;

export function placePages(pages: readonly Page[]): Placement[] {
  let y = 0;
  return pages.map((page) => {
    const height = page.heightPixels / page.widthPixels;
    const placement = {
      page: page.page,
      x: 0,
      y,
      width: 1,
      height,
      unitsPerPixel: 1 / page.widthPixels,
    };
    y += height + gap;
    return placement;
  });
}

export function toWorld(box: Rectangle, placement: Placement): Rectangle {
  const scale = placement.unitsPerPixel;
  return {
    x: placement.x + box.x * scale,
    y: placement.y + box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/** The page under a point of the world and the point in that page's pixels. */
export function toPage(
  point: Point,
  placements: readonly Placement[],
): (Point & { page: number }) | null {
  const placement = placements.find((candidate) => contains(candidate, point));
  if (placement === undefined) {
    return null;
  }
  return {
    page: placement.page,
    x: (point.x - placement.x) / placement.unitsPerPixel,
    y: (point.y - placement.y) / placement.unitsPerPixel,
  };
}

/** The sentence at a point of a page: the word there, else the nearest line within reach. */
export function sentenceAt(
  point: Point & { page: number },
  sentences: readonly Sentence[],
): Sentence | null {
  const onPage = sentences.filter((sentence) => sentence.pages.includes(point.page));
  const byWord = onPage.find((sentence) =>
    sentence.words.some((word) =>
      word.boxes.some((box) => box.page === point.page && contains(box, point)),
    ),
  );
  if (byWord !== undefined) {
    return byWord;
  }
  let nearest: { sentence: Sentence; distance: number } | null = null;
  for (const sentence of onPage) {
    for (const box of sentence.boxes) {
      if (box.page !== point.page) {
        continue;
      }
      const distance = distanceTo(box, point);
      // Half a line is as far as a hand misses when it means this line.
      if (distance <= box.height / 2 && (nearest === null || distance < nearest.distance)) {
        nearest = { sentence, distance };
      }
    }
  }
  return nearest?.sentence ?? null;
}

export function unionOf(rectangles: readonly Rectangle[]): Rectangle | null {
  const [first, ...rest] = rectangles;
  if (first === undefined) {
    return null;
  }
  const edges = rest.reduce(
    (union, rectangle) => ({
      left: Math.min(union.left, rectangle.x),
      top: Math.min(union.top, rectangle.y),
      right: Math.max(union.right, rectangle.x + rectangle.width),
      bottom: Math.max(union.bottom, rectangle.y + rectangle.height),
    }),
    {
      left: first.x,
      top: first.y,
      right: first.x + first.width,
      bottom: first.y + first.height,
    },
  );
  return {
    x: edges.left,
    y: edges.top,
    width: edges.right - edges.left,
    height: edges.bottom - edges.top,
  };
}

/** Lines of marked words that a crop shows at most; more would be the page again. */
const maximumCropLines = 3;

/**
 * The strip of a page to show as evidence for marked words: as wide as the passage's lines where
 * `widthInLines` (the strip's width on the screen, in heights of a readable line) has room for them,
 * else as wide as can be read, and with a line's height of surroundings above and below.
 */
export function cropAround(
  marked: readonly Box[],
  passage: readonly Box[],
  page: { widthPixels: number; heightPixels: number },
  widthInLines = Number.POSITIVE_INFINITY,
): Rectangle | null {
  const first = marked[0] ?? passage[0];
  if (first === undefined) {
    return null;
  }
  const line = first.height;
  const samePage = (box: Box) => box.page === first.page;
  const near = marked.filter(
    (box) => samePage(box) && Math.abs(box.y - first.y) < line * maximumCropLines,
  );
  const words = unionOf(near.length > 0 ? near : [first]) ?? first;
  const lines = unionOf([...passage.filter(samePage), words]) ?? words;
  const margin = line * 0.6;
  const width = Math.min(
    Math.max(lines.width + 2 * margin, page.widthPixels / 2),
    page.widthPixels,
    line * widthInLines,
  );
  const height = Math.min(words.height + 2 * line, page.heightPixels);
  const shown = [lines, words].find((candidate) => candidate.width + 2 * margin <= width);
  const left = shown === undefined ? words.x - margin : shown.x + shown.width / 2 - width / 2;
  return {
    x: clamp(left, 0, page.widthPixels - width),
    y: clamp(words.y - line, 0, page.heightPixels - height),
    width,
    height,
  };
}

/** A box as percentages of its page, for overlays on a scaled image. */
export function toPercent(
  box: Rectangle,
  page: { widthPixels: number; heightPixels: number },
): { left: string; top: string; width: string; height: string } {
  const percent = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return {
    left: percent(box.x, page.widthPixels),
    top: percent(box.y, page.heightPixels),
    width: percent(box.width, page.widthPixels),
    height: percent(box.height, page.heightPixels),
  };
}

export function contains(rectangle: Rectangle, point: Point): boolean {
  return (
    point.x >= rectangle.x &&
    point.x <= rectangle.x + rectangle.width &&
    point.y >= rectangle.y &&
    point.y <= rectangle.y + rectangle.height
  );
}

function distanceTo(rectangle: Rectangle, point: Point): number {
  const dx = Math.max(rectangle.x - point.x, 0, point.x - rectangle.x - rectangle.width);
  const dy = Math.max(rectangle.y - point.y, 0, point.y - rectangle.y - rectangle.height);
  return Math.hypot(dx, dy);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least));
}

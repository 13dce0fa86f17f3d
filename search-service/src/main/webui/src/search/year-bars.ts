/** Years with their counts drawn together into few enough bars. */
import type { FacetValue } from '../api/shapes';

export type Bar = { from: number; to: number; count: number };

/** As many bars as fit the column and can still be hit with a finger. */
const mostBars = 8;
const widths = [1, 2, 5, 10, 20, 50, 100, 500, 1000, 5000];

export function barsOf(values: readonly FacetValue[]): Bar[] {
  const years = values
    .map(({ value, count }) => ({ year: Number(value), count }))
    .filter(({ year }) => Number.isInteger(year));
  if (years.length === 0) {
    return [];
  }
  const first = Math.min(...years.map(({ year }) => year));
  const last = Math.max(...years.map(({ year }) => year));
  const width =
    widths.find((candidate) => barIndex(last, candidate) - barIndex(first, candidate) < mostBars) ??
    10_000;
  const start = barIndex(first, width);
  const bars: Bar[] = Array.from({ length: barIndex(last, width) - start + 1 }, (_, position) => ({
    from: (start + position) * width,
    to: (start + position + 1) * width - 1,
    count: 0,
  }));
  for (const { year, count } of years) {
    const bar = bars[barIndex(year, width) - start];
    if (bar !== undefined) {
      bar.count += count;
    }
  }
  return bars;
}

function barIndex(year: number, width: number): number {
  return Math.floor(year / width);
}

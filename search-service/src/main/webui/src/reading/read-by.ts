/** Pages gathered by what read them. */
import type { PageReading } from '../api/shapes';

export type EngineReadings = {
  engine: PageReading['engine'];
  /** Page numbers as in “1–3, 5”. */
  pages: string;
  /** Mean confidence of the pages in percent; null where none says it. */
  confidence: number | null;
};

/** One entry for each engine with its exact settings, in the order of the pages. */
export function readingsByEngine(readings: readonly PageReading[]): EngineReadings[] {
  const groups = new Map<string, PageReading[]>();
  for (const reading of readings) {
    const key = `${reading.engine.name} ${reading.engine.version} ${reading.engine.fingerprint}`;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const known = group.flatMap(({ meanConfidence }) =>
      meanConfidence === null ? [] : [meanConfidence],
    );
    return first === undefined
      ? []
      : [
          {
            engine: first.engine,
            pages: runsOfPages(group.map(({ page }) => page)),
            confidence:
              known.length === 0
                ? null
                : Math.round((100 * known.reduce((sum, one) => sum + one, 0)) / known.length),
          },
        ];
  });
}

/** Page numbers with runs drawn together: 1, 2, 3, 5 is “1–3, 5”. */
export function runsOfPages(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const page of pages.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && page === last.to + 1) {
      last.to = page;
    } else {
      runs.push({ from: page, to: page });
    }
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

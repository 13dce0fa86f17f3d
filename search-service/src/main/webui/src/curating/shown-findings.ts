/** Which findings are listed, in which order, and which sentences they touch. */
import type { Finding } from '../api/shapes';

export type FindingsShown = Finding['state'] | 'all';

const weight = { error: 0, warning: 1, note: 2 };

/** Those of a state in the order of the texts; at one place the gravest first. */
export function shownFindings(
  findings: readonly Finding[],
  shown: FindingsShown,
): readonly Finding[] {
  return findings
    .filter(({ state }) => shown === 'all' || state === shown)
    .toSorted(
      (one, other) =>
        placeOf(one) - placeOf(other) || weight[one.severity] - weight[other.severity],
    );
}

/** The sentences that open findings are about. */
export function sentencesInQuestion(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ state }) => state === 'open')
      .flatMap(({ source, target }) => [...source.segments, ...target.segments]),
  );
}

/** The finding before or after another one; from nowhere it is the first or the last. */
export function neighbourOf(
  findings: readonly Finding[],
  current: string,
  step: 1 | -1,
): Finding | null {
  const from = findings.findIndex(({ key }) => key === current);
  const to = from < 0 ? (step > 0 ? 0 : findings.length - 1) : from + step;
  return findings[to] ?? null;
}

/** Sentences are numbered in their order: `s12` is the twelfth. */
function placeOf({ source, target }: Finding): number {
  const id = source.segments[0] ?? target.segments[0] ?? '';
  const number = Number(id.slice(1));
  return Number.isInteger(number) && id !== '' ? number : 0;
}

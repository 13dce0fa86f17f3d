import type { Range } from '../api/shapes';
import { runsOf } from './runs';

/** A text whose marked ranges stand out. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Range[] }) {
  const runs = runsOf(
    text,
    marks.map((mark) => ({ ...mark, style: 'mark' as const })),
  );
  return (
    <>
      {runs.map((run) =>
        run.styles.length > 0 ? <mark key={run.start}>{run.text}</mark> : run.text,
      )}
    </>
  );
}

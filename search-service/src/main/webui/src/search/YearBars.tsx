import type { FacetValue } from '../api/shapes';
import { useStrings } from '../interface/strings';
import { barsOf } from './year-bars';

/** How the documents lie in time; a bar narrows the search to its years. */
export function YearBars({
  years,
  onChoose,
}: {
  years: readonly FacetValue[];
  onChoose: (first: number, last: number) => void;
}) {
  const strings = useStrings();
  const bars = barsOf(years);
  const highest = Math.max(...bars.map((bar) => bar.count));
  const first = bars[0];
  const last = bars[bars.length - 1];
  if (first === undefined || last === undefined) {
    return null;
  }
  return (
    <>
      <ol class="year-bars">
        {bars.map((bar) => (
          <li key={bar.from}>
            {bar.count > 0 && (
              <button
                type="button"
                aria-label={strings.search.years(bar.from, bar.to, bar.count)}
                title={strings.search.years(bar.from, bar.to, bar.count)}
                onClick={() => onChoose(bar.from, bar.to)}
              >
                <span style={{ height: `${Math.max((bar.count / highest) * 100, 6)}%` }} />
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="year-ends" aria-hidden="true">
        <span>{first.from}</span>
        {last.to !== first.from && <span>{last.to}</span>}
      </p>
    </>
  );
}

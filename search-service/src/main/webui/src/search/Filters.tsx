import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FacetValue, SearchAnswer } from '../api/shapes';
import { useInterface } from '../interface/strings';
import { facetNames, type SearchState, withToggled } from '../routing/search-url';
import { facetLabel } from './facet-label';
import { YearBars } from './YearBars';

type Change = (state: SearchState) => void;

/** Values of a facet shown before "more". */
const shownAtFirst = 6;

export function Filters({
  state,
  facets,
  onChange,
}: {
  state: SearchState;
  facets: SearchAnswer['facets'];
  onChange: Change;
}) {
  const { strings, language } = useInterface();
  return (
    <>
      {facetNames.map((facet) => (
        <Fragment key={facet}>
          {facet === 'year' ? (
            <Dates state={state} years={facets.year ?? []} onChange={onChange} />
          ) : (
            <Facet
              title={strings.search.facets[facet]}
              values={withChosen(facets[facet], state.filters[facet])}
              isChosen={(value) => state.filters[facet].includes(value)}
              label={(value) => facetLabel(facet, value, language)}
              onChoose={(value) => onChange(withToggled(state, facet, value))}
            />
          )}
        </Fragment>
      ))}
      <section class="facet">
        <h2>{strings.search.tolerance}</h2>
        {(['variants', 'spellings'] as const).map((tolerance) => (
          <label key={tolerance} class="facet-check">
            <input
              type="checkbox"
              checked={state[tolerance]}
              onChange={(event) => onChange({ ...state, [tolerance]: event.currentTarget.checked })}
            />
            <span>{strings.search[tolerance]}</span>
          </label>
        ))}
      </section>
    </>
  );
}

/** Chosen values stay in sight even where they have no hits. */
function withChosen(values: readonly FacetValue[] = [], chosen: readonly string[]): FacetValue[] {
  const absent = chosen.filter((value) => values.every((present) => present.value !== value));
  return [...absent.map((value) => ({ value, count: 0 })), ...values];
}

function Facet({
  title,
  values,
  isChosen,
  label,
  onChoose,
}: {
  title: string;
  values: FacetValue[];
  isChosen: (value: string) => boolean;
  label: (value: string) => string;
  onChoose: (value: string) => void;
}) {
  const { strings } = useInterface();
  const [all, setAll] = useState(false);
  if (values.length === 0) {
    return null;
  }
  const shown = all ? values : values.slice(0, shownAtFirst);
  const hidden = values.length - shownAtFirst;
  return (
    <section class="facet">
      <h2>{title}</h2>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              class="facet-value"
              aria-pressed={isChosen(value)}
              onClick={() => onChoose(value)}
            >
              <span>{label(value)}</span> {count > 0 && <span class="count">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button button-text" onClick={() => setAll(!all)}>
          {all ? strings.search.showFewer : strings.search.showMore(hidden)}
        </button>
      )}
    </section>
  );
}

function Dates({
  state,
  years,
  onChange,
}: {
  state: SearchState;
  years: readonly FacetValue[];
  onChange: Change;
}) {
  const { strings } = useInterface();
  const [from, setFrom] = useState(state.fromDate);
  const [to, setTo] = useState(state.toDate);
  useEffect(() => setFrom(state.fromDate), [state.fromDate]);
  useEffect(() => setTo(state.toDate), [state.toDate]);
  return (
    <section class="facet">
      <h2>{strings.search.dates}</h2>
      <YearBars
        years={years}
        onChoose={(first, last) =>
          onChange({ ...state, fromDate: String(first), toDate: String(last) })
        }
      />
      <form
        class="dates"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ ...state, fromDate: from.trim(), toDate: to.trim() });
        }}
      >
        <DateField label={strings.search.from} value={from} onInput={setFrom} />
        <DateField label={strings.search.to} value={to} onInput={setTo} />
        <button type="submit" class="button">
          {strings.search.applyDates}
        </button>
      </form>
    </section>
  );
}

function DateField({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
}) {
  const { strings } = useInterface();
  return (
    <label>
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        placeholder={strings.search.datePlaceholder}
        title={strings.search.datePlaceholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

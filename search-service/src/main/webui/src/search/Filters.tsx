import { useEffect, useState } from 'preact/hooks';
import type { FacetValue, SearchAnswer } from '../api/shapes';
import { languageName, useInterface } from '../interface/strings';
import type { SearchState } from '../routing/search-url';

type Change = (part: Partial<SearchState>) => void;

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
  const toggle = (field: 'language' | 'collection', value: string) =>
    onChange({ [field]: state[field] === value ? '' : value });
  return (
    <>
      <Facet
        title={strings.search.inLanguage}
        values={withChosen(facets['language'], state.language)}
        isChosen={(value) => value === state.language}
        label={(value) => languageName(value, language)}
        onChoose={(value) => toggle('language', value)}
      />
      <Facet
        title={strings.search.collection}
        values={withChosen(facets['collection'], state.collection)}
        isChosen={(value) => value === state.collection}
        onChoose={(value) => toggle('collection', value)}
      />
      <Dates state={state} onChange={onChange} />
      <Facet
        title={strings.search.year}
        values={facets['year'] ?? []}
        isChosen={(value) => state.fromDate === value && state.toDate === value}
        onChoose={(value) =>
          onChange(
            state.fromDate === value && state.toDate === value
              ? { fromDate: '', toDate: '' }
              : { fromDate: value, toDate: value },
          )
        }
      />
      <Facet
        title={strings.search.people}
        values={facets['people'] ?? []}
        isChosen={(value) => state.q === quoted(value)}
        describe={strings.search.facetSearch}
        onChoose={(value) => onChange({ q: quoted(value) })}
      />
      <Facet
        title={strings.search.places}
        values={facets['places'] ?? []}
        isChosen={(value) => state.q === quoted(value)}
        describe={strings.search.facetSearch}
        onChoose={(value) => onChange({ q: quoted(value) })}
      />
    </>
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}

/** A chosen value stays in sight even where it has no hits. */
function withChosen(values: FacetValue[] | undefined, chosen: string): FacetValue[] {
  const present = values ?? [];
  return chosen === '' || present.some(({ value }) => value === chosen)
    ? present
    : [{ value: chosen, count: 0 }, ...present];
}

function Facet({
  title,
  values,
  isChosen,
  label = (value) => value,
  describe,
  onChoose,
}: {
  title: string;
  values: FacetValue[];
  isChosen: (value: string) => boolean;
  label?: (value: string) => string;
  describe?: (value: string) => string;
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
              title={describe?.(value)}
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

function Dates({ state, onChange }: { state: SearchState; onChange: Change }) {
  const { strings } = useInterface();
  const [from, setFrom] = useState(state.fromDate);
  const [to, setTo] = useState(state.toDate);
  useEffect(() => setFrom(state.fromDate), [state.fromDate]);
  useEffect(() => setTo(state.toDate), [state.toDate]);
  return (
    <section class="facet">
      <h2>{strings.search.dates}</h2>
      <form
        class="dates"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ fromDate: from.trim(), toDate: to.trim() });
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

import { Icon } from '../interface/Icon';
import { languageName, useInterface } from '../interface/strings';
import { emptySearch, type SearchState } from '../routing/search-url';

/** The filters that are on, each with the way to take it off. */
export function ActiveFilters({
  state,
  onChange,
}: {
  state: SearchState;
  onChange: (part: Partial<SearchState>) => void;
}) {
  const { strings, language } = useInterface();
  const labels: [keyof SearchState, string][] = [
    ['language', state.language && languageName(state.language, language)],
    ['collection', state.collection],
    ['fromDate', state.fromDate && `${strings.search.from} ${state.fromDate}`],
    ['toDate', state.toDate && `${strings.search.to} ${state.toDate}`],
  ];
  const active = labels.filter(([, label]) => label !== '');
  if (active.length === 0) {
    return null;
  }
  return (
    <ul class="active-filters" aria-label={strings.search.activeFilters}>
      {active.map(([field, label]) => (
        <li key={field}>
          <button
            type="button"
            class="chip"
            aria-label={strings.search.removeFilter(label)}
            onClick={() => onChange({ [field]: '' })}
          >
            {label} <Icon name="close" />
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <button
            type="button"
            class="button button-text"
            onClick={() => onChange({ ...emptySearch, q: state.q })}
          >
            {strings.search.clearFilters}
          </button>
        </li>
      )}
    </ul>
  );
}

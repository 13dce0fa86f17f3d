import { Icon } from '../interface/Icon';
import { useInterface } from '../interface/strings';
import { emptySearch, facetNames, type SearchState, withToggled } from '../routing/search-url';
import { facetLabel } from './facet-label';

/** The filters that are on, each with the way to take it off. */
export function ActiveFilters({
  state,
  onChange,
}: {
  state: SearchState;
  onChange: (state: SearchState) => void;
}) {
  const { strings, language } = useInterface();
  const active: { key: string; label: string; without: SearchState }[] = facetNames.flatMap(
    (facet) =>
      state.filters[facet].map((value) => ({
        key: `${facet} ${value}`,
        label:
          facet === 'translated' || facet === 'review'
            ? `${strings.search.facets[facet]}: ${facetLabel(facet, value, language)}`
            : facetLabel(facet, value, language),
        without: withToggled(state, facet, value),
      })),
  );
  if (state.fromDate !== '') {
    const label = `${strings.search.from} ${state.fromDate}`;
    active.push({ key: 'from', label, without: { ...state, fromDate: '' } });
  }
  if (state.toDate !== '') {
    const label = `${strings.search.to} ${state.toDate}`;
    active.push({ key: 'to', label, without: { ...state, toDate: '' } });
  }
  if (active.length === 0) {
    return null;
  }
  return (
    <ul class="active-filters" aria-label={strings.search.activeFilters}>
      {active.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            class="chip"
            aria-label={strings.search.removeFilter(label)}
            onClick={() => onChange(without)}
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

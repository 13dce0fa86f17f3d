/** A search is its URL: these are the two ways between the address and what is asked for. */

/** Filters that take any number of values, by the facet that lists them. */
export const facetNames = [
  'language',
  'translationLanguage',
  'collection',
  'year',
  'people',
  'places',
  'translated',
  'review',
] as const;
export type FacetName = (typeof facetNames)[number];

export const orders = ['relevance', 'newest', 'oldest', 'title'] as const;
export type Order = (typeof orders)[number];

export type SearchState = {
  q: string;
  fromDate: string;
  toDate: string;
  sort: Order;
  /** Whether other forms of names count, and spellings that differ a little. */
  variants: boolean;
  spellings: boolean;
  filters: { readonly [Facet in FacetName]: readonly string[] };
};

export const emptySearch: SearchState = {
  q: '',
  fromDate: '',
  toDate: '',
  sort: 'relevance',
  variants: true,
  spellings: true,
  filters: {
    language: [],
    translationLanguage: [],
    collection: [],
    year: [],
    people: [],
    places: [],
    translated: [],
    review: [],
  },
};

const filterParameters: { readonly [Facet in FacetName]: string } = {
  language: 'language',
  translationLanguage: 'translation-language',
  collection: 'collection',
  year: 'year',
  people: 'people',
  places: 'places',
  translated: 'translated',
  review: 'review',
};

export function readSearch(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const text = (name: string) => (parameters.get(name) ?? '').trim();
  const values = (facet: FacetName) => [
    ...new Set(
      parameters
        .getAll(filterParameters[facet])
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    ),
  ];
  return {
    q: text('q'),
    fromDate: text('from-date'),
    toDate: text('to-date'),
    sort: orders.find((order) => order === text('sort')) ?? 'relevance',
    variants: text('variants') !== 'off',
    spellings: text('spellings') !== 'off',
    filters: {
      language: values('language'),
      translationLanguage: values('translationLanguage'),
      collection: values('collection'),
      year: values('year'),
      people: values('people'),
      places: values('places'),
      translated: values('translated'),
      review: values('review'),
    },
  };
}

/** The parameters that are set, in a fixed order, so that one search has one address. */
export function searchParameters(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string) => {
    if (value.trim() !== '') {
      parameters.append(name, value.trim());
    }
  };
  set('q', state.q);
  for (const facet of facetNames) {
    [...state.filters[facet]].sort().forEach((value) => set(filterParameters[facet], value));
  }
  set('from-date', state.fromDate);
  set('to-date', state.toDate);
  set('sort', state.sort === 'relevance' ? '' : state.sort);
  set('variants', state.variants ? '' : 'off');
  set('spellings', state.spellings ? '' : 'off');
  return parameters;
}

export function searchPath(state: SearchState): string {
  const parameters = searchParameters(state).toString();
  return parameters === '' ? '/' : `/search?${parameters}`;
}

export function hasFilters(state: SearchState): boolean {
  return (
    state.fromDate !== '' ||
    state.toDate !== '' ||
    facetNames.some((facet) => state.filters[facet].length > 0)
  );
}

/** The search with a value of a facet taken in, or taken out where it was in. */
export function withToggled(state: SearchState, facet: FacetName, value: string): SearchState {
  const chosen = state.filters[facet];
  const values = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value];
  return { ...state, filters: { ...state.filters, [facet]: values } };
}

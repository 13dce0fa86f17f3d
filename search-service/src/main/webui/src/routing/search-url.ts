/** A search is its URL: these are the two ways between the address and what is asked for. */
export type SearchState = {
  q: string;
  language: string;
  collection: string;
  fromDate: string;
  toDate: string;
};

export const emptySearch: SearchState = {
  q: '',
  language: '',
  collection: '',
  fromDate: '',
  toDate: '',
};

const parameterNames: { readonly [Field in keyof SearchState]: string } = {
  q: 'q',
  language: 'language',
  collection: 'collection',
  fromDate: 'from-date',
  toDate: 'to-date',
};

const fields = Object.keys(parameterNames) as (keyof SearchState)[];

export function readSearch(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const state = { ...emptySearch };
  for (const field of fields) {
    state[field] = (parameters.get(parameterNames[field]) ?? '').trim();
  }
  return state;
}

/** The parameters that are set, in a fixed order, so that one search has one address. */
export function searchParameters(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const field of fields) {
    const value = state[field].trim();
    if (value !== '') {
      parameters.set(parameterNames[field], value);
    }
  }
  return parameters;
}

export function searchPath(state: SearchState): string {
  const parameters = searchParameters(state).toString();
  return parameters === '' ? '/' : `/search?${parameters}`;
}

export function hasFilters(state: SearchState): boolean {
  return fields.some((field) => field !== 'q' && state[field] !== '');
}

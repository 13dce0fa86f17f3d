import { useEffect, useState } from 'preact/hooks';
import { Masthead } from '../interface/Chrome';
import { Icon } from '../interface/Icon';
import { FailureNotice, Notice } from '../interface/Notice';
import { SearchField } from '../interface/SearchField';
import { useStrings } from '../interface/strings';
import { navigate } from '../routing/location';
import { emptySearch, hasFilters, searchPath, type SearchState } from '../routing/search-url';
import { Filters } from './Filters';
import { ActiveFilters } from './ActiveFilters';
import { ListTools } from './ListTools';
import { ResultCard } from './ResultCard';
import { useResultPages } from './result-pages';

export function SearchPage({ state, onHelp }: { state: SearchState; onHelp: () => void }) {
  const strings = useStrings();
  const { results, failure, loading, more, again } = useResultPages(state);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const change = (next: SearchState) => {
    navigate(searchPath(next));
    window.scrollTo(0, 0);
  };
  useEffect(() => {
    document.title =
      state.q === '' ? strings.appName : strings.pageTitle(`${state.q} – ${strings.search.title}`);
  }, [state.q, strings]);

  return (
    <>
      <Masthead>
        <SearchField
          q={state.q}
          onSearch={(q) => (q === state.q ? again() : change({ ...state, q }))}
        />
      </Masthead>
      <main id="content" class="search-page">
        <div class="search-filters" data-open={filtersOpen}>
          <button
            type="button"
            class="button filters-toggle"
            aria-expanded={filtersOpen}
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            <Icon name="filter" /> {strings.search.filters}
          </button>
          <div class="filters-body">
            <Filters state={state} facets={results?.facets ?? {}} onChange={change} />
          </div>
        </div>
        <section class="search-results" aria-busy={loading}>
          <div class="results-head">
            <h1 aria-live="polite">
              {results === null ? (
                <span class="muted">{loading ? strings.loading : strings.search.title}</span>
              ) : (
                <>
                  {state.q === '' && !hasFilters(state) ? (
                    <span>{strings.search.newest}: </span>
                  ) : null}
                  {strings.search.results(results.total)}{' '}
                  {state.q !== '' && (
                    <span class="muted">{strings.search.resultsFor(state.q)}</span>
                  )}
                </>
              )}
            </h1>
            <ActiveFilters state={state} onChange={change} />
            {results !== null && results.total > 0 && <ListTools state={state} onChange={change} />}
          </div>
          {failure !== null && results === null && (
            <FailureNotice failure={failure} query={state.q} onRetry={again} />
          )}
          {results !== null && results.hits.length === 0 && <NothingFound state={state} />}
          {results === null && loading && <Skeletons />}
          {results !== null && results.hits.length > 0 && (
            <ol class="results">
              {results.hits.map((hit) => (
                <li key={hit.documentId}>
                  <ResultCard hit={hit} q={state.q} />
                </li>
              ))}
            </ol>
          )}
          {failure !== null && results !== null && (
            <FailureNotice failure={failure} onRetry={more} />
          )}
          {results !== null && results.next !== null && failure === null && (
            <button type="button" class="button more" disabled={loading} onClick={more}>
              {loading ? strings.search.loadingMore : strings.search.more}
            </button>
          )}
        </section>
      </main>
      <Footer onHelp={onHelp} />
    </>
  );
}

function NothingFound({ state }: { state: SearchState }) {
  const strings = useStrings();
  if (state.q === '' && !hasFilters(state)) {
    return (
      <Notice title={strings.search.noneYet}>
        <p>{strings.search.noneYetAdvice}</p>
      </Notice>
    );
  }
  return (
    <Notice title={strings.search.none}>
      <p>{strings.search.noneAdvice}</p>
      {hasFilters(state) && (
        <a class="button" href={searchPath({ ...emptySearch, q: state.q })}>
          {strings.search.clearFilters}
        </a>
      )}
    </Notice>
  );
}

function Skeletons() {
  return (
    <div class="skeletons" aria-hidden="true">
      {[0, 1, 2].map((position) => (
        <div key={position} class="skeleton" />
      ))}
    </div>
  );
}

function Footer({ onHelp }: { onHelp: () => void }) {
  const strings = useStrings();
  return (
    <footer class="footer">
      <p>{strings.appPurpose}</p>
      <p>
        <button type="button" class="button button-text" onClick={onHelp}>
          {strings.footer.keyboard}
        </button>
        <a href="/licences.txt" target="_blank" rel="noreferrer">
          {strings.footer.licences}
        </a>
      </p>
    </footer>
  );
}

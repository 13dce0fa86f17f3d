import { useRef, useState } from 'preact/hooks';
import { type ExportFormat, exportFormats, exportPath, getExport } from '../api/client';
import { CopyButton } from '../interface/CopyButton';
import { save } from '../interface/save';
import { useStrings } from '../interface/strings';
import { useToken } from '../interface/use-token';
import { type Order, orders, searchPath, type SearchState } from '../routing/search-url';

const formatNames: { readonly [Format in ExportFormat]: string } = {
  csv: 'CSV',
  json: 'JSON',
  bibtex: 'BibTeX',
  ris: 'RIS',
};

/** The order of a result list, and the ways to take it away. */
export function ListTools({
  state,
  onChange,
}: {
  state: SearchState;
  onChange: (state: SearchState) => void;
}) {
  const strings = useStrings();
  return (
    <div class="list-tools">
      <label>
        <span>{strings.search.sort}</span>
        <select
          value={state.sort}
          onChange={(event) => onChange({ ...state, sort: event.currentTarget.value as Order })}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {strings.search.orders[order]}
            </option>
          ))}
        </select>
      </label>
      <Exports state={state} />
      <CopyButton
        text={new URL(searchPath(state), window.location.origin).href}
        label={strings.search.copyLink}
      />
    </div>
  );
}

function Exports({ state }: { state: SearchState }) {
  const strings = useStrings();
  const token = useToken();
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController | null>(null);
  const fetchWithToken = (format: ExportFormat) => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setFailed(false);
    getExport(state, format, abort.signal).then(
      (list) => save(list, `cotejo-search.${format === 'bibtex' ? 'bib' : format}`),
      () => setFailed(!abort.signal.aborted),
    );
  };
  return (
    <p class="exports" role="group" aria-label={strings.search.export}>
      <span>{strings.search.export}</span>
      {exportFormats.map((format) => (
        <a
          key={format}
          href={exportPath(state, format)}
          download
          onClick={(event) => {
            if (token !== null) {
              event.preventDefault();
              fetchWithToken(format);
            }
          }}
        >
          {formatNames[format]}
        </a>
      ))}
      {failed && <span role="alert">{strings.search.exportFailed}</span>}
    </p>
  );
}

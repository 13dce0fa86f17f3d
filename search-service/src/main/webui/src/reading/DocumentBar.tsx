import type { BitextSummary } from '../api/shapes';
import { DownloadsMenu } from '../citing/DownloadsMenu';
import { Icon } from '../interface/Icon';
import { languageTitle, useInterface } from '../interface/strings';
import type { ReadingState } from '../routing/reading-url';
import { emptySearch, searchPath } from '../routing/search-url';
import type { Reading } from './load-reading';
import type { Panes } from './panes';
import { ViewMenu } from './ViewMenu';
import type { ViewOption, ViewOptions } from './view-options';

/** The document's own line: the way back, its title, and what one can do with it. */
export function DocumentBar({
  reading,
  state,
  panes,
  options,
  onOption,
  onFind,
  curating,
  page,
  onCite,
  onLanguage,
  onRecord,
  onHelp,
}: {
  reading: Reading;
  state: ReadingState;
  panes: Panes;
  options: ViewOptions;
  onOption: (option: ViewOption) => void;
  onFind: () => void;
  /** What curators have beside; null for readers. */
  curating: {
    openFindings: number;
    findingsShown: boolean;
    editing: boolean;
    onFindings: () => void;
    onEditing: () => void;
  } | null;
  page: number;
  onCite: () => void;
  onLanguage: (language: string) => void;
  onRecord: () => void;
  onHelp: () => void;
}) {
  const { strings } = useInterface();
  const { record } = reading.document;
  const backLabel = state.q === '' ? strings.reading.back : strings.reading.backToResults;
  return (
    <header class="document-bar">
      <a
        class="button button-icon button-quiet back"
        href={searchPath({ ...emptySearch, q: state.q })}
        aria-label={backLabel}
        title={backLabel}
      >
        <Icon name="left" />
      </a>
      <div class="document-title">
        <h1 title={record.title} dir="auto">
          {record.title}
        </h1>
        <p>
          {record.date?.printed != null && <span dir="auto">{record.date.printed}</span>}
          {record.collection !== null && <span dir="auto">{record.collection}</span>}
        </p>
      </div>
      <div class="document-tools">
        {reading.translations.length > 1 && (
          <TranslationChoice
            translations={reading.translations}
            chosen={reading.translation?.language ?? ''}
            onLanguage={onLanguage}
          />
        )}
        <PaneSwitch panes={panes} />
        {reading.text !== null && (
          <>
            <button
              type="button"
              class="button button-icon button-quiet"
              aria-label={strings.reading.find.title}
              title={strings.reading.find.title}
              onClick={onFind}
            >
              <Icon name="find" />
            </button>
            {curating !== null && (
              <>
                <button
                  type="button"
                  class={`button button-quiet findings-button ${curating.findingsShown ? 'is-on' : ''}`}
                  data-show-findings
                  aria-pressed={curating.findingsShown}
                  aria-label={strings.findings.open(curating.openFindings)}
                  title={strings.findings.open(curating.openFindings)}
                  onClick={curating.onFindings}
                >
                  <Icon name="flag" /> {curating.openFindings}
                </button>
                <button
                  type="button"
                  class={`button button-icon button-quiet ${curating.editing ? 'is-on' : ''}`}
                  data-correct-links
                  aria-pressed={curating.editing}
                  aria-label={strings.corrections.title}
                  title={strings.corrections.title}
                  onClick={curating.onEditing}
                >
                  <Icon name="pencil" />
                </button>
              </>
            )}
            <ViewMenu panes={panes} options={options} onOption={onOption} />
            <DownloadsMenu
              documentId={reading.document.documentId}
              translation={reading.translation?.language ?? null}
              page={page}
              pages={reading.pages}
            />
          </>
        )}
        <button
          type="button"
          class="button button-icon button-quiet"
          data-cite
          aria-label={strings.cite.title}
          title={strings.cite.title}
          aria-haspopup="dialog"
          onClick={onCite}
        >
          <Icon name="quote" />
        </button>
        <button
          type="button"
          class="button button-icon button-quiet"
          aria-label={strings.reading.about}
          title={strings.reading.about}
          aria-haspopup="dialog"
          onClick={onRecord}
        >
          <Icon name="info" />
        </button>
        <button
          type="button"
          class="button button-icon button-quiet help-button"
          aria-label={strings.help.title}
          title={strings.help.title}
          aria-haspopup="dialog"
          onClick={onHelp}
        >
          <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

function TranslationChoice({
  translations,
  chosen,
  onLanguage,
}: {
  translations: readonly BitextSummary[];
  chosen: string;
  onLanguage: (language: string) => void;
}) {
  const { strings, language } = useInterface();
  return (
    <label class="translation-choice">
      <span class="visually-hidden">{strings.reading.translationChoice}</span>
      <select value={chosen} onChange={(event) => onLanguage(event.currentTarget.value)}>
        {translations.map((translation) => (
          <option key={translation.language} value={translation.language}>
            {languageTitle(translation.language, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

function PaneSwitch({ panes }: { panes: Panes }) {
  const { strings } = useInterface();
  if (panes.available.length < 2) {
    return null;
  }
  return (
    <div class="pane-switch" role="group" aria-label={strings.reading.panes}>
      {panes.available.map((pane) => (
        <button
          key={pane}
          type="button"
          class="button"
          data-show-pane={pane}
          aria-pressed={panes.open.includes(pane)}
          onClick={() => panes.toggle(pane)}
        >
          {strings.reading[pane]}
        </button>
      ))}
    </div>
  );
}

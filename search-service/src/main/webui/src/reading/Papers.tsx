import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BitextSummary, Ingest } from '../api/shapes';
import { Icon } from '../interface/Icon';
import { Notice } from '../interface/Notice';
import { languageName, languageTitle, useInterface } from '../interface/strings';
import type { ReadingState } from '../routing/reading-url';
import { emptySearch, searchPath } from '../routing/search-url';
import { queryWords } from '../text/query-words';
import { sentenceAt } from './boxes';
import { lightingOf } from './lighting';
import { failedPages, hasFailed, isUnfinished, type Reading } from './load-reading';
import { usePanes, type PaneName, type Panes } from './panes';
import type { ParallelText, Sentence } from './parallel-text';
import { RecordDrawer } from './RecordDrawer';
import type { PagePoint } from './scan-viewer';
import { ScanPane, type ScanCommand } from './ScanPane';
import { SelectionBar } from './SelectionBar';
import { TextPane } from './TextPane';
import { usePlace } from './use-place';
import { useReadingKeys } from './use-reading-keys';

/** A document open on the desk: scan, original and translation, linked sentence by sentence. */
export function Papers({
  reading,
  state,
  onHelp,
}: {
  reading: Reading;
  state: ReadingState;
  onHelp: () => void;
}) {
  const { strings, language } = useInterface();
  const goTo = usePlace(state);
  const { pages, text, translation, document: paper } = reading;
  const [preview, setPreview] = useState('');
  const [recordOpen, setRecordOpen] = useState(false);
  const [command, setCommand] = useState<{ name: ScanCommand; number: number } | null>(null);
  const panes = usePanes(availablePanes(reading));

  const selected = text?.sentence(state.segment) ?? null;
  const selectedPages = useMemo(
    () => (text === null || selected === null ? [] : text.pagesOf(selected.id)),
    [text, selected],
  );
  const page = currentPage(state.page, selectedPages, reading);
  const shown = selectedPages.length > 1 && selectedPages.includes(page) ? selectedPages : [page];
  const words = useMemo(() => queryWords(state.q), [state.q]);
  const lighting = useMemo(
    () =>
      text === null
        ? { lights: new Map<string, never>(), boxes: [] }
        : lightingOf(text, state.segment, preview, words),
    [text, state.segment, preview, words],
  );

  const select = (id: string) => {
    if (text === null) {
      return;
    }
    const on = text.pagesOf(id);
    setPreview('');
    goTo({
      segment: id,
      language: translation?.language ?? '',
      page: on.length === 0 || on.includes(page) ? page : (on[0] ?? page),
    });
  };
  const turn = (to: number) => {
    if (pages.some((candidate) => candidate.page === to)) {
      goTo({ page: to });
    }
  };
  const clear = () => goTo({ segment: '' });
  const order = (name: ScanCommand) =>
    setCommand((before) => ({ name, number: (before?.number ?? 0) + 1 }));
  const pick = (point: PagePoint) => {
    const sentence = text === null ? null : sentenceAt(point, text.original);
    if (sentence !== null) {
      select(sentence.id);
    }
  };
  const hover = (point: PagePoint | null) =>
    setPreview(point === null || text === null ? '' : (sentenceAt(point, text.original)?.id ?? ''));

  useReadingKeys({
    text,
    selected,
    firstSentence: text?.firstOnPage(page) ?? text?.original[0] ?? null,
    page,
    onSelect: select,
    onReveal: panes.reveal,
    onTurn: turn,
    onClear: clear,
    onScan: order,
    onRecord: () => setRecordOpen(true),
  });

  const announcement = useAnnouncement(text, selected);
  const languages = {
    original: reading.originalLanguage,
    translation: translation?.language ?? 'und',
  };
  const textPane = (side: 'original' | 'translation') =>
    text !== null &&
    panes.available.includes(side) && (
      <TextPane
        key={`${side}-${languages[side]}`}
        side={side}
        open={panes.open.includes(side)}
        title={`${strings.reading[side]} · ${languageName(languages[side], language)}`}
        caption={
          side === 'translation' && translation?.translator != null
            ? strings.reading.translator(translation.translator)
            : null
        }
        language={languages[side]}
        sentences={text.side(side)}
        parts={side === 'original' ? paper.record.parts : []}
        lights={lighting.lights}
        selected={selected?.id ?? ''}
        reachable={reachableOn(side, text, selected)}
        queryWords={words}
        onSelect={select}
        onHover={setPreview}
      />
    );

  return (
    <main id="content" class="papers" data-document={paper.documentId}>
      <DocumentBar
        reading={reading}
        state={state}
        panes={panes}
        onLanguage={(chosen) => goTo({ language: chosen, segment: originalOf(text, selected) })}
        onRecord={() => setRecordOpen(true)}
        onHelp={onHelp}
      />
      <StateNotice reading={reading} />
      {panes.open.length > 0 && (
        <div class="panes" data-panes={panes.open.join(' ')}>
          {panes.open.includes('scan') && (
            <ScanPane
              pages={pages}
              page={page}
              shown={shown}
              boxes={lighting.boxes}
              command={command}
              onCommand={order}
              onTurn={turn}
              onPick={pick}
              onHover={hover}
            />
          )}
          {textPane('original')}
          {textPane('translation')}
        </div>
      )}
      {text !== null && selected !== null && (
        <SelectionBar
          sentence={selected}
          text={text}
          page={page}
          withPartner={
            !panes.open.includes(selected.side === 'original' ? 'translation' : 'original')
          }
          languages={languages}
          onTurn={turn}
          onSelect={select}
          onShowScan={
            panes.available.includes('scan') && !panes.open.includes('scan')
              ? () => panes.reveal('scan')
              : null
          }
          onClear={clear}
        />
      )}
      {text !== null && selected === null && !panes.tabbed && text.original.length > 0 && (
        <aside class="selection-bar selection-hint">
          {text.translation.length > 0
            ? strings.reading.selectionHint
            : strings.reading.selectionHintAlone}
        </aside>
      )}
      <p class="visually-hidden" aria-live="polite">
        {announcement}
      </p>
      {recordOpen && (
        <RecordDrawer document={paper} onTurn={turn} onClose={() => setRecordOpen(false)} />
      )}
    </main>
  );
}

function availablePanes({ pages, text }: Reading): readonly PaneName[] {
  const available: PaneName[] = [];
  if (pages.length > 0) {
    available.push('scan');
  }
  if (text !== null && text.original.length > 0) {
    available.push('original');
  }
  if (text !== null && text.translation.length > 0) {
    available.push('translation');
  }
  return available;
}

/** The page asked for, else the lit sentence's, else the first. */
function currentPage(
  asked: number | null,
  selectedPages: readonly number[],
  { pages }: Reading,
): number {
  const exists = (page: number | null | undefined): page is number =>
    pages.some((candidate) => candidate.page === page);
  return [asked, selectedPages[0], pages[0]?.page].find(exists) ?? 1;
}

/** The sentence of a side that Tab comes to: the lit one, its counterpart, or the first. */
function reachableOn(
  side: 'original' | 'translation',
  text: ParallelText,
  selected: Sentence | null,
): string {
  const lit =
    selected === null
      ? undefined
      : selected.side === side
        ? selected
        : text.partners(selected.id)[0];
  return (lit ?? text.side(side)[0])?.id ?? '';
}

/** Another translation numbers its sentences anew: only the original's place can be kept. */
function originalOf(text: ParallelText | null, selected: Sentence | null): string {
  return selected === null || text === null ? '' : (text.placesOf(selected.id)[0]?.id ?? '');
}

/** Says the counterpart to those who do not see it light up. */
function useAnnouncement(text: ParallelText | null, selected: Sentence | null): string {
  const { strings } = useInterface();
  const first = useRef(true);
  useEffect(() => {
    first.current = false;
  }, []);
  if (text === null || selected === null || first.current) {
    return '';
  }
  const partners = text.partners(selected.id);
  const role = strings.roles[selected.side === 'original' ? 'translation' : 'original'];
  return partners.length === 0
    ? ''
    : `${strings.reading.partnerIs(role)} ${partners.map((partner) => partner.text).join(' ')}`;
}

function StateNotice({ reading }: { reading: Reading }) {
  const { strings } = useInterface();
  if (hasFailed(reading.document) && reading.text === null) {
    return (
      <Notice title={strings.reading.failed} tone="fault">
        {(reading.ingest?.failures ?? []).map((failure, position) => (
          <p key={position}>{failure.message}</p>
        ))}
        <p>{strings.reading.failedAdvice}</p>
      </Notice>
    );
  }
  if (isUnfinished(reading)) {
    return (
      <Notice title={strings.reading.processing} tone="working">
        <p>{strings.reading.processingAdvice}</p>
        {reading.ingest !== null && <Stages ingest={reading.ingest} />}
      </Notice>
    );
  }
  if (reading.text === null || reading.text.original.length === 0) {
    return <Notice title={strings.reading.noText} />;
  }
  const failed = failedPages(reading);
  return (
    <>
      {failed.length > 0 && (
        <div class="strip-notice" role="status">
          {strings.reading.pagesFailed(failed.join(', '), failed.length === 1)}
        </div>
      )}
      {reading.translation === null && (
        <div class="strip-notice" role="status">
          <strong>{strings.reading.noTranslation}.</strong> {strings.reading.noTranslationAdvice}
        </div>
      )}
    </>
  );
}

/** How far the processing has come, stage by stage. */
function Stages({ ingest }: { ingest: Ingest }) {
  const { strings } = useInterface();
  return (
    <dl class="stages">
      {ingest.stages.map(({ stage, state, done, total }) => (
        <div key={stage} data-stage={stage} data-state={state}>
          <dt>{strings.reading.stages[stage] ?? stage}</dt>
          <dd>
            {state === 'running' && total > 1
              ? strings.reading.stageCount(done, total)
              : (strings.reading.stageStates[state] ?? state)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DocumentBar({
  reading,
  state,
  panes,
  onLanguage,
  onRecord,
  onHelp,
}: {
  reading: Reading;
  state: ReadingState;
  panes: Panes;
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
        <h1>{record.title}</h1>
        <p>
          {record.date?.printed != null && <span>{record.date.printed}</span>}
          {record.collection !== null && <span>{record.collection}</span>}
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

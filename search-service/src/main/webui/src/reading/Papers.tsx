import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding, Furniture } from '../api/shapes';
import { permanentPath } from '../citing/cited';
import { CiteDialog } from '../citing/CiteDialog';
import { CorrectionBar } from '../curating/CorrectionBar';
import { FindingsPanel } from '../curating/FindingsPanel';
import { neighbourOf, sentencesInQuestion, shownFindings } from '../curating/shown-findings';
import { useCorrections } from '../curating/use-corrections';
import { useFindings } from '../curating/use-findings';
import { languageName, useInterface } from '../interface/strings';
import type { ReadingState } from '../routing/reading-url';
import { queryWords } from '../text/query-words';
import { sentenceAt } from './boxes';
import { citedSentence } from './cited-sentence';
import { Desk } from './Desk';
import { DocumentBar } from './DocumentBar';
import { FindBar } from './FindBar';
import { lightingOf, type LitBox } from './lighting';
import type { Reading } from './load-reading';
import { usePanes, type PaneName } from './panes';
import type { ParallelText, Sentence, Side } from './parallel-text';
import { RecordDrawer } from './RecordDrawer';
import type { PagePoint } from './scan-viewer';
import { ScanPane, type ScanCommand } from './ScanPane';
import { SelectionBar } from './SelectionBar';
import { StateNotice } from './StateNotice';
import { showFrom, TextPane } from './TextPane';
import { useFind } from './use-find';
import { useFurniture } from './use-furniture';
import { usePlace } from './use-place';
import { useReadingKeys } from './use-reading-keys';
import { useScrollTogether } from './use-scroll-together';
import { useViewOptions } from './view-options';

/** A document open on the desk: scan, original and translation, linked sentence by sentence. */
export function Papers({
  reading,
  state,
  onHelp,
  onChanged,
}: {
  reading: Reading;
  state: ReadingState;
  onHelp: () => void;
  /** Called after a change of the links or words, to have them read anew. */
  onChanged: () => void;
}) {
  const { strings, language } = useInterface();
  const goTo = usePlace(state);
  const { pages, text, translation, document: paper } = reading;
  const [preview, setPreview] = useState('');
  const [aside, setAside] = useState<Furniture | null>(null);
  const [recordOpen, setRecordOpen] = useState(false);
  const [citeOpen, setCiteOpen] = useState(false);
  const [command, setCommand] = useState<{ name: ScanCommand; number: number } | null>(null);
  const panes = usePanes(availablePanes(reading));
  const [options, toggleOption] = useViewOptions();
  const furniture = useFurniture(reading, options.furniture);

  const selected = text === null ? null : citedSentence(text, state.segment, state.words);
  const segment = selected?.id ?? (state.words === '' ? state.segment : '');
  const [lost, setLost] = useState(false);
  useEffect(() => {
    // The link is followed: from here on the address holds the sentence's present number.
    if (text !== null && state.words !== '') {
      setLost(segment === '');
      goTo({ segment });
    }
  }, [text, state.words, segment]);
  const selectedPages = useMemo(
    () => (text === null || selected === null ? [] : text.pagesOf(selected.id)),
    [text, selected],
  );
  const page = currentPage(state.page, selectedPages, reading);
  const shown = selectedPages.length > 1 && selectedPages.includes(page) ? selectedPages : [page];
  const words = useMemo(() => queryWords(state.q), [state.q]);

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
  const find = useFind(text, segment, (id) => {
    select(id);
    const sentence = text?.sentence(id);
    if (sentence) {
      panes.reveal(sentence.side);
    }
  });
  const foundHere = find.marks.get(segment);
  const lighting = useMemo(
    () =>
      text === null
        ? { lights: new Map<string, never>(), boxes: [] }
        : lightingOf(text, segment, preview, words, foundHere),
    [text, segment, preview, words, foundHere],
  );
  const findings = useFindings(reading);
  const [findingsShown, setFindingsShown] = useState(false);
  const [currentFinding, setCurrentFinding] = useState('');
  const corrections = useCorrections(reading, segment, onChanged);
  const inQuestion = useMemo(
    () => sentencesInQuestion(findingsShown ? (findings?.list ?? []) : []),
    [findings?.list, findingsShown],
  );
  const litFinding = findingsShown
    ? findings?.list.find(({ key }) => key === currentFinding)
    : undefined;
  const boxes = useMemo(
    () => [
      ...lighting.boxes,
      ...(aside === null ? [] : boxesOfFurniture(aside)),
      ...(litFinding === undefined ? [] : boxesOfFinding(litFinding)),
    ],
    [lighting, aside, litFinding],
  );

  const turn = (to: number) => {
    if (pages.some((candidate) => candidate.page === to)) {
      goTo({ page: to });
      if (options.together && text !== null) {
        showPage(text, to);
      }
    }
  };
  const showFinding = (finding: Finding) => {
    setFindingsShown(true);
    setCurrentFinding(finding.key);
    const id = finding.source.segments[0] ?? finding.target.segments[0];
    const on = finding.source.boxes[0]?.page;
    if (id !== undefined) {
      select(id);
    } else if (on !== undefined) {
      goTo({ page: on });
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
  const onFurniture = (piece: Furniture | null, chosen: boolean) => {
    setAside(piece);
    if (piece !== null && chosen) {
      goTo({ page: piece.page });
      panes.reveal('scan');
    }
  };

  useScrollTogether({
    text,
    enabled: options.together,
    layout: `${panes.open.join()} ${panes.arrangement}`,
    onPage: (to) => {
      if (to !== page && pages.some((candidate) => candidate.page === to)) {
        goTo({ page: to });
      }
    },
  });
  useReadingKeys({
    text,
    selected,
    firstSentence: text?.firstOnPage(page) ?? text?.original[0] ?? null,
    page,
    sides: panes.available.filter((pane) => pane !== 'scan'),
    onSelect: select,
    onReveal: panes.reveal,
    onTurn: turn,
    onClear: clear,
    onScan: order,
    onRecord: () => setRecordOpen(true),
    onFind: find.ask,
    onCite: () => setCiteOpen(true),
    onToggle: panes.toggle,
    curating:
      findings === null
        ? null
        : {
            editing: corrections.editing,
            onFinding: (step) => {
              const open = shownFindings(findings.list, 'open');
              const next = neighbourOf(open, currentFinding, step);
              if (next !== null) {
                showFinding(next);
              }
            },
            onEditing: () => corrections.setEditing(!corrections.editing),
            onTake: corrections.toggle,
          },
  });

  const announcement = useAnnouncement(text, selected);
  const languages = {
    original: reading.originalLanguage,
    translation: translation?.language ?? 'und',
  };
  const textPane = (side: Side) =>
    text !== null &&
    panes.available.includes(side) && (
      <TextPane
        key={`${side}-${languages[side]}`}
        side={side}
        open={panes.open.includes(side)}
        position={panes.open.indexOf(side)}
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
        found={find.marks}
        furniture={side === 'original' ? furniture : noFurniture}
        options={options}
        inQuestion={inQuestion}
        editing={
          corrections.editing
            ? {
                draft: corrections.draft,
                onToggle: corrections.toggle,
                onDrop: (dragged, onto) => {
                  corrections.drop(dragged, onto);
                  select(onto);
                },
              }
            : null
        }
        onSelect={select}
        onHover={setPreview}
        onFurniture={onFurniture}
        onClose={
          panes.arrangement !== 'tabs' && panes.open.length > 1 ? () => panes.toggle(side) : null
        }
      />
    );
  const scanPane = panes.open.includes('scan') && (
    <ScanPane
      pages={pages}
      page={page}
      shown={shown}
      boxes={boxes}
      command={command}
      onCommand={order}
      onTurn={turn}
      onPick={pick}
      onHover={hover}
    />
  );

  return (
    <main id="content" class="papers" data-document={paper.documentId}>
      <DocumentBar
        reading={reading}
        state={state}
        panes={panes}
        options={options}
        onOption={toggleOption}
        onFind={find.ask}
        curating={
          findings === null
            ? null
            : {
                openFindings: shownFindings(findings.list, 'open').length,
                findingsShown,
                editing: corrections.editing,
                onFindings: () => setFindingsShown(!findingsShown),
                onEditing: () => corrections.setEditing(!corrections.editing),
              }
        }
        page={page}
        onCite={() => setCiteOpen(true)}
        onLanguage={(chosen) => goTo({ language: chosen, segment: originalOf(text, selected) })}
        onRecord={() => setRecordOpen(true)}
        onHelp={onHelp}
      />
      <StateNotice reading={reading} />
      {lost && selected === null && (
        <div class="strip-notice" role="status">
          {strings.reading.sentenceGone}
        </div>
      )}
      {find.open && <FindBar find={find} />}
      <div class="desk">
        {panes.open.length > 0 && (
          <Desk panes={panes} render={(pane) => (pane === 'scan' ? scanPane : textPane(pane))} />
        )}
        {findings !== null && findingsShown && (
          <FindingsPanel
            findings={findings}
            current={currentFinding}
            languages={languages}
            onShow={showFinding}
            onClose={() => setFindingsShown(false)}
          />
        )}
      </div>
      {text !== null && corrections.editing && (
        <CorrectionBar
          text={text}
          selected={selected}
          corrections={corrections}
          languages={languages}
        />
      )}
      {text !== null && selected !== null && !corrections.editing && (
        <SelectionBar
          sentence={selected}
          text={text}
          page={page}
          address={permanentPath('sentence', {
            documentId: paper.documentId,
            page,
            segment: selected.id,
            words: selected.text,
            language: translation?.language ?? '',
          })}
          withPartner={
            !panes.open.includes(selected.side === 'original' ? 'translation' : 'original')
          }
          languages={languages}
          onTurn={turn}
          onSelect={select}
          onCite={() => setCiteOpen(true)}
          onShowScan={
            panes.available.includes('scan') && !panes.open.includes('scan')
              ? () => panes.reveal('scan')
              : null
          }
          onClear={clear}
        />
      )}
      {text !== null &&
        selected === null &&
        panes.arrangement !== 'tabs' &&
        text.original.length > 0 && (
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
        <RecordDrawer
          reading={reading}
          onCite={() => {
            setRecordOpen(false);
            setCiteOpen(true);
          }}
          onTurn={turn}
          onClose={() => setRecordOpen(false)}
        />
      )}
      {citeOpen && (
        <CiteDialog
          document={paper}
          page={page}
          sentence={
            selected === null
              ? null
              : {
                  id: selected.id,
                  text: selected.text,
                  isTranslation: selected.side === 'translation',
                }
          }
          translation={translation}
          onClose={() => setCiteOpen(false)}
        />
      )}
    </main>
  );
}

const noFurniture: readonly Furniture[] = [];

function boxesOfFurniture(piece: Furniture): LitBox[] {
  return piece.boxes.map((box) => ({
    segment: piece.type,
    box: { ...box, page: box.page ?? piece.page },
    light: 'aside',
    uncertain: false,
  }));
}

function boxesOfFinding(finding: Finding): LitBox[] {
  return finding.source.boxes.map((box) => ({
    segment: finding.key,
    box,
    light: 'finding',
    uncertain: false,
  }));
}

/** Brings the beginning of a page to the top of both texts. */
function showPage(text: ParallelText, page: number): void {
  const onPage = text.original.filter((sentence) => sentence.pages.includes(page));
  const first = onPage.find((sentence) => sentence.pages[0] === page) ?? onPage[0];
  const partner = onPage.flatMap((sentence) => text.partners(sentence.id))[0];
  if (first !== undefined) {
    showFrom('original', first.id);
  }
  if (partner !== undefined) {
    showFrom('translation', partner.id);
  }
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

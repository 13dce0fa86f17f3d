import { Component, Fragment, type ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Furniture, Record } from '../api/shapes';
import { Icon } from '../interface/Icon';
import { useStrings } from '../interface/strings';
import type { Strings } from '../interface/en';
import { markQuery } from '../text/query-words';
import { runsOf, type Span } from '../text/runs';
import { holds, type Draft } from '../curating/link-draft';
import { FurnitureFold, furnitureBefore } from './FurnitureFold';
import type { Light } from './lighting';
import {
  blockKind,
  isEditorial,
  pageTurns,
  paragraphsOf,
  uncertainLinkBelow,
  uncertainWordBelow,
  type Sentence,
  type Side,
} from './parallel-text';
import type { FoundMark } from './use-find';
import type { ViewOptions } from './view-options';

export function TextPane({
  side,
  open,
  position,
  title,
  caption,
  language,
  sentences,
  parts,
  lights,
  selected,
  reachable,
  queryWords,
  found,
  furniture,
  options,
  inQuestion,
  editing,
  onSelect,
  onHover,
  onFurniture,
  onClose,
}: {
  side: Side;
  /** A closed pane stays where it is, so that it opens again at the same place. */
  open: boolean;
  /** Where among the panes it stands; another value means that its element has been moved. */
  position: number;
  title: string;
  caption: string | null;
  language: string;
  sentences: readonly Sentence[];
  parts: Record['parts'];
  lights: ReadonlyMap<string, Light>;
  selected: string;
  /** The sentence that the Tab key comes to. */
  reachable: string;
  queryWords: readonly string[];
  /** What the reader looks for in the document, by sentence. */
  found: ReadonlyMap<string, readonly FoundMark[]>;
  /** What was set aside as not belonging to the text. */
  furniture: readonly Furniture[];
  options: ViewOptions;
  /** Sentences that open findings are about. */
  inQuestion: ReadonlySet<string>;
  /** The link that is being corrected, and what is done to it; null while one only reads. */
  editing: {
    draft: Draft;
    onToggle: (id: string) => void;
    onDrop: (dragged: string, onto: string) => void;
  } | null;
  onSelect: (id: string) => void;
  onHover: (id: string) => void;
  /** A piece of furniture under the pointer or the keyboard (null: no more), or chosen. */
  onFurniture: (piece: Furniture | null, chosen: boolean) => void;
  /** Null where the pane cannot be closed. */
  onClose: (() => void) | null;
}) {
  const strings = useStrings();
  const scroller = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(sentences), [sentences]);
  const turns = useMemo(() => turnsOf(sentences), [sentences]);
  const folds = useMemo(() => furnitureBefore(paragraphs, furniture), [paragraphs, furniture]);
  const leadingLight = [...lights].find(
    ([id, light]) => light !== 'preview' && sentences.some((sentence) => sentence.id === id),
  )?.[0];

  // An element that is moved in the page forgets how far it was scrolled.
  const scrolled = useRef(0);
  useLayoutEffect(() => {
    if (scroller.current !== null) {
      scroller.current.scrollTop = scrolled.current;
    }
  }, [position, open]);
  useLayoutEffect(() => {
    if (leadingLight !== undefined && scroller.current !== null) {
      bringIntoSight(scroller.current, leadingLight, selected);
    }
  }, [leadingLight, selected, sentences, open]);

  let part = sentences[0]?.part ?? null;
  return (
    <section
      class={`pane pane-text pane-${side}`}
      aria-label={title}
      data-pane={side}
      hidden={!open}
      style={{ gridArea: open ? side : 'auto' }}
    >
      <header class="pane-head">
        <h2>{title}</h2>
        {caption !== null && <p>{caption}</p>}
        {onClose !== null && (
          <button
            type="button"
            class="button button-icon button-quiet pane-close"
            aria-label={strings.reading.hidePane(title)}
            title={strings.reading.hidePane(title)}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        )}
      </header>
      <div
        ref={scroller}
        class={`text-scroller ${options.annotations ? '' : 'without-annotations'} ${options.doubt ? '' : 'without-doubt'}`}
        lang={language}
        dir="auto"
        onClick={(event) => {
          const id = sentenceUnder(event);
          // A reader who marks text to copy it does not mean to light a sentence.
          if (id !== null && (window.getSelection()?.isCollapsed ?? true)) {
            if (editing !== null && (event.ctrlKey || event.metaKey || event.shiftKey)) {
              editing.onToggle(id);
            } else {
              onSelect(id);
            }
          }
        }}
        {...(editing === null ? {} : dragging(editing.onDrop))}
        onScroll={(event) => {
          scrolled.current = event.currentTarget.scrollTop;
        }}
        onMouseOver={(event) => onHover(sentenceUnder(event) ?? '')}
        onMouseLeave={() => onHover('')}
      >
        <div class="text-body">
          {paragraphs.map((paragraph, number) => {
            const first = paragraph[0];
            const newPart = first !== undefined && first.part !== null && first.part !== part;
            part = first?.part ?? part;
            return (
              <div key={first?.id}>
                {options.furniture && (
                  <FurnitureFold pieces={folds[number] ?? []} onFurniture={onFurniture} />
                )}
                {(newPart || (number === 0 && parts.length > 1)) && part !== null && (
                  <PartHeading number={part} parts={parts} />
                )}
                <Paragraph kind={blockKind(first?.kind ?? 'sentence')}>
                  {paragraph.map((sentence, place) => (
                    <SentenceView
                      key={sentence.id}
                      sentence={sentence}
                      light={lights.get(sentence.id) ?? null}
                      isSelected={sentence.id === selected}
                      isReachable={sentence.id === reachable}
                      isInQuestion={inQuestion.has(sentence.id)}
                      isInDraft={editing !== null && holds(editing.draft, sentence.id)}
                      isDraggable={editing !== null}
                      turns={turns.get(sentence.id) ?? noTurns}
                      queryWords={queryWords}
                      found={found.get(sentence.id) ?? noMarks}
                      strings={strings}
                      followed={place < paragraph.length - 1}
                    />
                  ))}
                </Paragraph>
              </div>
            );
          })}
          {options.furniture && (
            <FurnitureFold pieces={folds[paragraphs.length] ?? []} onFurniture={onFurniture} />
          )}
        </div>
      </div>
    </section>
  );
}

type Turn = { at: number; page: number };
const noTurns: readonly Turn[] = [];
const noMarks: readonly FoundMark[] = [];

/** Page breaks by sentence: inside it, or (at 0) before it when the sentence before ended a page. */
function turnsOf(sentences: readonly Sentence[]): Map<string, readonly Turn[]> {
  const turns = new Map<string, readonly Turn[]>();
  let page: number | null = null;
  for (const sentence of sentences) {
    const first = sentence.pages[0];
    const inside = pageTurns(sentence);
    if (first !== undefined && (page === null || first > page)) {
      turns.set(sentence.id, [{ at: 0, page: first }, ...inside]);
    } else if (inside.length > 0) {
      turns.set(sentence.id, inside);
    }
    page = Math.max(page ?? 0, sentence.pages.at(-1) ?? 0) || page;
  }
  return turns;
}

function Paragraph({ kind, children }: { kind: string; children: ComponentChildren }) {
  return kind === 'heading' ? (
    <h3 class="block block-heading">{children}</h3>
  ) : (
    <p class={`block block-${kind}`}>{children}</p>
  );
}

function PartHeading({ number, parts }: { number: number; parts: Record['parts'] }) {
  const strings = useStrings();
  const part = parts[number - 1];
  return (
    <p class="part-heading">
      <span>{part?.title ?? strings.reading.part(number)}</span>
      {part?.date?.printed != null && <span class="muted">{part.date.printed}</span>}
    </p>
  );
}

type SentenceProps = {
  sentence: Sentence;
  light: Light | null;
  isSelected: boolean;
  isReachable: boolean;
  isInQuestion: boolean;
  isInDraft: boolean;
  isDraggable: boolean;
  turns: readonly Turn[];
  queryWords: readonly string[];
  found: readonly FoundMark[];
  strings: Strings;
  followed: boolean;
};

type Style = 'mark' | 'found' | 'found-current' | 'uncertain-word' | 'annotation';

/** One sentence as a button in running text; drawn anew only when something about it changes. */
class SentenceView extends Component<SentenceProps> {
  override shouldComponentUpdate(next: SentenceProps): boolean {
    return (Object.keys(next) as (keyof SentenceProps)[]).some(
      (property) => next[property] !== this.props[property],
    );
  }

  override render() {
    const { sentence, light, isSelected, isReachable, strings, followed } = this.props;
    const isUncertain = sentence.unlinked === null && sentence.confidence < uncertainLinkBelow;
    const remark = remarkOn(sentence, strings);
    const classes = [
      'sentence',
      light === null ? '' : `is-${light}`,
      sentence.unlinked === null ? '' : 'is-unlinked',
      isUncertain ? 'is-uncertain' : '',
      this.props.isInQuestion ? 'is-in-question' : '',
      this.props.isInDraft ? 'is-in-draft' : '',
    ];
    return (
      <>
        <span
          class={classes.filter(Boolean).join(' ')}
          role="button"
          tabIndex={isReachable ? 0 : -1}
          aria-pressed={isSelected}
          title={remark ?? undefined}
          draggable={this.props.isDraggable || undefined}
          data-sentence={sentence.id}
          data-kind={sentence.kind}
          data-light={light ?? undefined}
        >
          {this.content()}
        </span>
        {followed ? ' ' : null}
      </>
    );
  }

  private content() {
    const { sentence, turns, queryWords, found, strings } = this.props;
    const spans: Span<Style>[] = [
      ...found.map(({ start, end, isCurrent }) => ({
        start,
        end,
        style: isCurrent ? ('found-current' as const) : ('found' as const),
      })),
      ...markQuery(sentence.text, queryWords).map((mark) => ({ ...mark, style: 'mark' as const })),
      ...sentence.words
        .filter(({ confidence }) => confidence !== null && confidence < uncertainWordBelow)
        .map(({ start, end }) => ({ start, end, style: 'uncertain-word' as const })),
      ...sentence.annotations.filter(isEditorial).map(({ start, end }) => ({
        start,
        end,
        style: 'annotation' as const,
      })),
    ];
    const runs = runsOf(
      sentence.text,
      spans,
      turns.map(({ at }) => at),
    );
    return runs.map((run) => (
      <Fragment key={run.start}>
        {turns
          .filter(({ at }) => at === run.start)
          .map(({ page }) => (
            <PageTurn key={`turn-${page}`} page={page} strings={strings} />
          ))}
        {styled(run.text, run.styles, run.start, sentence, strings)}
      </Fragment>
    ));
  }
}

function styled(
  text: string,
  styles: readonly Style[],
  start: number,
  sentence: Sentence,
  strings: Strings,
) {
  if (styles.length === 0) {
    return text;
  }
  const word = sentence.words.find(
    (candidate) => candidate.start <= start && candidate.end > start,
  );
  const annotation = sentence.annotations.find(
    (candidate) => isEditorial(candidate) && candidate.start <= start && candidate.end > start,
  );
  const title =
    annotation !== undefined
      ? strings.reading.annotations[annotation.kind]
      : styles.includes('uncertain-word')
        ? strings.reading.uncertainWord(Math.round(100 * (word?.confidence ?? 0)))
        : undefined;
  const classes = styles.filter((style) => style !== 'mark').join(' ');
  const isMarked = styles.some((style) => ['mark', 'found', 'found-current'].includes(style));
  return isMarked ? (
    <mark class={classes} title={title} data-annotation={annotation?.kind}>
      {text}
    </mark>
  ) : (
    <span class={classes} title={title} data-annotation={annotation?.kind}>
      {text}
    </span>
  );
}

function PageTurn({ page, strings }: { page: number; strings: Strings }) {
  return (
    <span class="page-turn" title={strings.reading.pageTurn(page)} data-page-turn={page}>
      <span aria-hidden="true">{page}</span>
    </span>
  );
}

/** What is special about a sentence's link, in words; null when nothing is. */
export function remarkOn(sentence: Sentence, strings: Strings): string | null {
  if (sentence.unlinked !== null) {
    return (
      strings.reading.unlinkedReasons[sentence.unlinked] ??
      (sentence.side === 'original'
        ? strings.reading.unlinkedOriginal
        : strings.reading.unlinkedTranslation)
    );
  }
  return sentence.confidence < uncertainLinkBelow ? strings.reading.uncertainLink : null;
}

function sentenceUnder(event: Event): string | null {
  const element = (event.target as Element | null)?.closest?.<HTMLElement>('[data-sentence]');
  return element?.dataset['sentence'] ?? null;
}

/**
 * Scrolls a pane so that a sentence can be read, unless it already can: to the height of the selected
 * sentence in the other pane, so that the eye only has to go across, else to the upper third.
 */
function bringIntoSight(scroller: HTMLElement, id: string, selected: string): void {
  const element = sentenceElement(scroller, id);
  if (element === null || scroller.clientHeight === 0 || heightInSight(element) !== null) {
    return;
  }
  const frame = scroller.getBoundingClientRect();
  const place = element.getBoundingClientRect();
  const other = sentenceElement(document, selected);
  const height = (other === null ? null : heightInSight(other)) ?? frame.height / 3;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({
    top: scroller.scrollTop + place.top - frame.top - height,
    behavior: still ? 'auto' : 'smooth',
  });
}

/** How far below its pane's top a sentence stands, or null where it is not well in sight. */
function heightInSight(element: HTMLElement): number | null {
  const frame = element.closest('.text-scroller')?.getBoundingClientRect();
  if (frame === undefined) {
    return null;
  }
  const place = element.getBoundingClientRect();
  const margin = Math.min(48, frame.height / 8);
  const inSight = place.top >= frame.top + margin && place.bottom <= frame.bottom - margin;
  return inSight ? place.top - frame.top : null;
}

function sentenceElement(within: ParentNode, id: string): HTMLElement | null {
  return within.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(id)}"]`);
}

/** The kind under which a dragged sentence travels, so that nothing else can be dropped here. */
const dragKind = 'application/x-cotejo-sentence';

/** Lets sentences be dragged onto each other. */
function dragging(onDrop: (dragged: string, onto: string) => void) {
  const mark = (id: string | null) => {
    document.querySelectorAll('.is-drop').forEach((element) => element.classList.remove('is-drop'));
    if (id !== null) {
      sentenceElement(document, id)?.classList.add('is-drop');
    }
  };
  return {
    onDragStart: (event: DragEvent) => {
      const id = sentenceUnder(event);
      if (id !== null && event.dataTransfer !== null) {
        event.dataTransfer.setData(dragKind, id);
        event.dataTransfer.effectAllowed = 'link';
      }
    },
    onDragOver: (event: DragEvent) => {
      const id = sentenceUnder(event);
      if (id !== null && (event.dataTransfer?.types.includes(dragKind) ?? false)) {
        event.preventDefault();
        mark(id);
      }
    },
    onDragLeave: () => mark(null),
    onDrop: (event: DragEvent) => {
      const id = sentenceUnder(event);
      const dragged = event.dataTransfer?.getData(dragKind) ?? '';
      mark(null);
      if (id !== null && dragged !== '' && dragged !== id) {
        event.preventDefault();
        onDrop(dragged, id);
      }
    },
  };
}

/** Brings the beginning of a page in a text to its top. */
export function showFrom(side: Side, id: string): void {
  const element = document.querySelector<HTMLElement>(
    `.pane-${side}:not([hidden]) [data-sentence="${CSS.escape(id)}"]`,
  );
  const scroller = element?.closest<HTMLElement>('.text-scroller');
  if (element && scroller) {
    scroller.scrollTo({
      top:
        scroller.scrollTop +
        element.getBoundingClientRect().top -
        scroller.getBoundingClientRect().top -
        32,
    });
  }
}

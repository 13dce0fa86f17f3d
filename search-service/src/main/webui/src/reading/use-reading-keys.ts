/** The keyboard of the reading page. */
import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../interface/SearchField';
import { paneNames, type PaneName } from './panes';
import type { ParallelText, Sentence, Side } from './parallel-text';
import type { ScanCommand } from './ScanPane';

export type ReadingKeys = {
  text: ParallelText | null;
  selected: Sentence | null;
  /** Where walking begins when nothing is lit. */
  firstSentence: Sentence | null;
  page: number;
  /** Both texts in the order in which they lie. */
  sides: readonly Side[];
  onSelect: (id: string) => void;
  onReveal: (pane: PaneName) => void;
  onTurn: (page: number) => void;
  onClear: () => void;
  onScan: (command: ScanCommand) => void;
  onRecord: () => void;
  onFind: () => void;
  onCite: () => void;
  onToggle: (pane: PaneName) => void;
  /** What curators have beside; null for readers. */
  curating: {
    editing: boolean;
    onFinding: (step: 1 | -1) => void;
    onEditing: () => void;
    onTake: (id: string) => void;
  } | null;
};

export function useReadingKeys(keys: ReadingKeys): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const busy =
        event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event);
      if (!busy && document.querySelector('dialog[open]') === null) {
        if (handleKey(event, current.current)) {
          event.preventDefault();
        }
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const scanCommands: { readonly [key: string]: ScanCommand } = {
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit-page',
};

function handleKey(event: KeyboardEvent, keys: ReadingKeys): boolean {
  const { key } = event;
  const scanCommand = scanCommands[key];
  if (scanCommand !== undefined) {
    keys.onScan(scanCommand);
    return true;
  }
  switch (key) {
    case 'j':
      return walk(keys, focusedSentence(keys), 1);
    case 'k':
      return walk(keys, focusedSentence(keys), -1);
    case '[':
      keys.onTurn(keys.page - 1);
      return true;
    case ']':
      keys.onTurn(keys.page + 1);
      return true;
    case 'q':
      keys.onCite();
      return true;
    case 'f':
      keys.onFind();
      return true;
    case '1':
    case '2':
    case '3': {
      const pane = paneNames[Number(key) - 1];
      if (pane !== undefined) {
        keys.onToggle(pane);
      }
      return true;
    }
    case 'i':
      keys.onRecord();
      return true;
    case 'c':
      document.querySelector<HTMLButtonElement>('[data-copy-link]')?.click();
      return true;
    case 'Escape':
      keys.onClear();
      return true;
    default:
      return handleCurating(event, keys) || handleInText(event, keys);
  }
}

function handleCurating({ key }: KeyboardEvent, keys: ReadingKeys): boolean {
  if (keys.curating === null) {
    return false;
  }
  switch (key) {
    case 'n':
      keys.curating.onFinding(1);
      return true;
    case 'p':
      keys.curating.onFinding(-1);
      return true;
    case 'e':
      keys.curating.onEditing();
      return true;
    default:
      return keys.curating.editing && handleEditing(key, keys, keys.curating.onTake);
  }
}

/** The letters of the correction bar press its buttons, so that both always do the same. */
function handleEditing(key: string, keys: ReadingKeys, onTake: (id: string) => void): boolean {
  if (key === 'x') {
    const sentence = focusedSentence(keys);
    if (sentence !== null) {
      onTake(sentence.id);
    }
    return sentence !== null;
  }
  const button = document.querySelector<HTMLButtonElement>(
    `[data-correct-key="${CSS.escape(key)}"]`,
  );
  button?.click();
  return button !== null;
}

/** Keys that mean a sentence only where a sentence has the focus; elsewhere they scroll or pan. */
function handleInText(event: KeyboardEvent, keys: ReadingKeys): boolean {
  const id = (event.target as Element | null)?.closest?.<HTMLElement>('[data-sentence]')?.dataset[
    'sentence'
  ];
  const sentence = id === undefined ? null : (keys.text?.sentence(id) ?? null);
  if (keys.text === null || sentence === null) {
    return false;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      keys.onSelect(sentence.id);
      return true;
    case 'ArrowDown':
      return walk(keys, sentence, 1);
    case 'ArrowUp':
      return walk(keys, sentence, -1);
    case 'Home':
      return walk(keys, sentence, Number.NEGATIVE_INFINITY);
    case 'End':
      return walk(keys, sentence, Number.POSITIVE_INFINITY);
    case 'ArrowLeft':
    case 'ArrowRight': {
      // Across to the other text, on whichever hand it lies; the page is mirrored in some languages.
      const isMirrored = document.documentElement.dir === 'rtl';
      const step = (event.key === 'ArrowRight') === isMirrored ? -1 : 1;
      const other = keys.sides[keys.sides.indexOf(sentence.side) + step];
      const partner =
        other === undefined || other === sentence.side
          ? undefined
          : keys.text.partners(sentence.id)[0];
      if (partner === undefined) {
        return false;
      }
      light(keys, partner);
      return true;
    }
    default:
      return false;
  }
}

function walk(keys: ReadingKeys, from: Sentence | null, steps: number): boolean {
  const to = from === null ? keys.firstSentence : (keys.text?.neighbour(from.id, steps) ?? null);
  if (to === null) {
    return false;
  }
  light(keys, to);
  return true;
}

function light(keys: ReadingKeys, sentence: Sentence): void {
  keys.onSelect(sentence.id);
  keys.onReveal(sentence.side);
  // After the pane has been drawn with the new light.
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-sentence="${CSS.escape(sentence.id)}"]`)
      ?.focus({ preventScroll: true }),
  );
}

function focusedSentence(keys: ReadingKeys): Sentence | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-sentence]');
  const id = focused?.dataset['sentence'];
  const sentence = id === undefined ? null : keys.text?.sentence(id);
  return sentence ?? keys.selected;
}

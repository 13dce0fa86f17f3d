/** Looking for words in the open document. */
import { useMemo, useState } from 'preact/hooks';
import { findIn, firstFrom, type Match } from './find';
import type { ParallelText } from './parallel-text';

export type Finding = {
  open: boolean;
  /** Rises each time that the reader asks for the field. */
  asked: number;
  wanted: string;
  matches: readonly Match[];
  /** Place of the present match in the list; meaningless while there is none. */
  current: number;
  /** Matches by sentence, for the texts to mark; the present one says so. */
  marks: ReadonlyMap<string, readonly FoundMark[]>;
  ask: () => void;
  look: (wanted: string) => void;
  step: (steps: 1 | -1) => void;
  close: () => void;
};

export type FoundMark = { start: number; end: number; isCurrent: boolean };

/** Each step selects the sentence of the match, which lights its counterpart and its place on the scan. */
export function useFind(
  text: ParallelText | null,
  selected: string,
  onFound: (segment: string) => void,
): Finding {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [wanted, setWanted] = useState('');
  const [current, setCurrent] = useState(0);
  const matches = useMemo(
    () => (text === null || !open ? [] : findIn(text, wanted)),
    [text, open, wanted],
  );
  const marks = useMemo(() => {
    const bySegment = new Map<string, FoundMark[]>();
    matches.forEach(({ segment, start, end }, position) => {
      const known = bySegment.get(segment) ?? [];
      known.push({ start, end, isCurrent: position === current });
      bySegment.set(segment, known);
    });
    return bySegment;
  }, [matches, current]);
  const goTo = (list: readonly Match[], position: number) => {
    setCurrent(position);
    const match = list[position];
    if (match !== undefined) {
      onFound(match.segment);
    }
  };
  return {
    open,
    asked,
    wanted,
    matches,
    current,
    marks,
    ask: () => {
      setOpen(true);
      setAsked((times) => times + 1);
    },
    look: (next) => {
      setWanted(next);
      const list = text === null ? [] : findIn(text, next);
      if (text !== null) {
        goTo(list, firstFrom(list, text, selected));
      }
    },
    step: (steps) => {
      if (matches.length > 0) {
        goTo(matches, (current + steps + matches.length) % matches.length);
      }
    },
    close: () => {
      setOpen(false);
      // The keyboard goes on where one has come to, and not at the top of the page.
      document.querySelector<HTMLElement>('[data-sentence].is-selected')?.focus();
    },
  };
}

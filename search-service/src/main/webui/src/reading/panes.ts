/** The panes of the reading page: which are open, in which order, and how much room each has. */
import { useCallback, useState } from 'preact/hooks';
import { remembered } from '../interface/remembered';
import { useMedia } from '../interface/use-media';

export const paneNames = ['scan', 'original', 'translation'] as const;
export type PaneName = (typeof paneNames)[number];

/** Shares of the width by pane; `above` is the upper row's share of the height where panes are stacked. */
export type PaneSizes = { readonly [name in PaneName | 'above']: number };
export const usualSizes: PaneSizes = { scan: 1.12, original: 1, translation: 1, above: 0.46 };

/** How panes lie: side by side, the scan in a row of its own, or one at a time behind tabs. */
export type Arrangement = 'columns' | 'stacked' | 'tabs';

const closedKey = 'cotejo.panes';
const orderKey = 'cotejo.pane-order';
const sizesKey = 'cotejo.pane-sizes';

/** Below this width one pane has the whole window and the others wait behind tabs. */
const narrow = '(max-width: 759px)';
/** Below this width three panes side by side are too narrow to be read. */
const middle = '(max-width: 1199px)';

/** A pane never gets less than this share of what it divides with its neighbour. */
export const leastShare = 0.15;

export type Panes = {
  /** What the document has, in the reader's order. */
  available: readonly PaneName[];
  /** What is open, in the order in which it stands on the page. */
  open: readonly PaneName[];
  arrangement: Arrangement;
  sizes: PaneSizes;
  toggle: (pane: PaneName) => void;
  reveal: (pane: PaneName) => void;
  move: (pane: PaneName, steps: number) => void;
  resize: (sizes: PaneSizes) => void;
  /** Order and sizes as they are at first. */
  reset: () => void;
};

export function usePanes(offered: readonly PaneName[]): Panes {
  const isNarrow = useMedia(narrow);
  const isMiddle = useMedia(middle);
  const [closed, setClosed] = useState<readonly PaneName[]>(() =>
    readNames(remembered.get(closedKey)),
  );
  const [order, setOrder] = useState<readonly PaneName[]>(() =>
    completed(readNames(remembered.get(orderKey))),
  );
  const [sizes, setSizes] = useState<PaneSizes>(() => readSizes(remembered.get(sizesKey)));
  const [tab, setTab] = useState<PaneName>('original');

  const available = order.filter((pane) => offered.includes(pane));
  const openPanes = isNarrow
    ? [available.includes(tab) ? tab : (available[0] ?? 'original')]
    : openOf(available, closed);
  const arrangement = isNarrow
    ? 'tabs'
    : isMiddle && openPanes.length === paneNames.length
      ? 'stacked'
      : 'columns';

  const changeClosed = (next: readonly PaneName[]) => {
    remembered.set(closedKey, next.join(' '));
    setClosed(next);
  };
  const changeOrder = (next: readonly PaneName[]) => {
    remembered.set(orderKey, next.join(' '));
    setOrder(next);
  };
  const resize = useCallback((next: PaneSizes) => {
    remembered.set(sizesKey, writeSizes(next));
    setSizes(next);
  }, []);
  return {
    available,
    open: arrangement === 'stacked' ? scanAtAnEnd(openPanes) : openPanes,
    arrangement,
    sizes,
    resize,
    toggle: (pane) => {
      if (isNarrow) {
        setTab(pane);
      } else {
        changeClosed(toggled(pane, available, closed));
      }
    },
    reveal: (pane) => {
      if (isNarrow) {
        setTab(pane);
      } else if (closed.includes(pane)) {
        changeClosed(closed.filter((name) => name !== pane));
      }
    },
    move: (pane, steps) => changeOrder(moved(order, available, pane, steps)),
    reset: () => {
      changeOrder(paneNames);
      resize(usualSizes);
    },
  };
}

/** The open ones; never none, for an empty page helps nobody. */
export function openOf(
  available: readonly PaneName[],
  closed: readonly PaneName[],
): readonly PaneName[] {
  const open = available.filter((pane) => !closed.includes(pane));
  return open.length > 0 ? open : available;
}

export function toggled(
  pane: PaneName,
  available: readonly PaneName[],
  closed: readonly PaneName[],
): readonly PaneName[] {
  if (closed.includes(pane)) {
    return closed.filter((name) => name !== pane);
  }
  const isLastOpen = openOf(available, closed).every((name) => name === pane);
  return isLastOpen ? closed : [...closed, pane];
}

/** The order with a pane some places further on among those that the document has. */
export function moved(
  order: readonly PaneName[],
  available: readonly PaneName[],
  pane: PaneName,
  steps: number,
): readonly PaneName[] {
  const from = available.indexOf(pane);
  const to = Math.min(Math.max(from + steps, 0), available.length - 1);
  if (from < 0 || to === from) {
    return order;
  }
  const next = available.filter((name) => name !== pane);
  next.splice(to, 0, pane);
  return completed([...next, ...order.filter((name) => !available.includes(name))]);
}

/** The scan has a row of its own: above the texts, or below them where it comes last. */
export function scanAtAnEnd(open: readonly PaneName[]): readonly PaneName[] {
  const texts = open.filter((pane) => pane !== 'scan');
  return open.at(-1) === 'scan' ? [...texts, 'scan'] : ['scan', ...texts];
}

/** The sizes after the border between two panes has been drawn to a share of what both have. */
export function divided(
  sizes: PaneSizes,
  before: PaneName,
  after: PaneName,
  share: number,
): PaneSizes {
  const together = sizes[before] + sizes[after];
  const kept = clampShare(share);
  return { ...sizes, [before]: together * kept, [after]: together * (1 - kept) };
}

export function clampShare(share: number): number {
  return Math.min(Math.max(share, leastShare), 1 - leastShare);
}

function completed(order: readonly PaneName[]): readonly PaneName[] {
  return [...order, ...paneNames.filter((name) => !order.includes(name))];
}

function readNames(text: string | null): readonly PaneName[] {
  const names = (text ?? '').split(' ');
  return [...new Set(names)].filter((name): name is PaneName =>
    (paneNames as readonly string[]).includes(name),
  );
}

const sizeNames = [...paneNames, 'above'] as const;

export function writeSizes(sizes: PaneSizes): string {
  return sizeNames.map((name) => `${name}=${sizes[name].toFixed(4)}`).join(' ');
}

/** What was remembered; a size that makes no sense counts as never said. */
export function readSizes(text: string | null): PaneSizes {
  const sizes = { ...usualSizes };
  for (const [name, value] of (text ?? '').split(' ').map((entry) => entry.split('='))) {
    const known = sizeNames.find((candidate) => candidate === name);
    const size = Number(value);
    if (known !== undefined && size > 0 && size < (known === 'above' ? 1 : 10)) {
      sizes[known] = size;
    }
  }
  return sizes;
}

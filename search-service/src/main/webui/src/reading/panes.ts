/** The three panes of the reading page and which of them are open. */
import { useState } from 'preact/hooks';
import { remembered } from '../interface/remembered';
import { useMedia } from '../interface/use-media';

export const paneNames = ['scan', 'original', 'translation'] as const;
export type PaneName = (typeof paneNames)[number];

const storageKey = 'cotejo.panes';
/** Below this width one pane has the whole window and the others wait behind tabs. */
const narrow = '(max-width: 759px)';

export type Panes = {
  available: readonly PaneName[];
  open: readonly PaneName[];
  tabbed: boolean;
  toggle: (pane: PaneName) => void;
  reveal: (pane: PaneName) => void;
};

export function usePanes(available: readonly PaneName[]): Panes {
  const tabbed = useMedia(narrow);
  const [closed, setClosed] = useState<readonly PaneName[]>(readClosed);
  const [tab, setTab] = useState<PaneName>('original');
  const open = tabbed
    ? [available.includes(tab) ? tab : (available[0] ?? 'original')]
    : openOf(available, closed);
  const change = (next: readonly PaneName[]) => {
    remembered.set(storageKey, next.join(' '));
    setClosed(next);
  };
  return {
    available,
    open,
    tabbed,
    toggle: (pane) => {
      if (tabbed) {
        setTab(pane);
      } else {
        change(toggled(pane, available, closed));
      }
    },
    reveal: (pane) => {
      if (tabbed) {
        setTab(pane);
      } else if (closed.includes(pane)) {
        change(closed.filter((name) => name !== pane));
      }
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

function readClosed(): readonly PaneName[] {
  const names = (remembered.get(storageKey) ?? '').split(' ');
  return paneNames.filter((pane) => names.includes(pane));
}

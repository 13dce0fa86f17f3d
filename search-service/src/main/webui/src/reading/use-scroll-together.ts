/** Lets the text that the reader does not scroll follow the one that is scrolled, and the scan its page. */
import { useEffect, useRef } from 'preact/hooks';
import type { ParallelText, Side } from './parallel-text';
import { follow, rising, type Anchor } from './together';

/** Share of a pane's height at which one reads. */
const readingLine = 0.3;

export type Followed = {
  text: ParallelText | null;
  enabled: boolean;
  /** The panes as they lie; another value means that they have been laid out anew. */
  layout: string;
  onPage: (page: number) => void;
};

/**
 * Only the pane under the reader's hand leads: wheel, touch, pointer or key say which, so that a pane
 * that was moved by the other never moves that one in turn.
 */
export function useScrollTogether(followed: Followed): void {
  const current = useRef(followed);
  current.current = followed;
  const { text, enabled, layout } = followed;
  useEffect(() => {
    if (text === null || !enabled) {
      return undefined;
    }
    const panes = new Map<Side, HTMLElement>();
    for (const side of ['original', 'translation'] as const) {
      const scroller = document.querySelector<HTMLElement>(
        `.pane-${side}:not([hidden]) .text-scroller`,
      );
      if (scroller !== null) {
        panes.set(side, scroller);
      }
    }
    let leader: Side | null = null;
    let heights = new Map<string, number>();
    let frame = 0;
    const abort = new AbortController();
    const options = { signal: abort.signal, passive: true } as const;
    const forget = () => {
      heights = new Map();
    };
    const heightOf = (id: string, scroller: HTMLElement): number => {
      const known = heights.get(id);
      if (known !== undefined) {
        return known;
      }
      const element = scroller.querySelector(`[data-sentence="${CSS.escape(id)}"]`);
      const height =
        element === null
          ? 0
          : element.getBoundingClientRect().top -
            scroller.getBoundingClientRect().top +
            scroller.scrollTop;
      heights.set(id, height);
      return height;
    };
    const move = () => {
      const scroller = leader === null ? undefined : panes.get(leader);
      if (leader === null || scroller === undefined) {
        return;
      }
      const line = scroller.clientHeight * readingLine;
      const other = leader === 'original' ? 'translation' : 'original';
      const follower = panes.get(other);
      if (follower !== undefined) {
        const anchors: Anchor[] = text.side(leader).flatMap(({ id }) => {
          const partner = text.partners(id)[0];
          return partner === undefined
            ? []
            : [{ from: heightOf(id, scroller), to: heightOf(partner.id, follower) }];
        });
        const known = rising(anchors, scroller.scrollHeight, follower.scrollHeight);
        const atTop = scroller.scrollTop <= 0;
        follower.scrollTop = atTop
          ? 0
          : follow(known, scroller.scrollTop + line) - follower.clientHeight * readingLine;
      }
      const read = text
        .side(leader)
        .findLast(({ id }) => heightOf(id, scroller) <= scroller.scrollTop + line);
      const page = read === undefined ? undefined : text.pagesOf(read.id)[0];
      if (page !== undefined) {
        current.current.onPage(page);
      }
    };
    for (const [side, scroller] of panes) {
      const lead = () => {
        leader = side;
      };
      for (const sign of ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const) {
        scroller.addEventListener(sign, lead, options);
      }
      scroller.addEventListener(
        'scroll',
        () => {
          if (leader === side && frame === 0) {
            frame = requestAnimationFrame(() => {
              frame = 0;
              move();
            });
          }
        },
        options,
      );
    }
    // Keys of the page move sentences into sight by themselves; then nobody leads.
    document.addEventListener(
      'keydown',
      (event) => {
        if ((event.target as Element | null)?.closest?.('.text-scroller') === null) {
          leader = null;
        }
      },
      { ...options, capture: true },
    );
    const sizes = new ResizeObserver(forget);
    for (const scroller of panes.values()) {
      sizes.observe(scroller.firstElementChild ?? scroller);
    }
    return () => {
      abort.abort();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [text, enabled, layout]);
}

import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { useStrings } from '../interface/strings';
import { clampShare, divided, type PaneName, type Panes, usualSizes } from './panes';

/** The open panes in their order, with borders between them that can be drawn. */
export function Desk({
  panes,
  render,
}: {
  panes: Panes;
  render: (pane: PaneName) => ComponentChildren;
}) {
  const { open, arrangement, available } = panes;
  const closed = available.filter((pane) => !open.includes(pane));
  return (
    <div
      class="panes"
      data-panes={open.join(' ')}
      data-arrangement={arrangement}
      style={templateOf(panes)}
    >
      {/* One list, so that a pane that closes keeps its element and the place in its text. */}
      {[...open, ...closed].map((pane, position) => (
        <Fragment key={pane}>
          {position > 0 && position < open.length && arrangement !== 'tabs' && (
            <Border panes={panes} position={position} />
          )}
          {render(pane)}
        </Fragment>
      ))}
    </div>
  );
}

/** Tracks of the grid; the borders between panes are tracks of their own. */
function templateOf({ open, arrangement, sizes }: Panes): {
  gridTemplateColumns: string;
  gridTemplateRows: string;
  gridTemplateAreas: string;
} {
  const share = (size: number) => `minmax(0, ${size.toFixed(4)}fr)`;
  if (arrangement === 'stacked') {
    const [first, second] = open.filter((pane) => pane !== 'scan');
    const texts = `"${first} border-texts ${second}"`;
    const scan = '"scan scan scan"';
    const between = '"border-rows border-rows border-rows"';
    return {
      gridTemplateColumns: `${share(sizes[first ?? 'original'])} 1px ${share(sizes[second ?? 'translation'])}`,
      gridTemplateRows: `${share(sizes.above)} 1px ${share(1 - sizes.above)}`,
      gridTemplateAreas: (open[0] === 'scan'
        ? [scan, between, texts]
        : [texts, between, scan]
      ).join(' '),
    };
  }
  return {
    gridTemplateColumns: open.map((pane) => share(sizes[pane])).join(' 1px '),
    gridTemplateRows: 'minmax(0, 1fr)',
    gridTemplateAreas: `"${open
      .map((pane, position) => (position === 0 ? pane : `border-${position} ${pane}`))
      .join(' ')}"`,
  };
}

/** How far a border goes at a press of an arrow key. */
const stepShare = 0.04;

/** A border between panes: drawn with the pointer or the arrow keys, Enter or a double click sets it back. */
function Border({ panes, position }: { panes: Panes; position: number }) {
  const strings = useStrings();
  const element = useRef<HTMLDivElement>(null);
  const { open, arrangement, sizes, resize } = panes;
  const before = open[position - 1] ?? 'scan';
  const after = open[position] ?? 'original';
  const isRows = arrangement === 'stacked' && (before === 'scan' || after === 'scan');
  const share = isRows ? sizes.above : sizes[before] / (sizes[before] + sizes[after]);
  const drawTo = (wanted: number) =>
    resize(
      isRows ? { ...sizes, above: clampShare(wanted) } : divided(sizes, before, after, wanted),
    );
  const usual = isRows
    ? usualSizes.above
    : usualSizes[before] / (usualSizes[before] + usualSizes[after]);

  const onPointerMove = (event: PointerEvent) => {
    const grid = element.current?.parentElement;
    if (!grid || !element.current?.hasPointerCapture(event.pointerId)) {
      return;
    }
    const frame = (pane: PaneName) =>
      grid.querySelector(`[data-pane=${pane}]`)?.getBoundingClientRect() ?? new DOMRect();
    const [one, other] = [frame(before), frame(after)];
    if (isRows) {
      const box = grid.getBoundingClientRect();
      drawTo((event.clientY - box.top) / box.height);
    } else if (one.left <= other.left) {
      drawTo((event.clientX - one.left) / (other.right - one.left));
    } else {
      drawTo((one.right - event.clientX) / (one.right - other.left));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored =
      !isRows && getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const forward = isRows ? 'ArrowDown' : isMirrored ? 'ArrowLeft' : 'ArrowRight';
    const back = isRows ? 'ArrowUp' : isMirrored ? 'ArrowRight' : 'ArrowLeft';
    const wanted = new Map([
      [forward, share + stepShare],
      [back, share - stepShare],
      ['Home', 0],
      ['End', 1],
      ['Enter', usual],
    ]).get(event.key);
    if (wanted !== undefined) {
      event.preventDefault();
      drawTo(wanted);
    }
  };
  return (
    <div
      ref={element}
      class={`pane-border ${isRows ? 'pane-border-rows' : ''}`}
      style={{
        gridArea: isRows
          ? 'border-rows'
          : arrangement === 'stacked'
            ? 'border-texts'
            : `border-${position}`,
      }}
      role="separator"
      tabIndex={0}
      aria-orientation={isRows ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(100 * share)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={strings.reading.border(strings.reading[before], strings.reading[after])}
      title={strings.reading.borderHint}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onDblClick={() => drawTo(usual)}
      onKeyDown={onKeyDown}
    />
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { getImage } from '../api/client';
import type { Page } from '../api/shapes';
import { currentToken } from '../api/token';
import { Icon, type IconName } from '../interface/Icon';
import { Notice } from '../interface/Notice';
import { useStrings } from '../interface/strings';
import { useToken } from '../interface/use-token';
import type { LitBox } from './lighting';
import { PageStrip } from './PageStrip';
import { ScanViewer, type PagePoint } from './scan-viewer';

export type ScanCommand = 'zoom-in' | 'zoom-out' | 'fit-page' | 'fit-width';

export function ScanPane({
  pages,
  page,
  shown,
  boxes,
  command,
  onCommand,
  onTurn,
  onPick,
  onHover,
}: {
  pages: readonly Page[];
  page: number;
  /** The pages to show: the current one, and those that a lit sentence also lies on. */
  shown: readonly number[];
  boxes: readonly LitBox[];
  /** What the keyboard asked for last; the number tells two equal wishes apart. */
  command: { name: ScanCommand; number: number } | null;
  onCommand: (name: ScanCommand) => void;
  onTurn: (page: number) => void;
  onPick: (point: PagePoint) => void;
  onHover: (point: PagePoint | null) => void;
}) {
  const strings = useStrings();
  const element = useRef<HTMLDivElement>(null);
  const viewer = useRef<ScanViewer | null>(null);
  const events = useRef({ onPick, onHover });
  events.current = { onPick, onHover };
  const [failedPage, setFailedPage] = useState<number | null>(null);
  const token = useToken();

  useEffect(() => {
    if (element.current === null) {
      return undefined;
    }
    const addresses = new PageAddresses();
    const headers: Record<string, string> =
      token === null ? {} : { Authorization: `Bearer ${token}` };
    const made = new ScanViewer(element.current, pages, (wanted) => addresses.of(wanted), headers, {
      onPick: (point) => events.current.onPick(point),
      onHover: (point) => events.current.onHover(point),
      onFailure: setFailedPage,
    });
    viewer.current = made;
    return () => {
      viewer.current = null;
      made.destroy();
      addresses.release();
    };
  }, [pages, token]);

  const shownKey = shown.join();
  useEffect(() => {
    setFailedPage(null);
    viewer.current?.show(shown);
  }, [shownKey, pages, token]);

  const first = useRef(true);
  useEffect(() => {
    viewer.current?.fitWell(page, first.current);
    first.current = false;
  }, [page, pages, token]);

  const selectedKey = useMemo(
    () =>
      boxes
        .filter(({ light }) => light === 'selected')
        .map(({ segment, box }) => `${segment}:${box.page}:${box.x}:${box.y}`)
        .join(),
    [boxes],
  );
  useEffect(() => viewer.current?.drawBoxes(boxes), [boxes, shownKey, pages, token]);
  useEffect(() => {
    viewer.current?.reveal(boxes.filter(({ light }) => light === 'selected'));
  }, [selectedKey, page, pages, token]);

  useEffect(() => {
    switch (command?.name) {
      case 'zoom-in':
        viewer.current?.zoomBy(1.4);
        break;
      case 'zoom-out':
        viewer.current?.zoomBy(1 / 1.4);
        break;
      case 'fit-page':
        viewer.current?.fitAsAsked(page, 'page');
        break;
      case 'fit-width':
        viewer.current?.fitAsAsked(page, 'width');
        break;
      case undefined:
        break;
    }
  }, [command]);

  return (
    <section
      class="pane pane-scan"
      aria-label={strings.reading.scan}
      data-pane="scan"
      style={{ gridArea: 'scan' }}
    >
      <div class="scan-tools">
        <ToolButton
          icon="left"
          label={strings.reading.previousPage}
          disabled={page <= (pages[0]?.page ?? 1)}
          onClick={() => onTurn(page - 1)}
        />
        <span class="scan-page" aria-live="polite">
          {strings.reading.pageOf(page, pages.length)}
        </span>
        <ToolButton
          icon="right"
          label={strings.reading.nextPage}
          disabled={page >= (pages.at(-1)?.page ?? 1)}
          onClick={() => onTurn(page + 1)}
        />
        <span class="spring" />
        <ToolButton
          icon="minus"
          label={strings.reading.zoomOut}
          onClick={() => onCommand('zoom-out')}
        />
        <ToolButton
          icon="plus"
          label={strings.reading.zoomIn}
          onClick={() => onCommand('zoom-in')}
        />
        <ToolButton
          icon="page"
          label={strings.reading.fitPage}
          onClick={() => onCommand('fit-page')}
        />
        <ToolButton
          icon="width"
          label={strings.reading.fitWidth}
          onClick={() => onCommand('fit-width')}
        />
      </div>
      <div class="scan-frame">
        <div
          ref={element}
          class="scan-viewer"
          role="group"
          aria-label={strings.reading.scanLabel(page)}
        />
        {failedPage !== null && (
          <div class="scan-failure">
            <Notice title={strings.reading.imageFailed} tone="fault">
              <p>{strings.pageNumber(failedPage)}</p>
            </Notice>
          </div>
        )}
      </div>
      {pages.length > 1 && <PageStrip pages={pages} page={page} boxes={boxes} onTurn={onTurn} />}
    </section>
  );
}

function ToolButton({
  icon,
  label,
  disabled = false,
  onClick,
}: {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="button button-icon button-quiet"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Addresses of page images; with a token the bytes are fetched with it and kept until release. */
class PageAddresses {
  private readonly abort = new AbortController();
  private readonly fetched = new Map<string, Promise<string>>();

  of(image: string): Promise<string> {
    if (currentToken() === null) {
      return Promise.resolve(image);
    }
    const known = this.fetched.get(image);
    if (known !== undefined) {
      return known;
    }
    const address = getImage(image, this.abort.signal).then((blob) => URL.createObjectURL(blob));
    address.catch(() => this.fetched.delete(image));
    this.fetched.set(image, address);
    return address;
  }

  release(): void {
    this.abort.abort();
    for (const address of this.fetched.values()) {
      address.then((url) => URL.revokeObjectURL(url)).catch(() => undefined);
    }
  }
}

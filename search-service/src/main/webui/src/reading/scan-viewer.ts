/** The page images on OpenSeadragon: pages below each other in one world, boxes laid over them. */
import OpenSeadragon from 'openseadragon';
import type { Page } from '../api/shapes';
import {
  placePages,
  toPage,
  toWorld,
  unionOf,
  type Placement,
  type Point,
  type Rectangle,
} from './boxes';
import type { LitBox } from './lighting';
import { tileInfoOf } from './tile-source';

export type Fit = 'page' | 'width';
export type PagePoint = Point & { page: number };

export type ScanEvents = {
  onPick: (point: PagePoint) => void;
  onHover: (point: PagePoint | null) => void;
  onFailure: (page: number) => void;
};

/** Below this width on the screen a typed page cannot be read; then it is fitted by its width. */
const readablePagePixels = 380;

/** Height of a typed line on the screen below which a lit sentence is brought nearer, and how near. */
const readableLinePixels = { least: 11, wanted: 15 };

export class ScanViewer {
  private readonly viewer: OpenSeadragon.Viewer;
  private readonly placements: readonly Placement[];
  private readonly items = new Map<number, OpenSeadragon.TiledImage>();
  /** The pages in small, under the tiles until these are there: tiles are made when first asked for. */
  private readonly drafts = new Map<number, OpenSeadragon.TiledImage>();
  private readonly tracker: OpenSeadragon.MouseTracker;
  private readonly onFailure: (page: number) => void;
  private wanted = new Set<number>();
  private fitted: { page: number; fit: Fit } | null = null;
  /** Whether the reader has said how near the page shall be; then nothing else decides it. */
  private chosen = false;
  /** What was brought into sight last, as long as the reader has not gone elsewhere. */
  private revealed: readonly LitBox[] = [];

  constructor(
    element: HTMLElement,
    private readonly pages: readonly Page[],
    /** Address of an image of a page: its thumbnail, or the whole of it for a service without tiles. */
    private readonly addressOf: (image: string) => Promise<string>,
    /** What tiles are asked for with. */
    private readonly headers: Record<string, string>,
    events: ScanEvents,
  ) {
    this.placements = placePages(pages);
    this.onFailure = events.onFailure;
    declareInjectedStyle();
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.viewer = new OpenSeadragon.Viewer({
      element,
      // One picture a page and no shader work: the plain canvas is the surest drawer.
      drawer: 'canvas',
      showNavigationControl: false,
      preserveViewport: true,
      visibilityRatio: 0.2,
      minZoomImageRatio: 0.4,
      maxZoomPixelRatio: 3,
      animationTime: still ? 0 : 0.5,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: false },
      gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true },
      gestureSettingsPen: { clickToZoom: false, dblClickToZoom: false },
    });
    this.viewer.addHandler('canvas-click', (event) => {
      if (event.quick) {
        const point = this.pagePoint(event.position);
        if (point !== null) {
          events.onPick(point);
        }
      }
    });
    this.viewer.addHandler('tile-load-failed', ({ tiledImage }) => {
      for (const [number, item] of this.items) {
        if (item === tiledImage) {
          this.onFailure(number);
        }
      }
    });
    // Letters belong to the reading page's own keys; arrows keep panning the focused image.
    this.viewer.addHandler('canvas-key', (event) => {
      const pressed = event.originalEvent as KeyboardEvent;
      event.preventDefaultAction = !pressed.key.startsWith('Arrow');
    });
    this.viewer.addHandler('resize', () => {
      if (this.fitted !== null) {
        this.fit(this.fitted.page, this.fitted.fit, true);
      } else {
        // The viewer keeps the middle that it had before, and so forgets a move that was under way.
        this.reveal(this.revealed);
      }
    });
    this.viewer.addHandler('canvas-drag', () => {
      this.revealed = [];
      this.release();
    });
    this.viewer.addHandler('canvas-scroll', () => this.choose());
    this.viewer.addHandler('canvas-pinch', () => this.choose());
    this.tracker = new OpenSeadragon.MouseTracker({
      element: this.viewer.canvas,
      moveHandler: (event) => {
        const { position, pointerType } = event as unknown as {
          position: OpenSeadragon.Point;
          pointerType: string;
        };
        if (pointerType === 'mouse') {
          events.onHover(this.pagePoint(position));
        }
      },
      leaveHandler: () => events.onHover(null),
    });
  }

  /** Loads the pages that are wanted and drops the others. */
  show(numbers: readonly number[]): void {
    this.wanted = new Set(numbers);
    for (const shown of [this.items, this.drafts]) {
      for (const [number, item] of shown) {
        if (!this.wanted.has(number)) {
          this.viewer.world.removeItem(item);
          shown.delete(number);
        }
      }
    }
    numbers
      .filter((number) => !this.items.has(number) && !this.drafts.has(number))
      .forEach((number) => void this.loadDraft(number));
    numbers.filter((number) => !this.items.has(number)).forEach((number) => void this.load(number));
  }

  /** Draws these boxes and no others. */
  drawBoxes(boxes: readonly LitBox[]): void {
    this.viewer.clearOverlays();
    for (const lit of boxes) {
      const placement = this.placement(lit.box.page);
      if (placement === null || !this.wanted.has(lit.box.page)) {
        continue;
      }
      const { x, y, width, height } = toWorld(lit.box, placement);
      this.viewer.addOverlay({
        element: boxElement(lit),
        location: new OpenSeadragon.Rect(x, y, width, height),
      });
    }
  }

  /** Shows a page as a whole, or as wide as there is room, from its top. */
  fit(page: number, fit: Fit, immediately = false): void {
    const placement = this.placement(page);
    if (placement === null) {
      return;
    }
    this.fitted = { page, fit };
    const size = this.viewer.viewport.getContainerSize();
    const margin = 0.02;
    const width = placement.width + 2 * margin;
    const height = fit === 'page' ? placement.height + 2 * margin : (width * size.y) / size.x;
    this.viewer.viewport.fitBounds(
      new OpenSeadragon.Rect(placement.x - margin, placement.y - margin, width, height),
      immediately,
    );
  }

  /** The same at the reader's wish. */
  fitAsAsked(page: number, fit: Fit): void {
    this.choose();
    this.fit(page, fit);
  }

  /** The fit in which a page can be read in this window. */
  fitWell(page: number, immediately = false): void {
    const placement = this.placement(page);
    const size = this.viewer.viewport.getContainerSize();
    const widthWhenWhole =
      placement === null ? 0 : Math.min(size.x, (size.y * placement.width) / placement.height);
    this.fit(page, widthWhenWhole >= readablePagePixels ? 'page' : 'width', immediately);
  }

  /** Brings boxes into sight with as little movement as possible. */
  reveal(boxes: readonly LitBox[]): void {
    this.revealed = boxes;
    const places = boxes.flatMap((lit) => {
      const placement = this.placement(lit.box.page);
      return placement === null || !this.wanted.has(lit.box.page)
        ? []
        : [toWorld(lit.box, placement)];
    });
    const target = unionOf(places);
    if (target === null || this.approach(target, Math.min(...places.map(({ height }) => height)))) {
      return;
    }
    const margin = 0.02;
    const bounds = this.viewer.viewport.getBounds(false);
    const fitsIn =
      target.width + 2 * margin <= bounds.width && target.height + 2 * margin <= bounds.height;
    const inSight =
      target.x >= bounds.x &&
      target.y >= bounds.y &&
      target.x + target.width <= bounds.x + bounds.width &&
      target.y + target.height <= bounds.y + bounds.height;
    if (inSight) {
      return;
    }
    this.release();
    if (fitsIn) {
      const x =
        target.x >= bounds.x && target.x + target.width <= bounds.x + bounds.width
          ? bounds.x + bounds.width / 2
          : target.x + target.width / 2;
      this.viewer.viewport.panTo(new OpenSeadragon.Point(x, target.y + target.height / 2), false);
    } else {
      this.viewer.viewport.fitBounds(
        new OpenSeadragon.Rect(
          target.x - margin,
          target.y - margin,
          target.width + 2 * margin,
          target.height + 2 * margin,
        ),
        false,
      );
    }
  }

  /** Goes so near to a place that its lines can be read; false where that is no nearer than now. */
  private approach(target: Rectangle, lineHeight: number): boolean {
    const { viewport } = this.viewer;
    const bounds = viewport.getBounds(false);
    const size = viewport.getContainerSize();
    if (this.chosen || (lineHeight * size.x) / bounds.width >= readableLinePixels.least) {
      return false;
    }
    const margin = 0.03;
    const aspect = size.x / size.y;
    const width = Math.max(
      (lineHeight * size.x) / readableLinePixels.wanted,
      target.width + 2 * margin,
      (target.height + 2 * margin) * aspect,
    );
    if (width >= bounds.width) {
      return false;
    }
    this.release();
    const height = width / aspect;
    const paper = unionOf(this.placements.filter(({ page }) => this.wanted.has(page))) ?? target;
    viewport.fitBounds(
      new OpenSeadragon.Rect(
        within(target.x + target.width / 2 - width / 2, width, paper.x, paper.width, margin),
        within(target.y + target.height / 2 - height / 2, height, paper.y, paper.height, margin),
        width,
        height,
      ),
      false,
    );
    return true;
  }

  zoomBy(factor: number): void {
    this.choose();
    this.viewer.viewport.zoomBy(factor);
    this.viewer.viewport.applyConstraints();
  }

  destroy(): void {
    this.wanted.clear();
    this.tracker.destroy();
    this.viewer.destroy();
  }

  /** From here on the reader has chosen a view; a change of size keeps it. */
  private release(): void {
    this.fitted = null;
  }

  private choose(): void {
    this.chosen = true;
    this.revealed = [];
    this.release();
  }

  private async loadDraft(number: number): Promise<void> {
    const page = this.pages.find((candidate) => candidate.page === number);
    const placement = this.placement(number);
    if (page === undefined || placement === null || tileInfoOf(page) === null) {
      return;
    }
    let url: string;
    try {
      url = await this.addressOf(page.thumbnail);
    } catch {
      return; // Whether the page can be had at all is told by its tiles.
    }
    if (!this.wanted.has(number) || this.drafts.has(number)) {
      return;
    }
    this.viewer.addTiledImage({
      tileSource: { type: 'image', url },
      index: 0,
      x: placement.x,
      y: placement.y,
      width: placement.width,
      success: (event) => {
        const item = (event as unknown as { item: OpenSeadragon.TiledImage }).item;
        if (this.wanted.has(number) && !this.drafts.has(number)) {
          this.drafts.set(number, item);
        } else {
          this.viewer.world.removeItem(item);
        }
      },
    });
  }

  private async load(number: number): Promise<void> {
    const page = this.pages.find((candidate) => candidate.page === number);
    const placement = this.placement(number);
    if (page === undefined || placement === null) {
      return;
    }
    let tileSource: object;
    try {
      tileSource = tileInfoOf(page) ?? { type: 'image', url: await this.addressOf(page.image) };
    } catch {
      if (this.wanted.has(number)) {
        this.onFailure(number);
      }
      return;
    }
    if (!this.wanted.has(number) || this.items.has(number)) {
      return;
    }
    this.viewer.addTiledImage({
      tileSource,
      // An image element sends no token, so that with one the tiles are fetched.
      loadTilesWithAjax: Object.keys(this.headers).length > 0,
      ajaxHeaders: this.headers,
      x: placement.x,
      y: placement.y,
      width: placement.width,
      success: (event) => {
        const item = (event as unknown as { item: OpenSeadragon.TiledImage }).item;
        if (this.wanted.has(number) && !this.items.has(number)) {
          this.items.set(number, item);
        } else {
          this.viewer.world.removeItem(item);
        }
      },
      error: () => {
        if (this.wanted.has(number)) {
          this.onFailure(number);
        }
      },
    });
  }

  private placement(page: number): Placement | null {
    return this.placements.find((placement) => placement.page === page) ?? null;
  }

  private pagePoint(position: OpenSeadragon.Point): PagePoint | null {
    return toPage(
      this.viewer.viewport.pointFromPixel(position, true),
      this.placements.filter(({ page }) => this.wanted.has(page)),
    );
  }
}

/**
 * OpenSeadragon puts a <style> into the page unless one so marked is there, which a strict
 * Content-Security-Policy refuses and reports. What it would say stands in our own style sheet; this
 * element, in no namespace and so without any effect, tells it that nothing is missing.
 */
function declareInjectedStyle(): void {
  if (document.querySelector('style[data-openseadragon-mobile-css]') === null) {
    const marker = document.createElementNS('', 'style');
    marker.setAttribute('data-openseadragon-mobile-css', 'true');
    document.head.append(marker);
  }
}

/** Where a window of a size begins so that it shows no more than a margin beside the paper. */
function within(
  start: number,
  size: number,
  paperStart: number,
  paperSize: number,
  margin: number,
): number {
  return Math.max(Math.min(start, paperStart + paperSize + margin - size), paperStart - margin);
}

function boxElement({ segment, box, light, uncertain }: LitBox): HTMLElement {
  const element = document.createElement('div');
  element.className = `box box-${light}${uncertain ? ' box-uncertain' : ''}`;
  // Only lit boxes answer to `data-segment`; what is hovered or searched goes by its own name.
  const nameOf = {
    selected: 'segment',
    partner: 'segment',
    preview: 'preview',
    word: 'markOf',
    aside: 'aside',
    finding: 'finding',
  };
  element.dataset[nameOf[light]] = segment;
  element.dataset['light'] = light;
  element.dataset['page'] = String(box.page);
  element.dataset['x'] = String(box.x);
  element.dataset['y'] = String(box.y);
  element.dataset['width'] = String(box.width);
  element.dataset['height'] = String(box.height);
  return element;
}

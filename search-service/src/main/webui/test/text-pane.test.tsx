import { render, type ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lightingOf } from '../src/reading/lighting';
import { ParallelText, type Side } from '../src/reading/parallel-text';
import { TextPane } from '../src/reading/TextPane';
import type { Furniture } from '../src/api/shapes';
import type { FoundMark } from '../src/reading/use-find';
import { bitext, box } from './fixtures';

const text = ParallelText.ofBitext(bitext);
const onSelect = vi.fn();
const onFurniture = vi.fn();
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  onSelect.mockReset();
  onFurniture.mockReset();
});

type More = {
  text?: ParallelText;
  found?: ReadonlyMap<string, readonly FoundMark[]>;
  furniture?: readonly Furniture[];
  editing?: ComponentProps<typeof TextPane>['editing'];
};

function show(side: Side, selected: string, queryWords: string[] = [], more: More = {}): void {
  act(() =>
    render(
      <TextPane
        side={side}
        open
        position={0}
        title={side}
        caption={null}
        language="es"
        sentences={(more.text ?? text).side(side)}
        parts={[]}
        lights={lightingOf(text, selected, '').lights}
        selected={selected}
        reachable={selected}
        queryWords={queryWords}
        found={more.found ?? new Map()}
        furniture={more.furniture ?? []}
        options={{ together: true, annotations: true, furniture: true, doubt: true }}
        inQuestion={new Set()}
        editing={more.editing ?? null}
        onSelect={onSelect}
        onHover={() => undefined}
        onFurniture={onFurniture}
        onClose={null}
      />,
      root,
    ),
  );
}

const sentence = (id: string) => root.querySelector<HTMLElement>(`[data-sentence=${id}]`);

describe('a text on the reading page', () => {
  it('lights the selected sentence and its companions', () => {
    show('original', 's1');
    expect(sentence('s1')?.className).toContain('is-selected');
    expect(sentence('s1')?.getAttribute('aria-pressed')).toBe('true');
    expect(sentence('s2')?.className).toContain('is-partner');
    expect(sentence('s3')?.dataset['light']).toBeUndefined();
  });

  it('lights the counterpart in the other text', () => {
    show('translation', 's3');
    expect(sentence('t2')?.className).toContain('is-partner');
    expect(sentence('t2')?.className).toContain('is-uncertain');
  });

  it('says what has no counterpart', () => {
    show('original', '');
    expect(sentence('s4')?.className).toContain('is-unlinked');
    expect(sentence('s4')?.title).toBe('Left out of the translation');
  });

  it('is one tab stop', () => {
    show('original', 's2');
    const stops = [...root.querySelectorAll('[data-sentence]')].filter(
      (element) => (element as HTMLElement).tabIndex === 0,
    );
    expect(stops).toEqual([sentence('s2')]);
  });

  it('shows page breaks before and inside sentences without changing the text', () => {
    show('original', '');
    expect(
      [...root.querySelectorAll<HTMLElement>('[data-page-turn]')].map(
        (turn) => turn.dataset['pageTurn'],
      ),
    ).toEqual(['1', '2']);
    expect(sentence('s3')?.querySelector('[data-page-turn="2"]')).not.toBeNull();
    expect(sentence('s2')?.textContent).toBe('Dos.');
  });

  it('marks searched, doubtful and inserted words', () => {
    show('original', '', ['uno']);
    expect(sentence('s1')?.querySelector('mark')?.textContent).toBe('Uno');
    expect(sentence('s2')?.querySelector('.uncertain-word')?.textContent).toBe('Dos.');
    show('translation', '');
    expect(sentence('t1')?.querySelector('[data-annotation=square]')?.textContent).toBe('[sic]');
  });

  it('leaves the brackets of the author as they are', () => {
    const own = ParallelText.ofBitext({
      ...bitext,
      annotations: [
        { start: 0, end: 3, kind: 'round', type: 'round-in-source' },
        { start: 8, end: 11, kind: 'round', type: 'round-inserted' },
      ],
    });
    show('translation', '', [], { text: own });
    expect(
      [...(sentence('t1')?.querySelectorAll('[data-annotation]') ?? [])].map((one) => [
        one.getAttribute('data-annotation'),
        one.textContent,
        one.getAttribute('title'),
      ]),
    ).toEqual([['round-inserted', 'two', 'Put in by the translator']]);
  });

  it('hands a click on a word on as its sentence', () => {
    show('original', '', ['tres']);
    act(() => sentence('s3')?.querySelector('mark')?.click());
    expect(onSelect).toHaveBeenCalledWith('s3');
  });

  it('marks what is looked for, and where one is', () => {
    const marks = [
      { start: 0, end: 4, isCurrent: false },
      { start: 5, end: 10, isCurrent: true },
    ];
    show('original', 's3', [], { found: new Map([['s3', marks]]) });
    expect(
      [...(sentence('s3')?.querySelectorAll('mark') ?? [])].map((mark) => [
        mark.className,
        mark.textContent,
      ]),
    ).toEqual([
      ['found', 'Tres'],
      ['found-current', 'pasan'],
    ]);
  });

  it('folds away what was set aside, and hands on what is chosen', () => {
    const letterhead: Furniture = {
      page: 1,
      type: 'letterhead',
      text: 'MINISTERIO',
      boxes: [box(1, 10, 10, 300)],
    };
    show('original', '', [], { furniture: [letterhead] });
    const fold = root.querySelector('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toBe('Set aside on page 1: letterhead');
    act(() => fold?.querySelector('button')?.click());
    expect(onFurniture).toHaveBeenCalledWith(letterhead, true);
  });

  it('hands on what is dropped and what is taken into a link', () => {
    const editing = {
      draft: { original: ['s3'], translation: ['t2'] },
      onToggle: vi.fn(),
      onDrop: vi.fn(),
    };
    show('original', 's3', [], { editing });
    expect(sentence('s3')?.className).toContain('is-in-draft');
    expect(sentence('s1')?.getAttribute('draggable')).toBe('true');
    act(() => {
      sentence('s2')?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    });
    expect(editing.onToggle).toHaveBeenCalledWith('s2');
    expect(onSelect).not.toHaveBeenCalled();
    const carried = {
      types: ['application/x-cotejo-sentence'],
      getData: () => 't1',
    };
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: carried });
    act(() => {
      sentence('s2')?.dispatchEvent(drop);
    });
    expect(editing.onDrop).toHaveBeenCalledWith('t1', 's2');
  });
});

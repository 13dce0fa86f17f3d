import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lightingOf } from '../src/reading/lighting';
import { ParallelText, type Side } from '../src/reading/parallel-text';
import { TextPane } from '../src/reading/TextPane';
import { bitext } from './fixtures';

const text = ParallelText.ofBitext(bitext);
const onSelect = vi.fn();
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  onSelect.mockReset();
});

function show(side: Side, selected: string, queryWords: string[] = []): void {
  act(() =>
    render(
      <TextPane
        side={side}
        open
        title={side}
        caption={null}
        language="es"
        sentences={text.side(side)}
        parts={[]}
        lights={lightingOf(text, selected, '').lights}
        selected={selected}
        reachable={selected}
        queryWords={queryWords}
        onSelect={onSelect}
        onHover={() => undefined}
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

  it('hands a click on a word on as its sentence', () => {
    show('original', '', ['tres']);
    act(() => sentence('s3')?.querySelector('mark')?.click());
    expect(onSelect).toHaveBeenCalledWith('s3');
  });
});

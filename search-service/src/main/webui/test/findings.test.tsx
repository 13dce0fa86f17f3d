import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../src/api/shapes';
import { forgetToken, storeToken } from '../src/api/token';
import { findingSentence } from '../src/curating/finding-sentence';
import { FindingsPanel } from '../src/curating/FindingsPanel';
import { neighbourOf, sentencesInQuestion, shownFindings } from '../src/curating/shown-findings';
import { useFindings, type Findings } from '../src/curating/use-findings';
import { en } from '../src/interface/en';
import { es } from '../src/interface/es';
import type { Reading } from '../src/reading/load-reading';
import { box } from './fixtures';

function finding(key: string, segment: string, more: Partial<Finding> = {}): Finding {
  return {
    key,
    rule: 'number',
    severity: 'error',
    message: 'The numbers differ.',
    phrase: null,
    quotes: [],
    state: 'open',
    note: null,
    author: null,
    changedAt: null,
    source: { segments: [segment], start: 0, end: 2, text: '45', boxes: [box(1, 5, 5, 20)] },
    target: { segments: ['t1'], start: 0, end: 2, text: '54', boxes: [] },
    ...more,
  };
}

const list = [
  finding('b', 's10'),
  finding('a', 's2', { severity: 'note', rule: 'quotation' }),
  finding('c', 's2'),
  finding('d', 's1', { state: 'accepted', note: 'The scan has 45.', author: 'vega' }),
];

describe('findings', () => {
  it('stand in the order of the text, the gravest first', () => {
    expect(shownFindings(list, 'open').map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(shownFindings(list, 'all')).toHaveLength(4);
    expect(shownFindings(list, 'dismissed')).toEqual([]);
  });

  it('name the sentences of those that are open', () => {
    expect(sentencesInQuestion(list)).toEqual(new Set(['s10', 's2', 't1']));
  });

  it('are walked through from either end', () => {
    const open = shownFindings(list, 'open');
    expect(neighbourOf(open, '', 1)?.key).toBe('c');
    expect(neighbourOf(open, '', -1)?.key).toBe('b');
    expect(neighbourOf(open, 'a', 1)?.key).toBe('b');
    expect(neighbourOf(open, 'b', 1)).toBeNull();
  });
});

describe('the sentence of a finding', () => {
  const said = { phrase: 'other-number', quotes: ['45 $&', '54'] };

  it('is in the language of the interface, with the words of the texts', () => {
    expect(findingSentence(said, es.findings.phrases)).toBe(
      'El original dice «45 $&», la traducción dice «54».',
    );
  });

  it('quotes as many words in each language', () => {
    const quotes = (sentence: string) => sentence.split('%s').length;
    for (const [phrase, sentence] of Object.entries(en.findings.phrases)) {
      expect(findingSentence({ phrase, quotes: [] }, es.findings.phrases) === null).toBe(
        quotes(sentence) > 1,
      );
    }
  });

  it('is left to the service when it says what this page does not know', () => {
    expect(findingSentence({ phrase: null, quotes: [] }, es.findings.phrases)).toBeNull();
    expect(findingSentence({ phrase: 'constructor', quotes: [] }, es.findings.phrases)).toBeNull();
    expect(findingSentence({ ...said, quotes: ['45'] }, es.findings.phrases)).toBeNull();
  });
});

describe('the panel of findings', () => {
  let root: HTMLElement;
  const change = vi.fn();
  const onShow = vi.fn();
  beforeEach(() => {
    root = document.createElement('div');
    document.body.append(root);
    act(() =>
      render(
        <FindingsPanel
          findings={{ list, busy: false, failure: null, change }}
          current="c"
          languages={{ original: 'es', translation: 'en' }}
          onShow={onShow}
          onClose={() => undefined}
        />,
        root,
      ),
    );
  });
  afterEach(() => {
    render(null, root);
    root.remove();
    change.mockReset();
    onShow.mockReset();
  });

  const view = (key: string) => root.querySelector(`[data-finding=${key}]`);
  const click = (key: string, selector: string) =>
    act(() => view(key)?.querySelector<HTMLElement>(selector)?.click());

  const submit = (form: HTMLFormElement | null | undefined) =>
    act(() => {
      form?.dispatchEvent(new Event('submit', { cancelable: true }));
    });

  it('shows what is open, with both sides', () => {
    expect([...root.querySelectorAll('[data-finding]')]).toHaveLength(3);
    expect(view('c')?.getAttribute('aria-current')).toBe('true');
    expect(
      [...(view('c')?.querySelectorAll('blockquote') ?? [])].map((q) => q.textContent),
    ).toEqual(['45', '54']);
    click('b', '.finding-title');
    expect(onShow).toHaveBeenCalledWith(list[0]);
  });

  it('accepts with a note and never without', () => {
    click('c', '[data-accept]');
    const form = view('c')?.querySelector('form');
    submit(form);
    expect(change).not.toHaveBeenCalled();
    const note = form?.querySelector('textarea');
    if (!note) {
      throw new Error('there is no field for the note');
    }
    act(() => {
      note.value = ' The scan has 45. ';
      note.dispatchEvent(new Event('input', { bubbles: true }));
    });
    submit(form);
    expect(change).toHaveBeenCalledWith(list[2], { state: 'accepted', note: 'The scan has 45.' });
  });

  it('dismisses at once', () => {
    click('a', '[data-dismiss]');
    expect(change).toHaveBeenCalledWith(list[1], { state: 'dismissed' });
  });

  it('shows what was said, and takes it back', () => {
    const choice = root.querySelector('select');
    act(() => {
      if (choice) {
        choice.value = 'accepted';
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    expect(view('d')?.textContent).toContain('The scan has 45.');
    click('d', '[data-undo]');
    expect(change).toHaveBeenCalledWith(list[3], { undo: true });
  });
});

describe('the findings of a text that is being corrected', () => {
  let root: HTMLElement;
  let seen: Findings | null = null;
  let answers: ((answer: Response) => void)[] = [];
  const answered = async (keys: string[]) => {
    await act(async () => {
      answers.shift()?.(
        new Response(JSON.stringify({ findings: keys.map((key) => finding(key, 's1')) }), {
          headers: { 'content-type': 'application/json', etag: `"${keys.join()}"` },
        }),
      );
      await new Promise((done) => setTimeout(done, 0));
    });
  };
  function Bench({ tag }: { tag: string }) {
    seen = useFindings({
      document: { documentId: 'd' },
      translation: { language: 'en' },
      bitextTag: tag,
    } as Reading);
    return null;
  }
  const show = (tag: string) => act(() => render(<Bench tag={tag} />, root));
  beforeEach(() => {
    root = document.createElement('div');
    answers = [];
    storeToken('token');
    vi.stubGlobal('fetch', () => new Promise<Response>((answer) => answers.push(answer)));
  });
  afterEach(() => {
    act(() => render(null, root));
    forgetToken();
    vi.unstubAllGlobals();
  });

  it('stay until those of the corrected text are there, so that the keys go on working', async () => {
    show('"1"');
    expect(seen).toBeNull();
    await answered(['a']);
    expect(seen?.busy).toBe(false);

    show('"2"');
    expect(seen?.list.map(({ key }) => key)).toEqual(['a']);
    expect(seen?.busy).toBe(true);

    await answered(['a', 'b']);
    expect(seen?.list.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(seen?.busy).toBe(false);
  });
});

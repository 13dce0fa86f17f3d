import { useState } from 'preact/hooks';
import { Icon } from '../interface/Icon';
import { FailureLine } from '../interface/Notice';
import { useStrings } from '../interface/strings';
import type { ParallelText, Sentence } from '../reading/parallel-text';
import {
  draftOf,
  faultOf,
  isAsItIs,
  joinWithNext,
  operationFor,
  splitBefore,
  type Draft,
} from './link-draft';
import type { Corrections } from './use-corrections';

/** The link of the chosen sentence, to be set right: taken apart, put together, confirmed. */
export function CorrectionBar({
  text,
  selected,
  corrections,
  languages,
}: {
  text: ParallelText;
  selected: Sentence | null;
  corrections: Corrections;
  languages: { original: string; translation: string };
}) {
  const strings = useStrings();
  const labels = strings.corrections;
  const { draft, busy } = corrections;
  const [wording, setWording] = useState<{ id: string; words: string } | null>(null);
  const fault = faultOf(text, draft);
  const operation = fault === null ? operationFor(text, draft) : null;
  const id = selected?.id ?? '';
  const split = splitBefore(text, id);
  const join = joinWithNext(text, id);
  const isChanged = selected !== null && !sameDraft(draft, draftOf(text, id));
  const isConfirmed = isAsItIs(text, draft) && (selected?.byHand ?? false);
  return (
    <aside class="selection-bar correction-bar" aria-label={labels.title}>
      <p class="correction-hint">{selected === null ? labels.choose : labels.hint}</p>
      {selected !== null && (
        <div class="draft">
          {(['original', 'translation'] as const).map((side) => (
            <ul key={side} class="draft-side" aria-label={strings.reading[side]} data-draft={side}>
              {draft[side].length === 0 && <li class="draft-empty">{labels.noCounterpart}</li>}
              {draft[side].map((member) => (
                <li key={member}>
                  <span lang={languages[side]} dir="auto">
                    {text.sentence(member)?.text ?? member}
                  </span>
                  <button
                    type="button"
                    class="button button-icon button-quiet"
                    aria-label={labels.takeOut(text.sentence(member)?.text.slice(0, 40) ?? member)}
                    title={labels.takeOut('')}
                    disabled={busy}
                    onClick={() => corrections.toggle(member)}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          ))}
        </div>
      )}
      {wording !== null && selected !== null && wording.id === selected.id && (
        <form
          class="wording-form"
          onSubmit={(event) => {
            event.preventDefault();
            corrections.send([{ op: 'text', segment: wording.id, text: wording.words }]);
            setWording(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              setWording(null);
            }
          }}
        >
          <label>
            {labels.words}
            <textarea
              ref={(element) => element?.focus()}
              rows={3}
              required
              maxLength={10_000}
              lang={languages[selected.side]}
              dir="auto"
              value={wording.words}
              onInput={(event) => setWording({ id: wording.id, words: event.currentTarget.value })}
            />
          </label>
          <button type="submit" class="button button-small button-strong" disabled={busy}>
            {labels.saveWords}
          </button>
          <button type="button" class="button button-small" onClick={() => setWording(null)}>
            {strings.cancel}
          </button>
        </form>
      )}
      <div class="selection-facts correction-tools">
        {selected !== null && (
          <>
            <Tool
              name="save"
              strong={isChanged}
              keyName="s"
              label={
                operation === null || operation.op === 'link'
                  ? labels.link
                  : operation.op === 'unlink'
                    ? labels.unlink
                    : labels.confirm
              }
              disabled={busy || operation === null || (operation.op === 'confirm' && isConfirmed)}
              onClick={() => operation !== null && corrections.send([operation])}
            />
            {isChanged && (
              <Tool name="reset" label={labels.reset} disabled={busy} onClick={corrections.reset} />
            )}
            <Tool
              name="unlink"
              keyName="u"
              label={labels.unlinkSentence}
              disabled={busy || selected.unlinked !== null}
              onClick={() =>
                corrections.send([
                  {
                    op: 'unlink',
                    source: selected.side === 'original' ? [id] : [],
                    target: selected.side === 'translation' ? [id] : [],
                  },
                ])
              }
            />
            <Tool
              name="split"
              keyName="t"
              label={labels.split}
              disabled={busy || split === null}
              onClick={() => split !== null && corrections.send([split])}
            />
            <Tool
              name="join"
              keyName="m"
              label={labels.join}
              disabled={busy || join === null}
              onClick={() => join !== null && corrections.send([join])}
            />
            <Tool
              name="words"
              keyName="w"
              label={labels.correctWords}
              disabled={busy}
              onClick={() => setWording({ id, words: selected.text })}
            />
          </>
        )}
        <span class="spring" />
        <span role="status" class="muted">
          {busy ? labels.saving : corrections.saved ? labels.saved : ''}
          {!busy && fault === 'apart' ? labels.apart : ''}
        </span>
        <Tool
          name="undo"
          keyName="z"
          label={labels.undo}
          disabled={busy}
          onClick={corrections.undo}
        />
        <button
          type="button"
          class="button button-small"
          onClick={() => corrections.setEditing(false)}
        >
          {labels.done}
        </button>
      </div>
      {corrections.failure !== null && <FailureLine failure={corrections.failure} />}
    </aside>
  );
}

function Tool({
  name,
  label,
  keyName,
  strong = false,
  disabled,
  onClick,
}: {
  name: string;
  label: string;
  keyName?: string;
  strong?: boolean;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={`button button-small ${strong ? 'button-strong' : ''}`}
      data-correct={name}
      data-correct-key={keyName}
      aria-keyshortcuts={keyName}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
      {keyName !== undefined && <kbd aria-hidden="true">{keyName}</kbd>}
    </button>
  );
}

function sameDraft(one: Draft, other: Draft): boolean {
  return (
    one.original.join() === other.original.join() &&
    one.translation.join() === other.translation.join()
  );
}

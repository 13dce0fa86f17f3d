import { useState } from 'preact/hooks';
import type { FindingChange } from '../api/client';
import type { Finding } from '../api/shapes';
import { Icon } from '../interface/Icon';
import { FailureLine } from '../interface/Notice';
import { useInterface } from '../interface/strings';
import { findingSentence } from './finding-sentence';
import { shownFindings, type FindingsShown } from './shown-findings';
import type { Findings } from './use-findings';

/** What a curator should look at, one after the other, beside the texts. */
export function FindingsPanel({
  findings,
  current,
  languages,
  onShow,
  onClose,
}: {
  findings: Findings;
  /** The key of the finding that is lit. */
  current: string;
  languages: { original: string; translation: string };
  onShow: (finding: Finding) => void;
  onClose: () => void;
}) {
  const { strings } = useInterface();
  const labels = strings.findings;
  const [shown, setShown] = useState<FindingsShown>('open');
  const list = shownFindings(findings.list, shown);
  return (
    <aside class="findings-panel" aria-label={labels.title}>
      <header class="panel-head">
        <h2>{labels.title}</h2>
        <label>
          <span class="visually-hidden">{labels.show}</span>
          <select
            value={shown}
            onChange={(event) => setShown(event.currentTarget.value as FindingsShown)}
          >
            {(['open', 'accepted', 'dismissed', 'all'] as const).map((choice) => (
              <option key={choice} value={choice}>
                {labels.states[choice]} ({shownFindings(findings.list, choice).length})
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button button-icon button-quiet"
          aria-label={strings.close}
          title={strings.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {findings.failure !== null && <FailureLine failure={findings.failure} />}
      {list.length === 0 ? (
        <p class="panel-empty">{labels.none}</p>
      ) : (
        <ol class="findings-list" tabIndex={-1}>
          {list.map((finding) => (
            <li key={finding.key}>
              <FindingView
                finding={finding}
                isCurrent={finding.key === current}
                busy={findings.busy}
                languages={languages}
                onShow={() => onShow(finding)}
                onChange={(change) => findings.change(finding, change)}
              />
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

function FindingView({
  finding,
  isCurrent,
  busy,
  languages,
  onShow,
  onChange,
}: {
  finding: Finding;
  isCurrent: boolean;
  busy: boolean;
  languages: { original: string; translation: string };
  onShow: () => void;
  onChange: (change: FindingChange) => void;
}) {
  const { strings, language } = useInterface();
  const labels = strings.findings;
  const [note, setNote] = useState<string | null>(null);
  return (
    <article
      class="finding"
      data-finding={finding.key}
      data-rule={finding.rule}
      data-severity={finding.severity}
      data-state={finding.state}
      aria-current={isCurrent}
    >
      <h3>
        <button type="button" class="finding-title" onClick={onShow}>
          {labels.rules[finding.rule] ?? finding.rule}
        </button>
        <span class="finding-severity">{labels.severities[finding.severity]}</span>
      </h3>
      <Quotation text={finding.source.text} language={languages.original} />
      <Quotation text={finding.target.text} language={languages.translation} />
      <FindingMessage finding={finding} />
      {finding.state !== 'open' && (
        <p class="finding-said">
          <strong>{labels.states[finding.state]}</strong>
          {finding.author !== null && ` · ${finding.author}`}
          {finding.changedAt !== null &&
            ` · ${new Date(finding.changedAt).toLocaleDateString(language)}`}
          {finding.note !== null && <span class="finding-note">{finding.note}</span>}
        </p>
      )}
      {note === null ? (
        <p class="finding-tools">
          {finding.state === 'open' ? (
            <>
              <button
                type="button"
                class="button button-small"
                data-accept
                disabled={busy}
                onClick={() => setNote('')}
              >
                {labels.accept}
              </button>
              <button
                type="button"
                class="button button-small"
                data-dismiss
                disabled={busy}
                onClick={() => onChange({ state: 'dismissed' })}
              >
                {labels.dismiss}
              </button>
            </>
          ) : (
            <button
              type="button"
              class="button button-small"
              data-undo
              disabled={busy}
              onClick={() => onChange({ undo: true })}
            >
              {labels.undo}
            </button>
          )}
        </p>
      ) : (
        <form
          class="finding-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== '') {
              onChange({ state: 'accepted', note: note.trim() });
              setNote(null);
            }
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              setNote(null);
            }
          }}
        >
          <label>
            {labels.note}
            <textarea
              ref={(element) => element?.focus()}
              rows={2}
              required
              maxLength={4000}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button-small button-strong" disabled={busy}>
            {labels.accept}
          </button>
          <button type="button" class="button button-small" onClick={() => setNote(null)}>
            {strings.cancel}
          </button>
        </form>
      )}
    </article>
  );
}

/** In the interface's language; in English, as the service says it, where it is a phrase of a later one. */
function FindingMessage({ finding }: { finding: Finding }) {
  const said = findingSentence(finding, useInterface().strings.findings.phrases);
  return (
    <p class="finding-message" lang={said === null ? 'en' : undefined}>
      {said ?? finding.message}
    </p>
  );
}

function Quotation({ text, language }: { text: string | null; language: string }) {
  return text === null || text === '' ? null : (
    <blockquote lang={language} dir="auto">
      {text}
    </blockquote>
  );
}

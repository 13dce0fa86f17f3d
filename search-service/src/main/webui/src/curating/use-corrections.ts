/** Setting links and words right: the draft of a link, and sending it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { correctBitext, type Correction, type CorrectionOperation } from '../api/client';
import type { Reading } from '../reading/load-reading';
import { draftOf, droppedOnto, emptyDraft, toggledIn, type Draft } from './link-draft';

export type Corrections = {
  editing: boolean;
  draft: Draft;
  busy: boolean;
  failure: Error | null;
  /** Whether a change was made and is shown. */
  saved: boolean;
  setEditing: (editing: boolean) => void;
  toggle: (id: string) => void;
  drop: (dragged: string, onto: string) => void;
  reset: () => void;
  send: (operations: CorrectionOperation[]) => void;
  undo: () => void;
};

export function useCorrections(
  reading: Reading,
  selected: string,
  onChanged: () => void,
): Corrections {
  const { text, bitextTag, translation, document } = reading;
  const [editing, setEditing] = useState(false);
  const [made, setMade] = useState<{ key: string; draft: Draft } | null>(null);
  const [sending, setSending] = useState(false);
  /** The tag under which a change was made: until it is another, what is shown is out of date. */
  const [changedUnder, setChangedUnder] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [saved, setSaved] = useState(false);

  // A draft belongs to the sentence and the links that it was begun with.
  const keyOf = (segment: string) => `${segment} ${bitextTag ?? ''}`;
  const key = keyOf(selected);
  const usual = useMemo(
    () => (text?.sentence(selected) ? draftOf(text, selected) : emptyDraft),
    [text, selected],
  );
  const draft = made?.key === key ? made.draft : usual;
  const busy = sending || (changedUnder !== null && changedUnder === bitextTag);
  useEffect(() => {
    setFailure(null);
  }, [selected]);
  useEffect(() => setSaved(false), [selected, editing]);

  const send = (correction: Correction) => {
    if (busy || bitextTag === null || translation === null) {
      return;
    }
    setSending(true);
    setFailure(null);
    setSaved(false);
    correctBitext(document.documentId, translation.language, bitextTag, correction)
      .then(
        () => {
          setMade(null);
          setSaved(true);
          setChangedUnder(bitextTag);
        },
        (cause: unknown) => setFailure(cause instanceof Error ? cause : new Error(String(cause))),
      )
      .finally(() => {
        setSending(false);
        onChanged();
      });
  };
  return {
    editing: editing && text !== null && bitextTag !== null,
    draft,
    busy,
    failure,
    saved,
    setEditing,
    toggle: (id) => {
      if (text !== null) {
        setMade({ key, draft: toggledIn(text, draft, id) });
      }
    },
    drop: (dragged, onto) => {
      if (text !== null && dragged !== onto) {
        // The sentence that something is dropped onto is the one that is chosen then.
        setMade({ key: keyOf(onto), draft: droppedOnto(text, dragged, onto) });
      }
    },
    reset: () => setMade(null),
    send: (operations) => send({ operations }),
    undo: () => send({ undo: 'last' }),
  };
}

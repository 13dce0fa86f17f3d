/** The findings of a bitext, for those who may see them, and what can be said of them. */
import { useState } from 'preact/hooks';
import { ApiFailure, changeFinding, getFindings, type FindingChange } from '../api/client';
import type { Finding } from '../api/shapes';
import { useLoad } from '../interface/use-load';
import { useToken } from '../interface/use-token';
import type { Reading } from '../reading/load-reading';

export type Findings = {
  list: readonly Finding[];
  /** Whether a change is under way, or what it led to: until then another would name what is past. */
  busy: boolean;
  failure: Error | null;
  change: (finding: Finding, change: FindingChange) => void;
};

/** Null for callers that may not see any: then there is nothing of it on the page. */
export function useFindings(reading: Reading): Findings | null {
  const token = useToken();
  const { documentId } = reading.document;
  const language = reading.translation?.language ?? null;
  const { bitextTag } = reading;
  const isWanted = token !== null && language !== null && bitextTag !== null;
  const [loaded, again] = useLoad(
    `${documentId} ${language ?? ''} ${token ?? ''}`,
    async (signal) => {
      if (!isWanted || language === null) {
        return null;
      }
      try {
        return { ...(await getFindings(documentId, language, signal)), bitextTag };
      } catch (failure) {
        if (failure instanceof ApiFailure && ['not-allowed', 'not-found'].includes(failure.kind)) {
          return null;
        }
        throw failure;
      }
    },
    bitextTag ?? '',
  );
  const [sending, setSending] = useState(false);
  const [changedUnder, setChangedUnder] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (!isWanted || loaded.status === 'loading') {
    return null;
  }
  if (loaded.status === 'failed') {
    return { list: [], busy: sending, failure: loaded.failure, change: () => undefined };
  }
  const known = loaded.value;
  return known === null
    ? null
    : {
        list: known.value,
        busy: sending || changedUnder === known.tag || known.bitextTag !== bitextTag,
        failure,
        change: (finding, change) => {
          setSending(true);
          setFailure(null);
          changeFinding(documentId, language, finding.key, known.tag, change)
            .then(() => setChangedUnder(known.tag))
            .catch((cause: unknown) => {
              setFailure(cause instanceof Error ? cause : new Error(String(cause)));
            })
            .finally(() => {
              setSending(false);
              // After a refusal too: somebody else may have said something meanwhile.
              again();
            });
        },
      };
}

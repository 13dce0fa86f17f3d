/** The findings of a bitext, for those who may see them, and what can be said of them. */
import { useState } from 'preact/hooks';
import { ApiFailure, changeFinding, getFindings, type FindingChange } from '../api/client';
import type { Finding } from '../api/shapes';
import { useLoad } from '../interface/use-load';
import { useToken } from '../interface/use-token';
import type { Reading } from '../reading/load-reading';

export type Findings = {
  list: readonly Finding[];
  /** The key of the finding that a change is under way for. */
  busy: string | null;
  failure: Error | null;
  change: (finding: Finding, change: FindingChange) => void;
};

/** Null for callers that may not see any: then there is nothing of it on the page. */
export function useFindings(reading: Reading): Findings | null {
  const token = useToken();
  const { documentId } = reading.document;
  const language = reading.translation?.language ?? null;
  const isWanted = token !== null && language !== null && reading.bitextTag !== null;
  const [loaded, again] = useLoad(
    `${documentId} ${language ?? ''} ${reading.bitextTag ?? ''} ${token ?? ''}`,
    async (signal) => {
      if (!isWanted || language === null) {
        return null;
      }
      try {
        return await getFindings(documentId, language, signal);
      } catch (failure) {
        if (failure instanceof ApiFailure && ['not-allowed', 'not-found'].includes(failure.kind)) {
          return null;
        }
        throw failure;
      }
    },
  );
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  if (!isWanted || loaded.status === 'loading') {
    return null;
  }
  if (loaded.status === 'failed') {
    return { list: [], busy, failure: loaded.failure, change: () => undefined };
  }
  const known = loaded.value;
  return known === null
    ? null
    : {
        list: known.value,
        busy,
        failure,
        change: (finding, change) => {
          setBusy(finding.key);
          setFailure(null);
          changeFinding(documentId, language, finding.key, known.tag, change)
            .catch((cause: unknown) => {
              setFailure(cause instanceof Error ? cause : new Error(String(cause)));
            })
            .finally(() => {
              setBusy(null);
              // After a refusal too: somebody else may have said something meanwhile.
              again();
            });
        },
      };
}

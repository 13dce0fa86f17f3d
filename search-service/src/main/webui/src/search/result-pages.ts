/** The result list so far: grows page by page through the server's cursor, kept for the way back. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { search } from '../api/client';
import type { Hit, SearchAnswer } from '../api/shapes';
import { cameBack } from '../routing/location';
import { searchPath, type SearchState } from '../routing/search-url';
import { useToken } from '../interface/use-token';

export type Results = {
  total: number;
  hits: Hit[];
  facets: SearchAnswer['facets'];
  next: string | null;
};

export type ResultPages = {
  results: Results | null;
  failure: Error | null;
  loading: boolean;
  more: () => void;
  again: () => void;
};

/** Lists kept for the way back from a document; more would only grow old. */
const keptLists = 8;
const kept = new Map<string, Results>();

function keep(key: string, results: Results): void {
  kept.delete(key);
  kept.set(key, results);
  const oldest = kept.keys().next().value;
  if (kept.size > keptLists && oldest !== undefined) {
    kept.delete(oldest);
  }
}

/** The first page with the next one added; a document that both hold stands once. */
export function joined(before: Results, answer: SearchAnswer): Results {
  const known = new Set(before.hits.map((hit) => hit.documentId));
  return {
    total: answer.total,
    hits: [...before.hits, ...answer.hits.filter((hit) => !known.has(hit.documentId))],
    facets: before.facets,
    next: answer.next,
  };
}

export function useResultPages(state: SearchState): ResultPages {
  const token = useToken();
  const key = `${searchPath(state)}\n${token ?? ''}`;
  const [held, setHeld] = useState<{ key: string; results: Results } | null>(null);
  const [failure, setFailure] = useState<{ key: string; error: Error } | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);

  const ask = useCallback(
    (before: Results | null) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      setBusy(true);
      setFailure(null);
      search(state, before?.next ?? null, abort.signal).then(
        (answer) => {
          if (!abort.signal.aborted) {
            const results = before === null ? answer : joined(before, answer);
            keep(key, results);
            setHeld({ key, results });
            setBusy(false);
          }
        },
        (error: unknown) => {
          if (!abort.signal.aborted) {
            setFailure({ key, error: error instanceof Error ? error : new Error(String(error)) });
            setBusy(false);
          }
        },
      );
    },
    // The key holds the whole state.
    [key],
  );

  useEffect(() => {
    const remembered = cameBack() && attempt === 0 ? kept.get(key) : undefined;
    if (remembered !== undefined) {
      setHeld({ key, results: remembered });
    } else {
      ask(null);
    }
    return () => running.current?.abort();
  }, [ask, attempt]);

  const results = held?.key === key ? held.results : null;
  return {
    results,
    failure: failure?.key === key ? failure.error : null,
    loading: busy,
    more: () => {
      if (results !== null && results.next !== null && !busy) {
        ask(results);
      }
    },
    again: () => setAttempt((count) => count + 1),
  };
}

/**
 * Loads what a key names, drops answers that come too late, and can be asked again. Another key
 * starts afresh; another version of the same keeps what is shown until the new answer is there.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiFailure } from '../api/client';

export type Loaded<Value> =
  { status: 'loading' } | { status: 'ready'; value: Value } | { status: 'failed'; failure: Error };

export function useLoad<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
  version = '',
): [Loaded<Value>, () => void] {
  const [state, setState] = useState<{ key: string; loaded: Loaded<Value> }>({
    key,
    loaded: { status: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setState((before) =>
      before.key === key && before.loaded.status === 'ready'
        ? before
        : { key, loaded: { status: 'loading' } },
    );
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) {
          setState({ key, loaded: { status: 'ready', value } });
        }
      },
      (failure: unknown) => {
        if (!abort.signal.aborted) {
          setState({ key, loaded: { status: 'failed', failure: asError(failure) } });
        }
      },
    );
    return () => abort.abort();
    // `load` is a function of the key and the version.
  }, [key, version, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return [state.key === key ? state.loaded : { status: 'loading' }, again];
}

/** What was asked for, or null where the archive says that there is none (yet). */
export async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.kind === 'not-found') {
      return null;
    }
    throw failure;
  }
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}

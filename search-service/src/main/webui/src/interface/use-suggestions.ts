import { useEffect, useState } from 'preact/hooks';
import { suggest } from '../api/client';
import type { Suggestion } from '../api/shapes';
import { useToken } from './use-token';

const pauseMilliseconds = 150;
const shortest = 2;

/** Suggestions for what stands in the field; none while nothing is typed or they cannot be had. */
export function useSuggestions(typed: string | null): Suggestion[] {
  const token = useToken();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  useEffect(() => {
    if (typed === null || typed.trim().length < shortest) {
      setSuggestions([]);
      return undefined;
    }
    const abort = new AbortController();
    const pause = setTimeout(() => {
      suggest(typed, abort.signal).then(
        (found) => setSuggestions(found),
        () => {
          if (!abort.signal.aborted) {
            setSuggestions([]);
          }
        },
      );
    }, pauseMilliseconds);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [typed, token]);
  return suggestions;
}

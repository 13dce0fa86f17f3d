import { useEffect, useState } from 'preact/hooks';

const shownMilliseconds = 3000;

/** Puts texts on the clipboard; how the last one went is told for a moment, then null again. */
export function useClipboard(): ['copied' | 'failed' | null, (text: string) => void] {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(null), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return [outcome, copy];
}

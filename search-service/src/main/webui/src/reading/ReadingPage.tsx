import { useEffect, useState } from 'preact/hooks';
import { Masthead } from '../interface/Chrome';
import { Icon } from '../interface/Icon';
import { FailureNotice, Notice } from '../interface/Notice';
import { SearchField } from '../interface/SearchField';
import { useInterface } from '../interface/strings';
import { useLoad } from '../interface/use-load';
import { useToken } from '../interface/use-token';
import { navigate } from '../routing/location';
import type { ReadingState } from '../routing/reading-url';
import { emptySearch, searchPath } from '../routing/search-url';
import { readingKey, takeEarly } from './early-reading';
import { isMissing, isUnfinished, loadReading, type Reading } from './load-reading';
import { Papers } from './Papers';

/** Time between two looks at a document that is not finished. */
const lookAgainMilliseconds = 4000;

export function ReadingPage({ state, onHelp }: { state: ReadingState; onHelp: () => void }) {
  const { strings, language } = useInterface();
  const token = useToken();
  // The interface's language decides only the first choice; changing it later moves no text.
  const [firstLanguage] = useState(language);
  const key = readingKey(state, token);
  const [loaded, again] = useLoad<Reading>(
    key,
    (signal) =>
      takeEarly(key) ?? loadReading(state.documentId, state.language, firstLanguage, signal),
  );
  // The last reading stays in sight while another translation of the same document loads.
  const [last, setLast] = useState<Reading | null>(null);
  useEffect(() => {
    if (loaded.status === 'ready') {
      setLast(loaded.value);
    }
    if (loaded.status === 'failed') {
      setLast(null);
    }
  }, [loaded]);
  const reading = loaded.status === 'ready' ? loaded.value : last;

  useEffect(() => {
    if (loaded.status !== 'ready' || !isUnfinished(loaded.value)) {
      return undefined;
    }
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') {
        again();
      }
    }, lookAgainMilliseconds);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [loaded, again]);

  const title = reading?.document.record.title ?? null;
  useEffect(() => {
    document.title = title === null ? strings.appName : strings.pageTitle(title);
  }, [title, strings]);

  return (
    <div class="reading-page">
      <Masthead>
        <SearchField q={state.q} onSearch={(q) => navigate(searchPath({ ...emptySearch, q }))} />
      </Masthead>
      {reading !== null ? (
        <Papers reading={reading} state={state} onHelp={onHelp} onChanged={again} />
      ) : (
        <main id="content" class="plain-page">
          {loaded.status === 'failed' ? (
            <NotReadable failure={loaded.failure} onRetry={again} />
          ) : (
            <p class="muted" role="status">
              {strings.loading}
            </p>
          )}
        </main>
      )}
    </div>
  );
}

function NotReadable({ failure, onRetry }: { failure: Error; onRetry: () => void }) {
  const { strings } = useInterface();
  if (!isMissing(failure)) {
    return <FailureNotice failure={failure} onRetry={onRetry} />;
  }
  return (
    <Notice title={strings.reading.notFound}>
      <p>{strings.reading.notFoundAdvice}</p>
      <a class="button" href="/">
        <Icon name="left" /> {strings.reading.back}
      </a>
    </Notice>
  );
}

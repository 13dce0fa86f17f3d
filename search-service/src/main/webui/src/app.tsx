import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { focusSearchField, isTyping } from './interface/SearchField';
import { KeyboardHelp } from './interface/KeyboardHelp';
import { Masthead } from './interface/Chrome';
import { FailureNotice, Notice } from './interface/Notice';
import {
  dictionaries,
  InterfaceContext,
  preferredLanguage,
  rememberLanguage,
  useInterface,
  type InterfaceLanguage,
} from './interface/strings';
import { useLoad } from './interface/use-load';
import { currentToken } from './api/token';
import { askEarly } from './reading/early-reading';
import { useLocation } from './routing/location';
import { readReading, type ReadingState } from './routing/reading-url';
import { readSearch } from './routing/search-url';
import { SearchPage } from './search/SearchPage';

export function App() {
  const [language, setLanguage] = useState<InterfaceLanguage>(preferredLanguage);
  const [helpOpen, setHelpOpen] = useState(false);
  const chooseLanguage = useCallback((chosen: InterfaceLanguage) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  }, []);
  const strings = dictionaries[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = strings.direction;
  }, [language, strings]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === '/' && focusSearchField()) {
        event.preventDefault();
      } else if (event.key === '?') {
        event.preventDefault();
        setHelpOpen(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const context = useMemo(
    () => ({ language, strings, chooseLanguage }),
    [language, strings, chooseLanguage],
  );
  return (
    <InterfaceContext.Provider value={context}>
      <Page onHelp={() => setHelpOpen(true)} />
      {helpOpen && <KeyboardHelp onClose={() => setHelpOpen(false)} />}
    </InterfaceContext.Provider>
  );
}

function Page({ onHelp }: { onHelp: () => void }) {
  const { pathname, search } = useLocation();
  if (pathname === '/' || pathname === '/search' || pathname === '/search/') {
    return <SearchPage state={readSearch(search)} onHelp={onHelp} />;
  }
  const reading = readReading(pathname, search);
  if (reading !== null) {
    return <LazyReadingPage key={reading.documentId} state={reading} onHelp={onHelp} />;
  }
  return <UnknownAddress />;
}

/** The image viewer is most of the code; those who only search need not wait for it. */
function LazyReadingPage(props: { state: ReadingState; onHelp: () => void }) {
  const { language } = useInterface();
  useState(() => askEarly(props.state, currentToken(), language));
  const [loaded, again] = useLoad('reading-page', () => import('./reading/ReadingPage'));
  switch (loaded.status) {
    case 'ready':
      return <loaded.value.ReadingPage {...props} />;
    case 'failed':
      return <FailureNotice failure={loaded.failure} onRetry={again} />;
    case 'loading':
      return null;
  }
}

function UnknownAddress() {
  const { strings } = useInterface();
  return (
    <>
      <Masthead />
      <main id="content" class="plain-page">
        <Notice title={strings.failures['not-found']}>
          <p>{strings.failureAdvice['not-found']}</p>
          <a class="button" href="/">
            {strings.reading.back}
          </a>
        </Notice>
      </main>
    </>
  );
}

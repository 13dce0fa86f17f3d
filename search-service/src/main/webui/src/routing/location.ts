/** The browser's address as state: links inside the reading room change it without a reload. */
import { useEffect, useState } from 'preact/hooks';

export type Location = { pathname: string; search: string };

const changed = 'cotejo:location';

let wentBack = false;
window.addEventListener('popstate', () => {
  wentBack = true;
});

/** Whether the reader came here by the browser's own back and forward, and expects what was there. */
export function cameBack(): boolean {
  return wentBack;
}

function current(): Location {
  return { pathname: window.location.pathname, search: window.location.search };
}

export function useLocation(): Location {
  const [location, setLocation] = useState(current);
  useEffect(() => {
    const update = () => setLocation(current());
    window.addEventListener('popstate', update);
    window.addEventListener(changed, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(changed, update);
    };
  }, []);
  return location;
}

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  const { pathname, search } = window.location;
  if (path === pathname + search) {
    return;
  }
  wentBack = false;
  if (how === 'push') {
    window.history.pushState(null, '', path);
  } else {
    window.history.replaceState(null, '', path);
  }
  window.dispatchEvent(new Event(changed));
}

const pagePaths = [/^\/$/, /^\/search$/, /^\/documents\/[^/]+$/];

/** Follows plain clicks on links to the reading room's own pages; everything else is the browser's. */
export function followLinks(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target !== '' || link.origin !== window.location.origin) {
    return;
  }
  if (pagePaths.some((pattern) => pattern.test(link.pathname))) {
    event.preventDefault();
    navigate(link.pathname + link.search);
    window.scrollTo(0, 0);
  }
}

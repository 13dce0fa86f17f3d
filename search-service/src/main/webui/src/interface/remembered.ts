/** Small choices that a browser keeps between visits; a browser that forbids storage just forgets them. */
export const remembered = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Nothing to do: the choice holds until the page is left.
    }
  },
};

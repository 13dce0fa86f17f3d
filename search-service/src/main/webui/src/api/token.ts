/** The bearer token of this browser tab; it lives in the session's storage and nowhere else. */
const storageKey = 'cotejo.token';

type Listener = () => void;
const listeners = new Set<Listener>();

export function currentToken(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null; // storage forbidden by the browser: read as signed out
  }
}

export function storeToken(token: string): void {
  sessionStorage.setItem(storageKey, token.trim().replace(/^Bearer\s+/i, ''));
  listeners.forEach((listener) => listener());
}

export function forgetToken(): void {
  sessionStorage.removeItem(storageKey);
  listeners.forEach((listener) => listener());
}

/** Calls the listener on each change of the token; returns the way to stop that. */
export function onTokenChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type TokenClaims = { name: string | null; roles: string[]; expiresAt: Date | null };

/**
 * What a token says about its bearer, for display only: nothing is verified here, the services
 * do that. Answers null when the text is not a JSON Web Token.
 */
export function readClaims(token: string): TokenClaims | null {
  const payload = token.split('.')[1];
  if (payload === undefined) {
    return null;
  }
  try {
    const bytes = Uint8Array.from(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
      (character) => character.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) {
      return null;
    }
    const { preferred_username, sub, roles, exp } = claims as { [claim: string]: unknown };
    const name = [preferred_username, sub].find((value) => typeof value === 'string');
    return {
      name: typeof name === 'string' ? name : null,
      roles: Array.isArray(roles)
        ? roles.filter((role): role is string => typeof role === 'string')
        : [],
      expiresAt: typeof exp === 'number' ? new Date(exp * 1000) : null,
    };
  } catch {
    return null;
  }
}

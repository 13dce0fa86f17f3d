import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../src/interface/en';
import { es } from '../src/interface/es';
import {
  languageName,
  languageTitle,
  preferredLanguage,
  rememberLanguage,
} from '../src/interface/strings';
import { openOf, toggled } from '../src/reading/panes';

afterEach(() => localStorage.clear());

/** The paths of all entries, so that two dictionaries can be compared. */
function entries(dictionary: object, path = ''): string[] {
  return Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? entries(value as object, `${path}${key}.`)
      : [`${path}${key}:${typeof value}`],
  );
}

describe('the interface languages', () => {
  it('have the same entries', () => {
    expect(entries(es).sort()).toEqual(entries(en).sort());
  });

  it('follow the choice, then the browser, then English', () => {
    expect(preferredLanguage(['fr-FR', 'es-MX', 'en'])).toBe('es');
    expect(preferredLanguage(['fr'])).toBe('en');
    rememberLanguage('es');
    expect(preferredLanguage(['en'])).toBe('es');
  });

  it('name languages, and leave a tag that has no name', () => {
    expect(languageName('es', 'en')).toBe('Spanish');
    expect(languageName('es', 'es')).toBe('español');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
    expect(languageTitle('es', 'es')).toBe('Español');
  });
});

describe('panes', () => {
  const all = ['scan', 'original', 'translation'] as const;

  it('open and close', () => {
    expect(openOf(all, ['scan'])).toEqual(['original', 'translation']);
    expect(toggled('scan', all, [])).toEqual(['scan']);
    expect(toggled('scan', all, ['scan'])).toEqual([]);
  });

  it('never all close', () => {
    expect(toggled('scan', all, ['original', 'translation'])).toEqual(['original', 'translation']);
    expect(openOf(['scan'], ['scan'])).toEqual(['scan']);
  });
});

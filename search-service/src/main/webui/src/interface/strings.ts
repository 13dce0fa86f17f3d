/** The interface's language: what is said, in which one, and how names of languages are written in it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en, type Strings } from './en';
import { es } from './es';
import { remembered } from './remembered';

export type InterfaceLanguage = 'en' | 'es';

export const dictionaries: { readonly [language in InterfaceLanguage]: Strings } = { en, es };

const storageKey = 'cotejo.interface-language';

function isInterfaceLanguage(tag: string | null | undefined): tag is InterfaceLanguage {
  return tag === 'en' || tag === 'es';
}

/** The language chosen before, else the first of the browser's that there is a dictionary for. */
export function preferredLanguage(
  browserLanguages: readonly string[] = navigator.languages,
): InterfaceLanguage {
  const stored = remembered.get(storageKey);
  if (isInterfaceLanguage(stored)) {
    return stored;
  }
  for (const tag of browserLanguages) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isInterfaceLanguage(primary)) {
      return primary;
    }
  }
  return 'en';
}

export function rememberLanguage(language: InterfaceLanguage): void {
  remembered.set(storageKey, language);
}

export type Interface = {
  language: InterfaceLanguage;
  strings: Strings;
  chooseLanguage: (language: InterfaceLanguage) => void;
};

export const InterfaceContext = createContext<Interface>({
  language: 'en',
  strings: en,
  chooseLanguage: () => undefined,
});

export function useInterface(): Interface {
  return useContext(InterfaceContext);
}

export function useStrings(): Strings {
  return useInterface().strings;
}

/** The name of a language as it stands at the head of a line. */
export function languageTitle(tag: string, inLanguage: InterfaceLanguage): string {
  const name = languageName(tag, inLanguage);
  return name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1);
}

/** The name of a language (BCP 47) in the interface's language; the tag itself when it has none. */
export function languageName(tag: string, inLanguage: InterfaceLanguage): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Light, dark, or as the system has it. */
import { remembered } from './remembered';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];
const storageKey = 'cotejo.theme';

export function rememberedTheme(): Theme {
  const stored = remembered.get(storageKey);
  return themes.find((theme) => theme === stored) ?? 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme;
  }
}

export function chooseTheme(theme: Theme): void {
  remembered.set(storageKey, theme);
  applyTheme(theme);
}

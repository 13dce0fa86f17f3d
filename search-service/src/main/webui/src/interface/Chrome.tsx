/** What surrounds every page: name, language of the interface, appearance, token. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { dictionaries, useInterface, type InterfaceLanguage } from './strings';
import { chooseTheme, rememberedTheme, themes } from './theme';
import { TokenDialog } from './TokenDialog';
import { useToken } from './use-token';

export function Masthead({ children }: { children?: ComponentChildren }) {
  const { strings } = useInterface();
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {strings.skipToContent}
      </a>
      <a class="wordmark" href="/">
        {strings.appName}
      </a>
      <div class="masthead-middle">{children}</div>
      <div class="masthead-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <TokenButton />
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const { strings, language, chooseLanguage } = useInterface();
  return (
    <div class="language-switch" role="group" aria-label={strings.interfaceLanguage}>
      {(Object.keys(dictionaries) as InterfaceLanguage[]).map((choice) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          class="button button-quiet"
          aria-pressed={choice === language}
          title={dictionaries[choice].languageName}
          // The name begins with what is seen, for those who speak what they see.
          aria-label={`${choice.toUpperCase()} ${dictionaries[choice].languageName}`}
          onClick={() => chooseLanguage(choice)}
        >
          {choice.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

function ThemeSwitch() {
  const { strings } = useInterface();
  const [theme, setTheme] = useState(rememberedTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const label = `${strings.theme.label}: ${strings.theme[theme]}`;
  return (
    <button
      type="button"
      class="button button-icon button-quiet"
      aria-label={label}
      title={label}
      onClick={() => {
        chooseTheme(next);
        setTheme(next);
      }}
    >
      <Icon name="half" />
    </button>
  );
}

function TokenButton() {
  const { strings } = useInterface();
  const token = useToken();
  const [open, setOpen] = useState(false);
  const label = token === null ? strings.token.signIn : strings.token.signedIn;
  return (
    <>
      <button
        type="button"
        class={`button button-icon button-quiet ${token === null ? '' : 'is-on'}`}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="person" />
      </button>
      {open && <TokenDialog onClose={() => setOpen(false)} />}
    </>
  );
}

import { useState } from 'preact/hooks';
import { forgetToken, readClaims, storeToken } from '../api/token';
import { Dialog } from './Dialog';
import { useInterface } from './strings';
import { useToken } from './use-token';

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { strings, language } = useInterface();
  const token = useToken();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);

  const submit = (event: Event) => {
    event.preventDefault();
    if (readClaims(text) === null) {
      setRefused(true);
      return;
    }
    storeToken(text);
    onClose();
  };

  return (
    <Dialog title={strings.token.title} kind="middle" onClose={onClose}>
      <p>{strings.token.explanation}</p>
      {token !== null && (
        <div class="token-bearer">
          <p>{describeBearer(token, strings.token, language)}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              forgetToken();
              onClose();
            }}
          >
            {strings.token.signOut}
          </button>
        </div>
      )}
      <form onSubmit={submit} class="token-form">
        <label>
          {strings.token.label}
          <textarea
            rows={4}
            required
            spellcheck={false}
            autocomplete="off"
            value={text}
            aria-invalid={refused}
            aria-describedby={refused ? 'token-refused' : undefined}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setRefused(false);
            }}
          />
        </label>
        {refused && (
          <p id="token-refused" class="field-fault" role="alert">
            {strings.token.notAToken}
          </p>
        )}
        <button type="submit" class="button button-strong">
          {strings.token.submit}
        </button>
      </form>
    </Dialog>
  );
}

function describeBearer(
  token: string,
  strings: ReturnType<typeof useInterface>['strings']['token'],
  language: string,
): string {
  const claims = readClaims(token);
  if (claims === null) {
    return strings.unknownBearer;
  }
  const bearer = strings.bearer(claims.name ?? strings.signedIn, claims.roles.join(', '));
  if (claims.expiresAt === null) {
    return bearer;
  }
  const time = claims.expiresAt.toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${bearer}, ${claims.expiresAt < new Date() ? strings.expired : strings.validUntil(time)}`;
}

import { useEffect, useState } from 'preact/hooks';
import { currentToken, onTokenChange } from '../api/token';

export function useToken(): string | null {
  const [token, setToken] = useState(currentToken);
  useEffect(() => onTokenChange(() => setToken(currentToken())), []);
  return token;
}

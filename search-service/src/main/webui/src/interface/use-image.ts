/** Addresses that an <img> can show: the API's own, or a blob where a token is needed to see it. */
import { useEffect, useState } from 'preact/hooks';
import { getImage } from '../api/client';
import { useToken } from './use-token';

export type ImageSource = { src: string | null; failed: boolean };

/** An image's address; with a token the bytes are fetched, since an <img> sends none. Null waits. */
export function useImage(url: string | null): ImageSource {
  const token = useToken();
  const direct = token === null ? url : null;
  const [fetched, setFetched] = useState<ImageSource & { url: string | null }>({
    url: null,
    src: null,
    failed: false,
  });
  useEffect(() => {
    if (url === null || token === null) {
      return undefined;
    }
    const abort = new AbortController();
    let address: string | null = null;
    getImage(url, abort.signal).then(
      (blob) => {
        address = URL.createObjectURL(blob);
        setFetched({ url, src: address, failed: false });
      },
      () => {
        if (!abort.signal.aborted) {
          setFetched({ url, src: null, failed: true });
        }
      },
    );
    return () => {
      abort.abort();
      if (address !== null) {
        URL.revokeObjectURL(address);
      }
    };
  }, [url, token]);
  if (direct !== null) {
    return { src: direct, failed: false };
  }
  return fetched.url === url
    ? { src: fetched.src, failed: fetched.failed }
    : { src: null, failed: false };
}

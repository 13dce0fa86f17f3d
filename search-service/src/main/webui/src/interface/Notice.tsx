import type { ComponentChildren } from 'preact';
import { ApiFailure } from '../api/client';
import { useStrings } from './strings';

/** A quiet message in the place of content: nothing found, not ready, failed. */
export function Notice({
  title,
  children,
  tone = 'plain',
}: {
  title: string;
  children?: ComponentChildren;
  tone?: 'plain' | 'fault' | 'working';
}) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'fault' ? 'alert' : 'status'}>
      <p class="notice-title">{title}</p>
      {children}
    </div>
  );
}

/** What went wrong, in the server's own words where it gave some, with every finding. */
export function FailureNotice({
  failure,
  query = '',
  onRetry,
}: {
  failure: Error;
  /** The text of the search that failed, for the place in it that a finding names. */
  query?: string;
  onRetry?: () => void;
}) {
  const strings = useStrings();
  const api = failure instanceof ApiFailure ? failure : null;
  const title = api === null ? strings.unexpected : strings.failures[api.kind];
  const problem = api?.problem ?? null;
  const detail = problem?.detail ?? problem?.title ?? null;
  return (
    <Notice title={title} tone="fault">
      {detail !== null ? <p>{detail}</p> : api !== null && <p>{strings.failureAdvice[api.kind]}</p>}
      {problem !== null && problem.findings.length > 0 && (
        <ul class="findings">
          {problem.findings.map((finding, position) => (
            <li key={position}>
              {finding.position !== null && query !== '' ? (
                <FaultyQuery query={query} position={finding.position} />
              ) : (
                finding.field !== null && <code>{finding.field}</code>
              )}{' '}
              {finding.message}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <button type="button" class="button" onClick={onRetry}>
          {strings.retry}
        </button>
      )}
    </Notice>
  );
}

/** The query with the place where it could not be understood. */
function FaultyQuery({ query, position }: { query: string; position: number }) {
  const rest = query.slice(position);
  const fault = /^\s*\S*/.exec(rest)?.[0] ?? '';
  return (
    <code class="faulty-query">
      {query.slice(0, position)}
      <mark>{fault === '' ? '\u2423' : fault}</mark>
      {rest.slice(fault.length)}
    </code>
  );
}

/** The same in one line, beside what was tried. */
export function FailureLine({ failure }: { failure: Error }) {
  const strings = useStrings();
  const api = failure instanceof ApiFailure ? failure : null;
  const problem = api?.problem ?? null;
  const said = problem?.findings.map(({ message }) => message) ?? [];
  const own = api === null ? strings.unexpected : strings.failures[api.kind];
  return (
    <p class="failure-line" role="alert">
      <strong>{own}.</strong>{' '}
      {api?.kind === 'outdated'
        ? strings.failureAdvice.outdated
        : said.length > 0
          ? said.join(' ')
          : (problem?.detail ?? (api === null ? '' : strings.failureAdvice[api.kind]))}
    </p>
  );
}

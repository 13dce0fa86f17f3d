import type { Ingest } from '../api/shapes';
import { Notice } from '../interface/Notice';
import { useInterface } from '../interface/strings';
import { failedPages, hasFailed, isUnfinished, type Reading } from './load-reading';

/** What there is to say of a document that is not, or not wholly, ready to be read. */
export function StateNotice({ reading }: { reading: Reading }) {
  const { strings } = useInterface();
  if (hasFailed(reading.document) && reading.text === null) {
    return (
      <Notice title={strings.reading.failed} tone="fault">
        {(reading.ingest?.failures ?? []).map((failure, position) => (
          <p key={position}>{failure.message}</p>
        ))}
        <p>{strings.reading.failedAdvice}</p>
      </Notice>
    );
  }
  if (isUnfinished(reading)) {
    return (
      <Notice title={strings.reading.processing} tone="working">
        <p>{strings.reading.processingAdvice}</p>
        {reading.ingest !== null && <Stages ingest={reading.ingest} />}
      </Notice>
    );
  }
  if (reading.text === null || reading.text.original.length === 0) {
    return <Notice title={strings.reading.noText} />;
  }
  const failed = failedPages(reading);
  return (
    <>
      {failed.length > 0 && (
        <div class="strip-notice" role="status">
          {strings.reading.pagesFailed(failed.join(', '), failed.length === 1)}
        </div>
      )}
      {reading.translation === null && (
        <div class="strip-notice" role="status">
          <strong>{strings.reading.noTranslation}.</strong> {strings.reading.noTranslationAdvice}
        </div>
      )}
    </>
  );
}

/** How far the processing has come, stage by stage. */
function Stages({ ingest }: { ingest: Ingest }) {
  const { strings } = useInterface();
  return (
    <dl class="stages">
      {ingest.stages.map(({ stage, state, done, total }) => (
        <div key={stage} data-stage={stage} data-state={state}>
          <dt>{strings.reading.stages[stage] ?? stage}</dt>
          <dd>
            {state === 'running' && total > 1
              ? strings.reading.stageCount(done, total)
              : (strings.reading.stageStates[state] ?? state)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Sum, signs, throughput and stages. */
import * as api from '/operations/api.js';
import { button, byId, element, press, say, show, when } from '/operations/elements.js';
import { count, counted, duration } from '/operations/format.js';

const warnAfterSeconds = { oldest: 900, outbox: 30, letter: 86_400 };

export function showDocuments(documents) {
  const { accepted, published, failed, inFlight, withdrawn } = documents;
  byId('accepted').textContent = count(accepted);
  byId('published').textContent = count(published);
  byId('failed').textContent = count(failed);
  byId('in-flight').textContent = count(inFlight);
  byId('failed').parentElement.classList.toggle('some', failed > 0);
  const parts = byId('share').children;
  [published, failed, inFlight].forEach((part, index) => {
    parts[index].style.flexGrow = part;
    parts[index].hidden = part === 0;
  });
  const balanced = accepted === published + failed + inFlight;
  byId('balance').textContent =
    (balanced ? 'Nothing is missing.' : 'The sum does not hold: something is missing.') +
    (withdrawn > 0 ? ` ${counted(withdrawn, 'document', 'documents')} withdrawn, not counted.` : '');
  byId('balance').classList.toggle('fault', !balanced);
}

export function showSigns(summary) {
  const { outbox, deadLetters, documents, stages, throughput } = summary;
  const oldest = summary.oldestUnfinishedSeconds ?? 0;
  const lags = stages.filter((stage) => stage.lagSeconds !== undefined);
  const behind = Math.max(0, ...lags.map((stage) => stage.lagSeconds));
  const paused = stages.filter((stage) => stage.paused).map((stage) => stage.stage);
  const lastHours = throughput.slice(-2);
  const ended = lastHours.reduce((sum, hour) => sum + hour.published + hour.failed, 0);
  const signs = [
    [
      'Ended, this hour and the last',
      `${counted(ended, 'document', 'documents')}`,
      ended === 0 && documents.inFlight > 0 && oldest > warnAfterSeconds.oldest,
    ],
    [
      'Oldest unfinished',
      documents.inFlight === 0 ? 'none' : duration(oldest),
      oldest > warnAfterSeconds.oldest,
    ],
    [
      'Furthest behind',
      lags.length === 0 ? 'not known' : behind === 0 ? 'nothing waits' : duration(behind),
      lags.length === 0 || behind > warnAfterSeconds.oldest,
    ],
    [
      'Outbox',
      outbox.pending === 0
        ? 'empty'
        : `${counted(outbox.pending, 'event', 'events')}, ${duration(outbox.ageSeconds)}`,
      outbox.ageSeconds > warnAfterSeconds.outbox,
    ],
    [
      'Dead letters',
      deadLetters.open === 0
        ? 'none open'
        : `${count(deadLetters.open)} open, ${duration(deadLetters.oldestSeconds)}`,
      deadLetters.open > 0,
    ],
    ['Paused stages', paused.length === 0 ? 'none' : paused.join(', '), paused.length > 0],
  ];
  show(byId('signs'), signs, () =>
    signs.map(([name, value, warn]) =>
      element(
        'li',
        { class: warn ? 'warn' : undefined },
        element('span', { class: 'name' }, name),
        element('span', { class: 'value' }, value),
      ),
    ),
  );
}

const hourOf = (hour) => `${String(new Date(hour.from).getHours()).padStart(2, '0')}:00`;

export function showThroughput(hours) {
  const most = Math.max(1, ...hours.map((hour) => hour.published + hour.failed));
  const sum = (field) => hours.reduce((total, hour) => total + hour[field], 0);
  byId('throughput-sum').textContent =
    `In the last 24 hours ${counted(sum('published'), 'document was', 'documents were')} published ` +
    `(${counted(sum('pages'), 'page', 'pages')}), ${count(sum('failed'))} failed, ` +
    `${counted(sum('begun'), 'ingest', 'ingests')} begun. Fullest hour: ${count(most)}.`;
  show(byId('throughput'), hours, () =>
    hours.map((hour, index) => {
      const label = `${hourOf(hour)}: ${count(hour.published)} published, ${count(hour.failed)} failed`;
      const bar = (kind, number) => {
        const made = element('span', { class: kind });
        made.style.height = `${(100 * number) / most}%`;
        return made;
      };
      return element(
        'li',
        { title: label, 'aria-label': label },
        element('span', { class: 'column' }, bar('failed', hour.failed), bar('published', hour.published)),
        element('span', { class: 'hour', 'aria-hidden': 'true' }, index % 4 === 3 ? hourOf(hour) : ''),
      );
    }),
  );
}

function behindOf(stage) {
  if (stage.lagMessages === undefined) {
    return '–';
  }
  return stage.lagMessages === 0
    ? 'nothing'
    : `${count(stage.lagMessages)}, ${duration(stage.lagSeconds)}`;
}

function control(stage, again) {
  if (stage.paused) {
    return button(
      `resume-${stage.stage}`,
      'Resume',
      (event) =>
        press(event.currentTarget, async () => {
          await api.resume(stage.stage);
          say(`The stage ${stage.stage} goes on.`);
          await again();
        }),
      { class: 'main', 'aria-label': `Resume the stage ${stage.stage}` },
    );
  }
  return button(
    `pause-${stage.stage}`,
    'Pause …',
    () => askToPause(stage.stage),
    { 'aria-label': `Pause the stage ${stage.stage}` },
  );
}

let stageToPause = '';

function askToPause(stage) {
  stageToPause = stage;
  byId('pause-title').textContent = `Pause ${stage}`;
  byId('pause-reason').value = '';
  byId('pause').showModal();
}

export function preparePause(again) {
  byId('pause-close').addEventListener('click', () => byId('pause').close());
  byId('pause-form').addEventListener('submit', (event) => {
    event.preventDefault();
    press(byId('pause-submit'), async () => {
      await api.pause(stageToPause, byId('pause-reason').value);
      byId('pause').close();
      say(`The stage ${stageToPause} ends what it has in hand and takes nothing further.`);
      await again();
    }).finally(() => {
      byId('pause-submit').disabled = false;
    });
  });
}

export function showStages(stages, again) {
  const most = Math.max(1, ...stages.map((stage) => stage.inFlight));
  show(byId('stages'), stages, () =>
    stages.map((stage) => {
      const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.width = `${(100 * stage.inFlight) / most}%`;
      const busy = stage.inFlight > 0;
      const measured = stage.meanSeconds > 0 || stage.p95Seconds > 0;
      const cell = (label, text) => element('td', { class: 'number', 'data-label': label }, text);
      return element(
        'tr',
        { class: stage.paused ? 'paused' : undefined },
        element(
          'th',
          { scope: 'row' },
          stage.stage,
          stage.paused
            ? element(
                'span',
                { class: 'pause-note' },
                'paused by ',
                stage.paused.by,
                ' ',
                when(stage.paused.since),
                stage.paused.reason ? `: ${stage.paused.reason}` : '',
              )
            : null,
        ),
        element(
          'td',
          { class: 'load' },
          element('span', { class: 'value' }, count(stage.inFlight)),
          element('span', { class: 'track' }, bar),
        ),
        cell('oldest', busy ? duration(stage.oldestAgeSeconds) : '–'),
        cell('behind', behindOf(stage)),
        cell('last hour', count(stage.lastHour)),
        cell('mean', measured ? duration(stage.meanSeconds) : '–'),
        cell('95 % within', measured ? duration(stage.p95Seconds) : '–'),
        element('td', { class: 'control' }, control(stage, again)),
      );
    }),
  );
}

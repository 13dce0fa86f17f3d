/** Failures by reason, dead letters, damaged files. */
import * as api from '/operations/api.js';
import { openIngest } from '/operations/ingest.js';
import {
  button,
  byId,
  dialog,
  element,
  nothing,
  paper,
  press,
  say,
  show,
  twice,
  when,
} from '/operations/elements.js';
import { count, counted } from '/operations/format.js';

const placeOf = (stage, page) => (page ? `${stage}, page ${page}` : stage);

export function showGroups(groups) {
  show(byId('groups'), groups, () =>
    groups.length === 0 ? [nothing('No failure in the last seven days.')] : groups.map(groupCard),
  );
}

function groupCard(group) {
  const settled = group.documents - group.open;
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('b', {}, element('code', {}, group.code)),
      element('span', { class: 'where' }, group.stage),
      element(
        'span',
        { class: 'tally' },
        `${counted(group.failures, 'failure', 'failures')} of ${counted(group.documents, 'document', 'documents')}`,
        settled > 0 ? `, ${count(settled)} processed since` : '',
      ),
      element(
        'span',
        { class: 'since' },
        group.failures === 1 ? '' : 'since ',
        group.failures === 1 ? null : when(group.first),
        group.failures === 1 ? '' : ', last ',
        when(group.last),
      ),
    ),
    element(
      'ul',
      { class: 'samples' },
      ...group.samples.map((sample) =>
        element(
          'li',
          {},
          paper(sample.documentId, sample.title),
          element('span', { class: 'where' }, sample.page ? ` page ${sample.page}: ` : ': '),
          sample.message,
          ' ',
          button(
            `sample-${sample.ingestId}-${sample.page ?? 0}`,
            'its ingest',
            () => openIngest(sample.ingestId, sample.title),
            { class: 'plain', 'aria-label': `Show the ingest of ${sample.title}` },
          ),
        ),
      ),
    ),
  );
}

export function showFailures(failures) {
  show(byId('failures'), failures, () =>
    failures.length === 0
      ? [nothing('No failure so far.')]
      : failures.map((failure) =>
          element(
            'li',
            {},
            element(
              'p',
              { class: 'head' },
              paper(failure.documentId, failure.title),
              element('span', { class: 'where' }, placeOf(failure.stage, failure.page)),
              when(failure.at),
            ),
            element('p', {}, element('code', {}, failure.code), ' ', failure.message),
            element(
              'p',
              { class: 'actions' },
              button(`failure-${failure.ingestId}-${failure.at}`, 'Show its ingest', () =>
                openIngest(failure.ingestId, failure.title),
              ),
            ),
          ),
        ),
  );
}

export function showLetters(letters, state, again) {
  show(byId('letters'), letters, () =>
    letters.length === 0
      ? [nothing(state === 'open' ? 'None. Every message has been handled.' : `None was ${state}.`)]
      : letters.map((letter) => letterCard(letter, again)),
  );
}

function letterCard(letter, again) {
  const inspect = button(`inspect-${letter.id}`, 'Inspect', () => inspectLetter(letter), {
    'aria-label': `Inspect dead letter ${letter.id}`,
  });
  const replay = () =>
    button(
      `replay-${letter.id}`,
      'Replay',
      (event) =>
        settle(event.currentTarget, again, () => api.replay(letter.id), {
          reprocessed: 'The document is processed again under a new ingest.',
          'sent-again': `The message was sent to ${letter.sourceTopic} again.`,
        }),
      { class: 'main', 'aria-label': `Replay dead letter ${letter.id}` },
    );
  const discard = () =>
    button(
      `discard-${letter.id}`,
      'Discard',
      (event) => {
        const pressed = event.currentTarget;
        twice(pressed, 'Really discard?', () =>
          settle(pressed, again, () => api.discard(letter.id), {
            discarded: 'The dead letter is put aside.',
          }),
        );
      },
      { 'aria-label': `Discard dead letter ${letter.id}` },
    );
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('b', {}, element('code', {}, letter.code)),
      element('span', { class: 'where' }, letter.consumer),
      when(letter.failedAt),
    ),
    element('p', {}, letter.message),
    element(
      'p',
      { class: 'quiet' },
      `from ${letter.sourceTopic}`,
      letter.documentId ? ', ' : '',
      letter.documentId ? paper(letter.documentId, 'the document') : null,
      letter.stackDigest ? `, place ${letter.stackDigest}` : '',
    ),
    element(
      'p',
      { class: 'actions' },
      ...(letter.state === 'open' ? [replay(), discard()] : []),
      inspect,
    ),
  );
}

async function settle(pressed, again, act, sayings) {
  const buttons = pressed.parentElement.querySelectorAll('button');
  buttons.forEach((one) => (one.disabled = true));
  try {
    const { outcome } = await act();
    say(sayings[outcome] ?? outcome);
  } catch (refused) {
    say(refused.message, true);
    buttons.forEach((one) => (one.disabled = false));
  }
  await again();
}

let letterDialog;

export function prepareLetters() {
  letterDialog = dialog('letter');
}

async function inspectLetter(letter) {
  letterDialog.open(`Dead letter ${letter.id}`);
  try {
    const found = await api.deadLetter(letter.id);
    letterDialog.show(found, () => letterDetails(found));
  } catch (refused) {
    letterDialog.fault(refused.message);
  }
}

function letterDetails(found) {
  const { letter } = found;
  const source =
    found.sourceOffset === undefined
      ? letter.sourceTopic
      : `${letter.sourceTopic}, partition ${found.sourcePartition}, offset ${found.sourceOffset}`;
  const facts = [
    ['Reason', `${letter.code}: ${letter.message}`],
    ['Consumer', letter.consumer],
    ['Came from', source],
    ['Lies on', `${letter.topic}, partition ${found.partition}, offset ${found.offset}`],
    ['Key', found.key ?? ''],
    ['Revision', found.revision === undefined ? '' : String(found.revision)],
    ['Place in the code', letter.stackDigest ?? ''],
    ['State', found.settledBy ? `${letter.state} by ${found.settledBy}` : letter.state],
    ['Size', counted(found.sizeBytes, 'byte', 'bytes')],
  ].filter(([, value]) => value !== '');
  return [
    element(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
    element('pre', { tabindex: '0', 'aria-label': 'The message' }, pretty(found)),
  ];
}

function pretty(found) {
  if (found.contentForm === 'none') {
    return 'The message is empty.';
  }
  try {
    return JSON.stringify(JSON.parse(found.content), null, 2);
  } catch {
    return found.content;
  }
}

export function showFixity({ summary, damages }) {
  const { files, checked, damaged, repaired, oldestCheck } = summary;
  const figures = byId('fixity-figures');
  figures.replaceChildren(
    files === 0
      ? 'No file is kept yet.'
      : `${count(checked)} of ${counted(files, 'file', 'files')} compared with the digests they came in under`,
    files > 0 ? `, ${damaged === 0 ? 'none' : count(damaged)} damaged or missing` : '',
    repaired > 0 ? `, ${count(repaired)} taken from the second bucket so far` : '',
    ...(oldestCheck ? ['; the oldest check was ', when(oldestCheck)] : []),
    files > 0 ? '.' : '',
  );
  figures.classList.toggle('fault', damaged > 0);
  show(byId('fixity'), damages, () => damages.map(damageCard));
}

function damageCard(damage) {
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      element('b', {}, damage.state === 'missing' ? 'Missing' : 'Not what came in'),
      paper(damage.documentId, damage.title),
      when(damage.failedSince),
    ),
    element('p', {}, `${damage.fileName}: ${damage.detail}`),
    element('p', { class: 'quiet' }, element('code', {}, damage.objectKey)),
    element(
      'p',
      { class: 'actions' },
      button(
        `fixity-${damage.objectKey}`,
        'Check again',
        (event) =>
          press(event.currentTarget, async () => {
            const { files } = await api.checkFixity(damage.documentId);
            say(`${counted(files, 'file is', 'files are')} checked within a minute.`);
          }),
        { 'aria-label': `Check the files of ${damage.title} again` },
      ),
    ),
  );
}

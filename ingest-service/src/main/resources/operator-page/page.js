/** The operators' page: asks for the figures every two seconds and shows them. */
import * as api from '/operations/api.js';
import { count, counted, duration, exact, moment, time } from '/operations/format.js';

const pollMs = 2000;
const pollAfterFaultMs = 5000;
const warnAfterSeconds = { oldest: 900, outbox: 30 };

const byId = (id) => document.getElementById(id);

/** An element with text or children; text never becomes markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') {
      made.addEventListener('click', value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Replaces the children when the data differ from what is shown, and keeps the focus. */
const shown = new WeakMap();
function show(parent, data, make) {
  const text = JSON.stringify(data);
  if (shown.get(parent) === text) {
    return;
  }
  shown.set(parent, text);
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.dataset.key
    : undefined;
  parent.replaceChildren(...make());
  if (focused !== undefined) {
    const again = [...parent.querySelectorAll('[data-key]')].find((e) => e.dataset.key === focused);
    (again ?? parent.closest('section'))?.focus?.();
  }
}

const when = (text) => element('time', { datetime: text, title: exact(text) }, moment(text));
const paper = (id, title) => element('a', { href: `/documents/${id}` }, title);
const nothing = (text) => element('li', { class: 'nothing' }, text);

function showDocuments(documents) {
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

function showSigns(summary) {
  const { outbox, deadLetters, documents, oldestUnfinishedSeconds: oldest = 0 } = summary;
  const signs = [
    [
      'Oldest unfinished',
      documents.inFlight === 0 ? 'none' : duration(oldest),
      oldest > warnAfterSeconds.oldest,
    ],
    [
      'Outbox',
      outbox.pending === 0
        ? 'empty'
        : `${counted(outbox.pending, 'event', 'events')}, ${duration(outbox.ageSeconds)}`,
      outbox.ageSeconds > warnAfterSeconds.outbox,
    ],
    ['Dead letters', deadLetters.open === 0 ? 'none open' : `${count(deadLetters.open)} open`, deadLetters.open > 0],
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

function showStages(stages) {
  const most = Math.max(1, ...stages.map((stage) => stage.inFlight));
  show(byId('stages'), stages, () =>
    stages.map((stage) => {
      const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.width = `${(100 * stage.inFlight) / most}%`;
      const busy = stage.inFlight > 0;
      const measured = stage.meanSeconds > 0 || stage.p95Seconds > 0;
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, stage.stage),
        element(
          'td',
          { class: 'load' },
          element('span', { class: 'value' }, count(stage.inFlight)),
          element('span', { class: 'track' }, bar),
        ),
        element('td', { class: 'number' }, busy ? duration(stage.oldestAgeSeconds) : '–'),
        element('td', { class: 'number' }, measured ? duration(stage.meanSeconds) : '–'),
        element('td', { class: 'number' }, measured ? duration(stage.p95Seconds) : '–'),
      );
    }),
  );
}

function showFailures(failures) {
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
              element('span', { class: 'where' }, failure.page ? `${failure.stage}, page ${failure.page}` : failure.stage),
              when(failure.at),
            ),
            element('p', {}, element('code', {}, failure.code), ' ', failure.message),
            element(
              'p',
              { class: 'actions' },
              element(
                'button',
                {
                  type: 'button',
                  'data-key': `failure-${failure.ingestId}-${failure.at}`,
                  onclick: () => openIngest(failure.ingestId, failure.title),
                },
                'Show its ingest',
              ),
            ),
          ),
        ),
  );
}

function showIngests(ingests) {
  show(byId('ingests'), ingests, () =>
    ingests.length === 0
      ? [nothing('Nothing was submitted yet.')]
      : ingests.map((one) =>
          element(
            'li',
            {},
            element('span', { class: 'state', 'data-state': one.state }, one.state.replaceAll('-', ' ')),
            element('span', { class: 'what' }, paper(one.documentId, one.title)),
            element('span', { class: 'quiet' }, `revision ${one.revision}, ${one.cause}`),
            element(
              'span',
              { class: 'quiet' },
              when(one.acceptedAt),
              one.endedAt ? `, ${duration((new Date(one.endedAt) - new Date(one.acceptedAt)) / 1000)}` : '',
            ),
            element(
              'button',
              {
                type: 'button',
                'data-key': `ingest-${one.ingestId}`,
                'aria-label': `Details of ${one.title}, revision ${one.revision}`,
                onclick: () => openIngest(one.ingestId, one.title),
              },
              'Details',
            ),
          ),
        ),
  );
}

function showLetters(letters, state) {
  show(byId('letters'), letters, () =>
    letters.length === 0
      ? [nothing(state === 'open' ? 'None. Every message has been handled.' : `None was ${state}.`)]
      : letters.map(letterCard),
  );
}

function showFixity({ summary, damages }) {
  const { files, checked, damaged, oldestCheck } = summary;
  const figures = byId('fixity-figures');
  figures.replaceChildren(
    files === 0
      ? 'No file is kept yet.'
      : `${count(checked)} of ${counted(files, 'file', 'files')} compared with the digests they came in under`,
    files > 0 ? `, ${damaged === 0 ? 'none' : count(damaged)} damaged or missing` : '',
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
      element(
        'button',
        {
          type: 'button',
          'data-key': `fixity-${damage.objectKey}`,
          'aria-label': `Check the files of ${damage.title} again`,
          onclick: async (event) => {
            const button = event.currentTarget;
            button.disabled = true;
            try {
              const { files } = await api.checkFixity(damage.documentId);
              say(`${counted(files, 'file is', 'files are')} checked within a minute.`);
            } catch (refused) {
              say(refused.message, true);
              button.disabled = false;
            }
          },
        },
        'Check again',
      ),
    ),
  );
}

function letterCard(letter) {
  const actions =
    letter.state === 'open'
      ? element(
          'p',
          { class: 'actions' },
          element(
            'button',
            {
              type: 'button',
              class: 'main',
              'data-key': `replay-${letter.id}`,
              'aria-label': `Replay dead letter ${letter.id}`,
              onclick: (event) => settle(event.currentTarget, () => api.replay(letter.id), {
                reprocessed: 'The document is processed again under a new ingest.',
                'sent-again': `The message was sent to ${letter.sourceTopic} again.`,
              }),
            },
            'Replay',
          ),
          element(
            'button',
            {
              type: 'button',
              'data-key': `discard-${letter.id}`,
              'aria-label': `Discard dead letter ${letter.id}`,
              onclick: (event) => discard(event.currentTarget, letter),
            },
            'Discard',
          ),
        )
      : null;
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
    actions,
  );
}

/** The second press within four seconds discards; there is no way back from that. */
function discard(button, letter) {
  if (button.dataset.armed === undefined) {
    button.dataset.armed = '';
    button.textContent = 'Really discard?';
    setTimeout(() => {
      delete button.dataset.armed;
      button.textContent = 'Discard';
    }, 4000);
    return;
  }
  settle(button, () => api.discard(letter.id), { discarded: 'The dead letter is put aside.' });
}

async function settle(button, act, sayings) {
  const buttons = button.parentElement.querySelectorAll('button');
  buttons.forEach((one) => (one.disabled = true));
  try {
    const { outcome } = await act();
    say(sayings[outcome] ?? outcome);
  } catch (refused) {
    say(refused.message, true);
    buttons.forEach((one) => (one.disabled = false));
  }
  await look();
}

let noticeTimer;
function say(text, fault = false) {
  const notice = byId('notice');
  notice.textContent = text;
  notice.classList.toggle('fault', fault);
  notice.classList.add('seen');
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => notice.classList.remove('seen'), 6000);
}

let openedIngest = '';
let openedTitle = '';

async function openIngest(id, title) {
  openedIngest = id;
  openedTitle = title;
  byId('ingest-title').textContent = title;
  byId('ingest-body').replaceChildren(element('p', { class: 'quiet' }, 'One moment …'));
  shown.delete(byId('ingest-body'));
  byId('ingest').showModal();
  await lookAtIngest();
}

async function lookAtIngest() {
  if (!byId('ingest').open) {
    return;
  }
  const id = openedIngest;
  try {
    const found = await api.ingest(id);
    if (id === openedIngest) {
      show(byId('ingest-body'), found, () => ingestDetails(found));
    }
  } catch (refused) {
    byId('ingest-body').replaceChildren(element('p', { class: 'fault' }, refused.message));
  }
}

function ingestDetails(found) {
  const stages = element(
    'ul',
    { class: 'steps' },
    ...found.stages.map((stage) =>
      element(
        'li',
        { 'data-state': stage.state },
        element('span', { class: 'name' }, stage.stage),
        element('span', { class: 'value' }, `${stage.done} of ${stage.total}`),
        stage.failed > 0 ? element('span', { class: 'fault' }, `${stage.failed} failed`) : null,
      ),
    ),
  );
  const pages = element(
    'ol',
    { class: 'pages', 'aria-label': 'Pages' },
    ...found.pages.map((page) => {
      const sure = page.confidence === undefined ? '' : `, ${Math.round(page.confidence * 100)} %`;
      const label = `Page ${page.page}: ${page.state}${sure}${page.reason ? `. ${page.reason}` : ''}`;
      return element(
        'li',
        { 'data-state': page.needsReview ? 'review' : page.state, title: label, 'aria-label': label },
        String(page.page),
      );
    }),
  );
  return [
    element(
      'p',
      {},
      element('span', { class: 'state', 'data-state': found.state }, found.state.replaceAll('-', ' ')),
      ` revision ${found.revision}, ${found.cause}, accepted `,
      when(found.acceptedAt),
      found.endedAt ? ', ended ' : '',
      found.endedAt ? when(found.endedAt) : null,
    ),
    stages,
    pages,
    element(
      'ul',
      { class: 'cards' },
      ...found.failures.map((failure) =>
        element(
          'li',
          {},
          element(
            'p',
            {},
            element('code', {}, failure.code),
            ` ${failure.page ? `${failure.stage}, page ${failure.page}` : failure.stage}: ${failure.message}`,
          ),
        ),
      ),
    ),
    element(
      'p',
      { class: 'actions' },
      element('a', { class: 'button', href: `/documents/${found.documentId}` }, 'Reading page'),
      element(
        'button',
        {
          type: 'button',
          'data-key': 'reprocess',
          onclick: async (event) => {
            const button = event.currentTarget;
            button.disabled = true;
            try {
              const accepted = await api.reprocess(found.documentId);
              say(`Processed again as revision ${accepted.revision}.`);
              await openAnother(accepted.ingestId);
            } catch (refused) {
              say(refused.message, true);
              button.disabled = false;
            }
          },
        },
        'Process the document again',
      ),
    ),
    element('p', { class: 'quiet' }, 'Ingest ', element('code', {}, found.ingestId)),
  ];
}

async function openAnother(id) {
  openedIngest = id;
  shown.delete(byId('ingest-body'));
  byId('ingest-title').textContent = openedTitle;
  await lookAtIngest();
}

function pulse(state, text) {
  const line = byId('pulse');
  if (line.dataset.state !== state) {
    line.dataset.state = state;
  }
  line.textContent = text;
}

function askForToken(fault) {
  byId('figures').hidden = true;
  byId('sign-out').hidden = true;
  byId('sign-in').hidden = false;
  byId('token-fault').textContent = fault;
  pulse('waiting', 'no token');
  byId('token').focus();
}

let nextLook;
let looking = false;

async function look() {
  clearTimeout(nextLook);
  if (looking) {
    return;
  }
  if (api.currentToken() === '') {
    askForToken('');
    return;
  }
  looking = true;
  let wait = pollMs;
  try {
    const state = byId('letters-state').value;
    const [summary, letters, fixity] = await Promise.all([
      api.summary(),
      api.deadLetters(state),
      api.fixity(),
    ]);
    byId('sign-in').hidden = true;
    byId('figures').hidden = false;
    byId('sign-out').hidden = false;
    showDocuments(summary.documents);
    showSigns(summary);
    showStages(summary.stages);
    showLetters(letters, state);
    showFixity(fixity);
    showFailures(summary.failures);
    showIngests(summary.ingests ?? []);
    await lookAtIngest();
    pulse('live', `live, ${time(new Date())}`);
  } catch (refused) {
    if (refused.status === 401 || refused.status === 403) {
      api.forgetToken();
      askForToken(
        refused.status === 401
          ? 'The token is not valid, or no longer.'
          : 'The token is valid but has not the role operator.',
      );
      looking = false;
      return;
    }
    wait = pollAfterFaultMs;
    pulse('lost', refused.status === undefined ? 'this page has a fault' : refused.message);
    if (refused.status === undefined) {
      console.error(refused);
    }
  }
  looking = false;
  if (!document.hidden) {
    nextLook = setTimeout(look, wait);
  }
}

byId('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  api.keepToken(byId('token').value);
  byId('token').value = '';
  look();
});
byId('sign-out').addEventListener('click', () => {
  clearTimeout(nextLook);
  api.forgetToken();
  askForToken('');
});
byId('letters-state').addEventListener('change', look);
byId('ingest-close').addEventListener('click', () => byId('ingest').close());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) {
    look();
  }
});
look();

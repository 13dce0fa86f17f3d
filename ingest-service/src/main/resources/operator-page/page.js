/** The operators' page: follows the figures as they come and shows them. */
import * as api from '/operations/api.js';
import { byId } from '/operations/elements.js';
import {
  prepareLetters,
  showFailures,
  showFixity,
  showGroups,
  showLetters,
} from '/operations/failures.js';
import { time } from '/operations/format.js';
import { lookAtIngest, prepareIngest, showIngests } from '/operations/ingest.js';
import { prepareReprocessing, showEngines, showReprocessings } from '/operations/reprocess.js';
import {
  preparePause,
  showDocuments,
  showSigns,
  showStages,
  showThroughput,
} from '/operations/stages.js';

const againAfterFaultMs = 5000;

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

function showSummary(summary) {
  byId('sign-in').hidden = true;
  byId('figures').hidden = false;
  byId('sign-out').hidden = false;
  showDocuments(summary.documents);
  showSigns(summary);
  showThroughput(summary.throughput);
  showStages(summary.stages, look);
  showGroups(summary.failureGroups);
  showFailures(summary.failures);
  showIngests(summary.ingests);
  showReprocessings(summary.reprocessings, look);
  pulse('live', `live, ${time(new Date())}`);
}

/** What is not part of the figures that come by themselves. */
async function showTheRest() {
  const state = byId('letters-state').value;
  const [letters, fixity] = await Promise.all([api.deadLetters(state), api.fixity()]);
  showLetters(letters, state, look);
  showFixity(fixity);
  await lookAtIngest();
}

function lost(refused) {
  if (refused.status === 401 || refused.status === 403) {
    api.forgetToken();
    askForToken(
      refused.status === 401
        ? 'The token is not valid, or no longer.'
        : 'The token is valid but has not the role operator.',
    );
    return;
  }
  pulse('lost', refused.status === undefined ? 'this page has a fault' : refused.message);
  if (refused.status === undefined) {
    console.error(refused);
  }
}

/** Everything at once, after a deed. */
async function look() {
  try {
    showSummary(await api.summary());
    await showTheRest();
  } catch (refused) {
    lost(refused);
  }
}

let following;

/** Follows the figures while the page can be seen; a stream that ends is begun again. */
async function follow() {
  following?.abort();
  if (api.currentToken() === '') {
    askForToken('');
    return;
  }
  const mine = new AbortController();
  following = mine;
  try {
    await showEngines();
    for await (const summary of api.summaries(mine.signal)) {
      showSummary(summary);
      await showTheRest();
    }
  } catch (refused) {
    if (mine.signal.aborted) {
      return;
    }
    lost(refused);
  }
  if (!mine.signal.aborted && api.currentToken() !== '') {
    setTimeout(() => {
      if (following === mine && !document.hidden) {
        follow();
      }
    }, againAfterFaultMs);
  }
}

byId('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  api.keepToken(byId('token').value);
  byId('token').value = '';
  follow();
});
byId('sign-out').addEventListener('click', () => {
  following?.abort();
  api.forgetToken();
  askForToken('');
});
byId('letters-state').addEventListener('change', look);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    following?.abort();
  } else {
    follow();
  }
});
prepareIngest();
prepareLetters();
preparePause(look);
prepareReprocessing(look);
follow();

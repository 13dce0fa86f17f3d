/** Making and replacing parts of the page; text never becomes markup. */
import { exact, moment } from '/operations/format.js';

export const byId = (id) => document.getElementById(id);

/** An element with text or children. */
export function element(name, attributes = {}, ...children) {
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
export function show(parent, data, make) {
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

/** The next data are shown, whatever they are. */
export const forget = (parent) => shown.delete(parent);

export const when = (text) =>
  element('time', { datetime: text, title: exact(text) }, moment(text));

export const paper = (id, title) => element('a', { href: `/documents/${id}` }, title);

export const nothing = (text) => element('li', { class: 'nothing' }, text);

export const button = (key, text, onclick, more = {}) =>
  element('button', { type: 'button', 'data-key': key, onclick, ...more }, text);

let noticeTimer;
export function say(text, fault = false) {
  const notice = byId('notice');
  notice.textContent = text;
  notice.classList.toggle('fault', fault);
  notice.classList.add('seen');
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => notice.classList.remove('seen'), 6000);
}

/** Does something with the button held down; a refusal is said and gives the button back. */
export async function press(pressed, act) {
  pressed.disabled = true;
  try {
    return await act();
  } catch (refused) {
    say(refused.message, true);
    pressed.disabled = false;
    return undefined;
  }
}

/** The second press within four seconds acts; there is no way back from it. */
export function twice(pressed, question, act) {
  if (pressed.dataset.armed === undefined) {
    const before = pressed.textContent;
    pressed.dataset.armed = '';
    pressed.textContent = question;
    setTimeout(() => {
      delete pressed.dataset.armed;
      pressed.textContent = before;
    }, 4000);
    return;
  }
  act();
}

/** A dialog that shows a heading and a body, and the body anew. */
export function dialog(id) {
  const box = byId(id);
  byId(`${id}-close`).addEventListener('click', () => box.close());
  return {
    opened: () => box.open,
    open(title) {
      byId(`${id}-title`).textContent = title;
      byId(`${id}-body`).replaceChildren(element('p', { class: 'quiet' }, 'One moment …'));
      forget(byId(`${id}-body`));
      if (!box.open) {
        box.showModal();
      }
    },
    show: (data, make) => show(byId(`${id}-body`), data, make),
    fault: (text) => byId(`${id}-body`).replaceChildren(element('p', { class: 'fault' }, text)),
  };
}

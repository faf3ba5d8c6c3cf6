// Keeps what a page shows of monitors, incidents and runs up to date. The server says by one stream
// that something is thought otherwise, or was done, and the page then asks for itself again and takes
// over the parts that differ, so that there is one rendering.

import { follow } from './stream.mjs';

const AT_MOST_EVERY = 1_500;

/**
 * The keyed parts of a list in the order that is wanted: what stays is kept as the same element, so
 * that focus and scroll position stay, too. Pure.
 */
export function plan(before, after) {
  const kept = new Set(after.filter(id => before.includes(id)));
  return { stays: after.map(id => ({ id, kept: kept.has(id) })), goes: before.filter(id => !kept.has(id)) };
}

function replace(part, fresh) {
  if (part.dataset.part === 'rows') return rows(part, fresh);
  if (part.outerHTML === fresh.outerHTML || isWritten(part)) return;
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  const again = focus && (focus.id ? `#${CSS.escape(focus.id)}` : focus.getAttribute('href') ? `[href="${CSS.escape(focus.getAttribute('href'))}"]` : null);
  for (const { name } of [...part.attributes]) if (!fresh.hasAttribute(name)) part.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) part.setAttribute(name, value);
  part.replaceChildren(...fresh.childNodes);
  if (again) part.querySelector(again)?.focus({ preventScroll: true });
  window.htmx?.process(part);
}

/** Whether somebody has begun to write into a field of it, which is theirs until they are done. */
function isWritten(part) {
  return [...part.querySelectorAll('input:not([type=hidden], [type=search]), textarea')]
    .some(field => field.value !== field.defaultValue);
}

/** Rows of a table are taken over one by one; a list that is no table now as a whole. */
function rows(part, fresh) {
  const [old, now] = [part.querySelector('tbody'), fresh.querySelector('tbody')];
  if (!old || !now) {
    part.replaceChildren(...fresh.childNodes);
    return;
  }
  const back = standing(old);
  const known = new Map([...old.rows].map(row => [row.id, row]));
  const wanted = [...now.rows];
  const { stays, goes } = plan([...known.keys()], wanted.map(row => row.id));
  goes.forEach(id => known.get(id).remove());
  stays.forEach(({ id, kept }, place) => {
    const row = kept ? known.get(id) : wanted[place];
    const was = row.className;
    const state = text(row);
    if (kept) replace(row, wanted[place]);
    if (old.rows[place] !== row) old.insertBefore(row, old.rows[place] ?? null);
    if (!kept || state !== text(row) || was !== row.className) flash(row);
  });
  back();
  const [more, then] = [part.querySelector('.pages'), fresh.querySelector('.pages')];
  if (more && then) more.replaceChildren(...then.childNodes);
  else if (then) part.append(then);
  else more?.remove();
}

/** Gives the focus back to a cell whose row was moved, or has other cells now. */
function standing(body) {
  const cell = body.contains(document.activeElement) && document.activeElement.closest('td, th');
  if (!cell) return () => {};
  const [id, place] = [cell.parentElement.id, cell.cellIndex];
  const itself = cell === document.activeElement;
  return () => {
    const now = document.getElementById(id)?.cells[place];
    if (!now || document.activeElement !== document.body) return;
    if (itself) now.tabIndex = 0;
    (itself ? now : now.querySelector('a, button'))?.focus({ preventScroll: true });
  };
}

function text(row) {
  return row.querySelector('.state')?.textContent ?? '';
}

function flash(row) {
  row.classList.add('fresh');
  setTimeout(() => row.classList.remove('fresh'), 2_000);
}

function start(place) {
  const wanted = place.dataset.live;
  const every = Number(place.dataset.every) * 1_000;
  const after = Number(place.dataset.after ?? 50);
  let soon = null;
  let asking = false;
  let again = false;
  let last = Date.now();
  let told = null;

  async function show() {
    soon = null;
    again = asking;
    if (asking || document.hidden) return;
    asking = true;
    last = Date.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (answer.ok && !answer.redirected) take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch { /* The next turn asks again. */ } finally {
      asking = false;
      if (again) ask();
    }
  }

  function ask() {
    soon ??= setTimeout(show, Math.max(after, AT_MOST_EVERY - (Date.now() - last)));
  }

  function states(items) {
    const concerned = items.filter(item => !wanted || String(item.id) === wanted);
    if (!concerned.length) return;
    const [first] = concerned;
    document.getElementById('announce').textContent = concerned.length === 1
      ? `${first.name} of ${first.asset}: ${first.state.toLowerCase()}`
      : `${concerned.length} monitors changed`;
    ask();
  }

  function run({ id, status, phase }) {
    if (wanted && String(id) !== wanted) return;
    const now = `${status} ${phase}`.toLowerCase().replaceAll('_', ' ');
    if (wanted && now !== told) document.getElementById('announce').textContent = `Run ${id}: ${now}`;
    told = now;
    ask();
  }

  follow({ only: place.dataset.only, states, run, missed: ask });
  document.addEventListener('visibilitychange', () => !document.hidden && ask());
  // Times pass and values come in although nothing is thought otherwise; and a stream may fail.
  if (every) setInterval(() => !document.hidden && Date.now() - last >= every && ask(), every);
}

/** Takes over what differs on another rendering of the page. */
function take(page) {
  for (const part of document.querySelectorAll('[data-live] [data-part]')) {
    const fresh = !part.matches('tr') && part.id && page.getElementById(part.id);
    if (fresh) replace(part, document.importNode(fresh, true));
  }
  document.dispatchEvent(new CustomEvent('cadastre:shown'));
}

if (typeof document !== 'undefined') {
  const place = document.querySelector('[data-live]');
  if (place) start(place);
}

// What the matrix of a run gains over its plain HTML: one moves in it with the keys, and what a cell
// tells appears beside it. Without this, the names of hosts and steps lead to the same.

const STRIDE = 10;
const AGAIN_AFTER = 2_000;

/**
 * Where a key leads from a cell; null for keys that lead nowhere. Row 0 has the steps, column 0 the
 * hosts, and where both meet there is nothing to stand on. Pure.
 */
export function move({ row, column }, { key, ctrlKey = false }, { rows, columns }) {
  const to = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [Math.max(1, row - STRIDE), column],
    PageDown: [row + STRIDE, column],
    Home: ctrlKey ? [1, 1] : [row, 1],
    End: ctrlKey ? [rows - 1, columns - 1] : [row, columns - 1]
  }[key];
  if (!to) return null;
  const within = (place, most) => Math.min(most - 1, Math.max(0, place));
  const there = { row: within(to[0], rows), column: within(to[1], columns) };
  return there.row === 0 && there.column === 0 ? { row, column } : there;
}

/** What is asked for of a cell, as the address has it. Pure. */
export function asked(job, place) {
  const query = new URLSearchParams();
  if (job) query.set('job', job);
  if (place) query.set('place', place);
  return query.toString();
}

function start(panel) {
  const section = panel.closest('section');
  const address = section.dataset.at;
  let stands = { row: 1, column: 1 };
  let on = null;
  let shown = null;
  let soon = null;

  const table = () => document.querySelector('#rows table[role=grid]');
  const cellAt = ({ row, column }) => table()?.rows[row]?.cells[column];
  const size = () => ({ rows: table().rows.length, columns: table().rows[0].cells.length });
  const placeOf = cell => ({ row: cell.parentElement.rowIndex, column: cell.cellIndex });
  const jobOf = cell => table().rows[0].cells[cell.cellIndex].dataset.job;
  const hostOf = cell => cell.parentElement.cells[0].dataset.place;
  const cellOf = event => event.target.closest?.('#rows th, #rows td');
  const words = cell => document.querySelector(`#legend [data-state="${cell.className}"] + span`)?.textContent ?? '';
  const told = cell => `${jobOf(cell)} on ${hostOf(cell)}: ${words(cell)}`;

  /** One cell can be reached with Tab, and the keys lead on from there. */
  function ready() {
    if (!table()) return;
    table().querySelectorAll('th a:not([tabindex])').forEach(link => { link.tabIndex = -1; });
    const { rows, columns } = size();
    const same = on && document.getElementById(on)?.cells[stands.column];
    stand(same ?? cellAt({ row: Math.min(stands.row, rows - 1), column: Math.min(stands.column, columns - 1) }));
    mark();
  }

  function stand(cell, focus) {
    if (!cell) return;
    table().querySelectorAll('[tabindex="0"]').forEach(other => other !== cell && other.removeAttribute('tabindex'));
    cell.tabIndex = 0;
    stands = placeOf(cell);
    on = cell.parentElement.id;
    if (cell.className && cell.tagName === 'TD') cell.setAttribute('aria-label', told(cell));
    if (focus) cell.focus();
  }

  /** The cell of which something is told, if it is one and on this page. */
  function current() {
    const row = shown?.place && document.getElementById('at-' + shown.place);
    const column = shown?.job ? [...table()?.rows[0].cells ?? []].findIndex(head => head.dataset.job === shown.job) : -1;
    return row && column > 0 ? row.cells[column] : null;
  }

  function mark() {
    table()?.querySelectorAll('[aria-selected]').forEach(cell => cell.removeAttribute('aria-selected'));
    current()?.setAttribute('aria-selected', 'true');
  }

  async function show(wanted, focus) {
    clearTimeout(soon);
    shown = wanted;
    shown.state = current()?.className;
    mark();
    const answer = await fetch(`${address}?${asked(wanted.job, wanted.place)}`, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('at');
    if (!fresh || shown !== wanted) return;
    tell(document.importNode(fresh, true), focus);
    if (fresh.dataset.running) soon = setTimeout(() => show(wanted, false), AGAIN_AFTER);
  }

  function tell(fresh, focus) {
    const inside = panel.contains(document.activeElement);
    const closing = document.createElement('button');
    closing.type = 'button';
    closing.className = 'close';
    closing.textContent = 'Close';
    closing.addEventListener('click', close);
    fresh.querySelector('header').append(closing);
    const scrolled = panel.scrollTop;
    const opens = panel.hidden;
    panel.replaceChildren(fresh);
    panel.hidden = false;
    if (opens) reveal();
    panel.scrollTop = inside || !focus ? scrolled : 0;
    if (focus || inside) fresh.querySelector('h2').focus({ preventScroll: inside });
  }

  /** The panel takes room from the matrix, or lies below it where there is little. */
  function reveal() {
    current()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (matchMedia('(max-width: 999px)').matches) panel.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    clearTimeout(soon);
    shown = null;
    panel.hidden = true;
    panel.replaceChildren();
    mark();
    cellAt(stands)?.focus();
  }

  function open(cell, focus) {
    const wanted = { job: jobOf(cell), place: hostOf(cell) };
    if (cell.tagName === 'TD' ? cell.className : wanted.job || wanted.place) show(wanted, focus);
  }

  section.addEventListener('keydown', event => {
    const cell = cellOf(event);
    if (!cell || event.altKey || event.metaKey) return;
    const there = move(placeOf(cell), event, size());
    if (there) stand(cellAt(there), true);
    else if (event.key === 'Enter' || event.key === ' ') open(cell, true);
    else return;
    event.preventDefault();
  });
  section.addEventListener('click', event => {
    const cell = cellOf(event);
    if (!cell || cell.matches('.corner') || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stand(cell, true);
    open(cell, false);
  });
  section.addEventListener('focusin', event => {
    const cell = cellOf(event);
    if (cell) stand(cell);
  });
  section.addEventListener('pointerover', event => {
    const cell = cellOf(event);
    if (cell?.className && cell.tagName === 'TD') cell.title = told(cell);
  });
  // Whatever else on the page tells of a step or a host.
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.pathname !== address) return;
    const query = new URLSearchParams(link.search);
    event.preventDefault();
    show({ job: query.get('job'), place: query.get('place') }, true);
    panel.scrollIntoView({ block: 'nearest' });
  });
  document.addEventListener('keydown', event => event.key === 'Escape' && shown && close());
  document.addEventListener('cadastre:shown', () => {
    ready();
    if (shown && (!current() || shown.state !== current().className)) show(shown, false);
  });
  document.addEventListener('htmx:afterSwap', ready);
  ready();
}

if (typeof document !== 'undefined') {
  const panel = document.getElementById('panel');
  if (panel) start(panel);
}

// What drawings over time gain over their plain SVG: times in the reader's zone, and what each point
// tells. Listens at the document, since parts of the page come anew while it is open.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [10 * 60_000, 4 * HOUR, DAY, 5 * DAY, 61 * DAY];
const MOST_TICKS = 8;

const pad = number => String(number).padStart(2, '0');
const clock = date => `${pad(date.getHours())}:${pad(date.getMinutes())}`;
const day = date => `${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Round moments of the reader's zone between two, in milliseconds. */
export function ticks(from, to, zone = at => -new Date(at).getTimezoneOffset() * 60_000) {
  const step = STEPS.find(one => (to - from) / one <= MOST_TICKS) ?? STEPS.at(-1);
  const shift = zone(to);
  const found = [];
  for (let at = Math.ceil((from + shift) / step) * step - shift; at < to; at += step) {
    const share = (at - from) / (to - from);
    if (share > 0.03 && share < 0.97) found.push({ at, share, dated: step >= DAY });
  }
  return found;
}

/** The place of the point that a share of the width is nearest to; null if there is none. */
export function pointAt(share, { from, to, start, step, count }) {
  const place = Math.floor((from + share * (to - from) - start) / step);
  return place < 0 || place >= count ? null : place;
}

function times(root) {
  for (const axis of root.querySelectorAll('svg.times[data-from]')) {
    const made = ticks(Date.parse(axis.dataset.from), Date.parse(axis.dataset.to)).map(({ at, share, dated }) => {
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.setAttribute('x', `${(share * 100).toFixed(2)}%`);
      text.setAttribute('y', '13');
      text.textContent = dated ? day(new Date(at)) : clock(new Date(at));
      return text;
    });
    axis.replaceChildren(...made);
  }
  for (const title of root.querySelectorAll('title[data-from]')) {
    const [from, to] = [new Date(title.dataset.from), new Date(title.dataset.to)];
    title.textContent = `${day(from)} ${clock(from)} to ${from.toDateString() === to.toDateString() ? '' : day(to) + ' '}${clock(to)}: ${title.dataset.words}`;
  }
  for (const title of root.querySelectorAll('title[data-at]')) {
    const at = new Date(title.dataset.at);
    title.textContent = `${day(at)} ${clock(at)}\n${title.dataset.words}`;
  }
}

function tell(plot, clientX) {
  const figure = plot.closest('figure.chart');
  const cross = plot.querySelector('.cross');
  const output = figure.querySelector('output');
  const box = plot.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
  const texts = figure.dataset.texts.split('\n');
  const [from, to, start] = ['from', 'to', 'start'].map(name => Date.parse(figure.dataset[name]));
  const step = Number(figure.dataset.step);
  const place = pointAt(share, { from, to, start, step, count: texts.length });
  const at = new Date(start + (place ?? 0) * step + step / 2);
  const x = place === null ? share : (at.getTime() - from) / (to - from);
  cross.setAttribute('x1', `${x * 100}%`);
  cross.setAttribute('x2', `${x * 100}%`);
  figure.classList.add('told');
  output.textContent = place === null ? '' : `${day(at)} ${clock(at)}  ${texts[place] || 'not known'}`;
}

function start() {
  document.addEventListener('pointermove', event => {
    const plot = event.target.closest?.('.plot');
    document.querySelectorAll('figure.told').forEach(figure => {
      if (!plot || !figure.contains(plot)) {
        figure.classList.remove('told');
        figure.querySelector('output').textContent = '';
      }
    });
    if (plot) tell(plot, event.clientX);
  });
  document.addEventListener('htmx:afterSwap', event => times(event.detail.target.isConnected ? event.detail.target : document));
  document.addEventListener('cadastre:shown', () => times(document));
  times(document);
}

if (typeof document !== 'undefined') start();

// The side panel: a part of the page that tells of an asset, fetched from that page.

import { element } from './card.mjs';
import { plural } from './wording.mjs';

/** A panel in `place`; `place` is an aside that may be closed. */
export class Panel {
  #place; #body; #asked = 0; #shown = null;

  constructor(place) {
    this.#place = place;
    this.#body = place.querySelector('.body');
  }

  /** Shows the element `#told` of the page at `address`; what is asked for later wins. */
  async show(address) {
    if (this.#shown === address && !this.#place.hidden) return;
    const asked = ++this.#asked;
    this.#shown = address;
    this.#open();
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      await this.#fill(answer, asked);
    } catch (error) {
      if (asked === this.#asked) this.tell('The server does not answer: ' + error.message);
    }
    this.#body.scrollTop = 0;
  }

  /** Sends a form of the panel, shows the page that answers, and returns the answer. */
  async send(form, submitter) {
    const asked = ++this.#asked;
    this.#shown = null;
    const body = new URLSearchParams(new FormData(form, submitter));
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    await this.#fill(answer, asked);
    return answer;
  }

  async #fill(answer, asked) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (asked !== this.#asked) return;
    const told = page.querySelector('#told') ?? page.querySelector('main');
    this.#body.replaceChildren(...(told ? [...told.children] : []));
  }

  /** Lists what a line stands for, as `bundle.mjs` tells it. */
  list({ title, count, lines, more }) {
    this.#asked++;
    this.#shown = null;
    this.#open();
    const head = element('div', 'head');
    head.append(element('h1', '', title));
    const header = element('header', '');
    header.append(element('h2', '', 'What this line stands for'), element('span', 'more', count));
    const list = element('ul', 'links-of');
    list.append(...lines.map(item));
    const section = element('section', '');
    section.append(header, list);
    if (more) section.append(element('p', 'sub', `and ${plural(more, 'relation')} more`));
    this.#body.replaceChildren(head, section);
    this.#body.scrollTop = 0;
  }

  /** Shows a sentence. */
  tell(sentence) {
    this.#open();
    const line = document.createElement('p');
    line.className = 'empty';
    line.textContent = sentence;
    this.#body.replaceChildren(line);
  }

  close() {
    this.#asked++;
    this.#shown = null;
    this.#place.hidden = true;
  }

  /** Below the map, where there is no room beside it, it scrolls into sight. */
  #open() {
    this.#place.hidden = false;
    this.#place.scrollIntoView({ block: 'nearest' });
  }
}

function item({ text, sub, address, line }) {
  const link = element('a', '', text);
  link.href = address;
  link.dataset.mapRelation = '';
  const words = element('div', '');
  words.append(link, element('small', '', sub));
  const mark = element('span', 'line ' + line);
  mark.setAttribute('aria-hidden', 'true');
  const made = element('li', '');
  made.append(mark, words);
  return made;
}

const LINKS = ['mapAsset', 'mapDown', 'mapUp', 'mapFrom', 'mapRelation'];

/**
 * Links and forms in `aside` act on the map by what `on` has under the name of a link's data, called
 * with its value and address, and by `send(form, submitter)`. Without a script they lead to pages.
 */
export function acts(aside, on) {
  aside.addEventListener('click', event => {
    const link = event.target.closest('a');
    const name = link && LINKS.find(each => each in link.dataset);
    if (!name || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    on[name](link.dataset[name], link.getAttribute('href'));
  });
  // At the document, where others have asked by now whether that is really meant.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post' || !aside.contains(event.target)) return;
    event.preventDefault();
    on.send(event.target, event.submitter);
  });
}

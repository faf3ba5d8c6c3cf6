// The side panel: a part of the page that tells of an asset, fetched from that page.

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
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (asked !== this.#asked) return;
      const told = page.querySelector('#told') ?? page.querySelector('main');
      this.#body.replaceChildren(...(told ? [...told.children] : []));
    } catch (error) {
      if (asked === this.#asked) this.tell('The server does not answer: ' + error.message);
    }
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

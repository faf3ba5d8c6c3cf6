// The box that finds assets on the map: a combobox as screen readers know it.

import { find } from './find.mjs';

export class Finder {
  #input; #list; #model; #chosen; #found = []; #at = -1;

  /** A finder in `place` among what `model()` gives; calls `chosen(id)`. */
  constructor(place, model, chosen) {
    this.#input = place.querySelector('input');
    this.#list = place.querySelector('.found');
    this.#model = model;
    this.#chosen = chosen;
    this.#input.addEventListener('input', () => this.#offer());
    this.#input.addEventListener('keydown', event => this.#key(event));
    this.#input.addEventListener('blur', () => setTimeout(() => this.#show([]), 150));
    this.#list.addEventListener('pointerdown', event => {
      const item = event.target.closest('li');
      if (item) this.#take(Number(item.dataset.at));
    });
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  #offer() {
    this.#show(this.#model() ? find(this.#model(), this.#input.value) : []);
  }

  #show(found) {
    this.#found = found;
    this.#at = found.length ? 0 : -1;
    this.#list.replaceChildren(...found.map((asset, at) => {
      const item = document.createElement('li');
      item.id = 'found-' + at;
      item.role = 'option';
      item.dataset.at = at;
      const where = document.createElement('small');
      where.textContent = [asset.id, asset.environment, asset.product?.title].filter(Boolean).join(' · ');
      item.append(asset.title, where);
      return item;
    }));
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
    this.#point();
  }

  #point() {
    [...this.#list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === this.#at)));
    if (this.#at < 0) this.#input.removeAttribute('aria-activedescendant');
    else {
      this.#input.setAttribute('aria-activedescendant', 'found-' + this.#at);
      this.#list.children[this.#at].scrollIntoView({ block: 'nearest' });
    }
  }

  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && this.#found.length) {
      this.#at = (this.#at + by + this.#found.length) % this.#found.length;
      this.#point();
      event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#at >= 0) this.#take(this.#at);
    } else if (event.key === 'Escape') {
      this.#input.value = '';
      this.#show([]);
      this.#input.blur();
    }
  }

  #take(at) {
    const asset = this.#found[at];
    this.#show([]);
    this.#input.value = asset.title;
    this.#chosen(asset.id);
  }
}

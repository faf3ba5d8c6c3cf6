// The time slider: its stops are the days on which the map changed, and now.

import { days, endOf } from './paths.mjs';
import { plural } from './wording.mjs';

const MOST = 90;

export class Slider {
  #place; #input; #output; #chosen; #days = [];

  /** A slider in `place` that calls `chosen(at)`, null for now. */
  constructor(place, chosen) {
    this.#place = place;
    this.#input = place.querySelector('input');
    this.#output = place.querySelector('output');
    this.#chosen = chosen;
    this.#input.addEventListener('input', () => this.#say());
    this.#input.addEventListener('change', () => chosen(this.#at()));
    place.querySelectorAll('button').forEach(button => button.addEventListener('click', () => this.#move(Number(button.dataset.by))));
  }

  /** Offers the days of the map as it is now, which is asked for if `map` is an earlier one. */
  async ready(map, at, address) {
    const now = at ? await (await fetch(address, { headers: { Accept: 'application/json' } })).json() : map;
    this.#days = days(now).slice(-MOST);
    if (this.#days.length < 2) return;
    this.#input.max = String(this.#days.length);
    this.#input.value = String(at ? this.#stop(at) : this.#days.length);
    this.#place.hidden = false;
    this.#say(at);
  }

  #stop(at) {
    const later = this.#days.findIndex(({ day }) => endOf(day) >= at);
    return later < 0 ? this.#days.length : later;
  }

  #at() {
    const stop = this.#days[Number(this.#input.value)];
    return stop ? endOf(stop.day) : null;
  }

  #move(by) {
    const to = Math.min(this.#days.length, Math.max(0, Number(this.#input.value) + by));
    this.#input.value = String(to);
    this.#say();
    this.#chosen(this.#at());
  }

  #say() {
    const stop = this.#days[Number(this.#input.value)];
    const text = stop ? `end of ${stop.day}, ${plural(stop.count, 'change')} that day` : 'now';
    this.#output.textContent = text;
    this.#input.setAttribute('aria-valuetext', text);
  }
}

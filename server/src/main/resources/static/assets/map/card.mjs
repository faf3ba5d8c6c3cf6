// The elements of boxes: a card for a closed one, a frame with a title for an open one.

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = '/assets/map/icons.svg#';

/** The card of a closed box; `text` says what stands on it, without its host if that is below it. */
export function card(box, text, onHost = false) {
  const button = element('button', `card ${box.kind}`);
  button.type = 'button';
  button.dataset.box = box.id;
  button.tabIndex = -1;
  const words = element('span', 'words');
  words.append(element('b', '', text.head(box)), element('small', '', text.sub(box, onHost)));
  button.append(...(box.alike ? [] : [icon(text.icon(box))]), words);
  const mark = text.mark(box);
  if (mark) {
    button.classList.add(mark.state);
    button.append(element('span', 'mark state ' + mark.colour, mark.word));
  }
  button.setAttribute('aria-label', text.spoken(box));
  if (box.children.length) button.setAttribute('aria-expanded', 'false');
  return button;
}

/** What lies below an open box. */
export function frame(box) {
  return element('div', `frame ${box.kind}`);
}

/** The title of an open box, with what closes it. */
export function title(box, text) {
  const bar = element('div', `title-bar ${box.kind}`);
  bar.dataset.box = box.id;
  const name = element('button', 'title');
  name.type = 'button';
  name.tabIndex = -1;
  name.dataset.box = box.id;
  name.append(element('b', '', text.head(box)), element('small', '', text.count(box)));
  name.setAttribute('aria-label', text.spoken(box));
  name.setAttribute('aria-expanded', 'true');
  const fold = element('button', 'fold', '–');
  fold.type = 'button';
  fold.tabIndex = -1;
  fold.dataset.box = box.id;
  fold.setAttribute('aria-label', 'Close ' + text.head(box));
  bar.append(name);
  const mark = text.mark(box);
  if (mark) bar.append(element('span', 'mark state ' + mark.colour, mark.word));
  bar.append(fold);
  return bar;
}

/** A symbol of the page's set. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', ICONS + name);
  svg.append(use);
  return svg;
}

/** An element with a class and text; text is never markup, as hosts write it. */
export function element(name, className, text = '') {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

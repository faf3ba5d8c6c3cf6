// Draws a laid-out view: boxes are elements that can be read, focused and styled; edges, panning
// and zooming are Cytoscape's. Frames lie below the edges, cards above them.

import { card, frame, title } from './card.mjs';
import { edgeStyle, shaped } from './edge.mjs';

const CLOSEST = 2.5;
const LARGEST_AT_FIRST = 1.15;
/** From how many edges on these are drawn faintly, those to what many need still more so. */
const CROWD = 150;
const HUB = 10;
/** Up to how many edges each bears its label; beyond, those do that the reader points at. */
const LABELLED = 60;
const CONTROLS = 36;
const FAR = 0.66;
const FARTHER = 0.34;
const SMOOTH = !matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * A scene in `stage`; `on` has what to do on `choose(id)`, `toggle(id)`, `edge(edge)`, `background()` and
 * `zoomed()`, and `lower()`, how many pixels of the stage's lower edge are covered.
 */
export class Scene {
  #stage; #on; #cy; #frames; #cards; #elements = new Map(); #places = new Map(); #view; #fitted = false; #goal = null;

  constructor(stage, on) {
    this.#stage = stage;
    this.#on = on;
    this.#frames = layer(stage, 'frames');
    const edges = layer(stage, 'edges');
    this.#cards = layer(stage, 'cards');
    this.#cy = cytoscape({
      container: edges, style: edgeStyle(stage), minZoom: 0.05, maxZoom: CLOSEST,
      autoungrabify: true, boxSelectionEnabled: false, selectionType: 'single', pixelRatio: 'auto',
      textureOnViewport: false, hideEdgesOnViewport: false
    });
    this.#cy.on('viewport', () => this.#moved());
    this.#cy.on('dragpan pinchzoom scrollzoom', () => { this.#fitted = false; this.#goal = null; });
    this.#cy.on('pinchzoom scrollzoom', () => on.zoomed());
    this.#cy.on('tap', 'node', event => on.choose(event.target.id(), true));
    this.#cy.on('tap', 'edge', event => on.edge(this.#view.edges.find(edge => edge.id === event.target.id())));
    this.#cy.on('tap', event => event.target === this.#cy && on.background());
    this.#cy.on('mouseover', 'node', event => this.hover(event.target.id()));
    this.#cy.on('mouseout', 'node', () => this.hover(null));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#cy.style(edgeStyle(stage)));
    this.#cards.addEventListener('click', event => {
      const target = event.target.closest('[data-box]');
      if (target) target.matches('.fold') ? on.toggle(target.dataset.box) : on.choose(target.dataset.box, false);
    });
    this.#cards.addEventListener('focusin', event => {
      const target = event.target.closest('.card, .title');
      if (target?.matches(':focus-visible')) this.reveal(target.dataset.box);
    });
  }

  /** Shows a view where `places` says; what was shown before goes. */
  show(view, places, text) {
    this.#view = view;
    this.#places = places;
    this.#elements.clear();
    const frames = [];
    const cards = [];
    for (const box of view.boxes.values()) {
      const place = places.get(box.id);
      if (box.open) frames.push(put(frame(box), place));
      const element = box.open ? put(title(box, text), place, true) : put(card(box, text, place.stands), place);
      cards.push(element);
      this.#elements.set(box.id, element);
    }
    this.#frames.replaceChildren(...frames);
    this.#cards.replaceChildren(...cards);
    this.#cy.batch(() => {
      this.#cy.elements().remove();
      this.#cy.add([...nodes(view, places), ...shapes(view, places)]);
    });
    this.#moved();
  }

  /** The element of a box that is drawn. */
  element(id) {
    return this.#elements.get(id);
  }

  /** Lights up a box with its edges and what they lead to; null for none. */
  hover(id) {
    this.#cy.edges('.near').removeClass('near');
    this.#stage.querySelectorAll('.card.near').forEach(element => element.classList.remove('near'));
    if (id === null) return;
    const edges = this.#cy.getElementById(id).connectedEdges();
    edges.addClass('near');
    edges.connectedNodes().forEach(node => this.#elements.get(node.id())?.classList.add('near'));
  }

  /** Marks edges: those of `hot` stand out and all others step back, unless there are none. */
  light(hot, className = 'hot') {
    this.#cy.batch(() => {
      this.#cy.edges().removeClass('hot falls back');
      if (hot === null) return;
      this.#cy.edges().forEach(edge => { edge.addClass(hot.has(edge.id()) ? className : 'back'); });
    });
  }

  /** Shows everything. */
  fit(animated = false) {
    if (!this.#places.size) return;
    this.#to(this.#cover([...this.#places.values()], 24), animated);
    this.#fitted = true;
  }

  /** Shows a box as large as it can be read. */
  close(id, animated = true) {
    const place = this.#places.get(id);
    if (place) this.#to(this.#cover([place], 40), animated);
  }

  /** Shows boxes, and what lies between. */
  showAll(ids, animated = true) {
    const places = ids.map(id => this.#places.get(id)).filter(Boolean);
    if (places.length) this.#to(this.#cover(places, 60), animated);
  }

  /** Where a box is on the stage, in pixels: `{x, y}` of its centre; undefined if it is not drawn. */
  at(id) {
    const place = this.#places.get(id);
    if (!place) return undefined;
    const { pan, zoom } = this.#now();
    return { x: place.x * zoom + pan.x, y: place.y * zoom + pan.y };
  }

  /** Where the drawing is, or is on its way to. */
  #now() {
    return this.#goal ?? { pan: { ...this.#cy.pan() }, zoom: this.#cy.zoom() };
  }

  /** Moves the drawing so that the box is at that point of the stage. */
  hold(id, point) {
    this.#fitted = false;
    this.#cy.stop();
    this.#goal = null;
    const now = this.at(id);
    if (now && point) this.#cy.panBy({ x: point.x - now.x, y: point.y - now.y });
  }

  /** Moves no farther than needed to have a box on the stage, or to its middle if `centred`. */
  reveal(id, centred = false) {
    const point = this.at(id);
    if (!point) return;
    const { pan, zoom } = this.#now();
    if (zoom < FARTHER) return this.close(id);
    const { clientWidth: width, clientHeight: height } = this.#stage;
    if (centred) return this.#to({ zoom, pan: { x: pan.x + width / 2 - point.x, y: pan.y + height / 2 - point.y } }, true);
    const edge = Math.min(120, width / 4);
    const dx = Math.max(edge - point.x, 0) || Math.min(width - edge - point.x, 0);
    const dy = Math.max(70 - point.y, 0) || Math.min(height - 70 - point.y, 0);
    if (dx || dy) this.#to({ zoom, pan: { x: pan.x + dx, y: pan.y + dy } }, true);
  }

  /** Whether all is in sight because that was asked for. */
  get whole() {
    return this.#fitted;
  }

  get zoom() {
    return this.#cy.zoom();
  }

  /** Zooms about the middle of the stage. */
  zoomBy(factor) {
    this.#fitted = false;
    const middle = { x: this.#stage.clientWidth / 2, y: this.#stage.clientHeight / 2 };
    this.#cy.zoom({ level: this.zoom * factor, renderedPosition: middle });
    this.#on.zoomed();
  }

  /** How wide a box is on the stage, in pixels. */
  widthOf(id) {
    return (this.#places.get(id)?.width ?? 0) * this.zoom;
  }

  /** The drawn box nearest to the middle of the stage of those that `accept`s. */
  central(accept) {
    const middle = { x: this.#stage.clientWidth / 2, y: this.#stage.clientHeight / 2 };
    let found = null;
    let distance = Infinity;
    for (const box of this.#view.boxes.values()) {
      if (!accept(box)) continue;
      const point = this.at(box.id);
      const off = Math.hypot(point.x - middle.x, point.y - middle.y);
      if (off < distance) [found, distance] = [box, off];
    }
    return distance < this.#stage.clientWidth / 3 ? found : null;
  }

  /** The stage has another size: what was shown whole stays so, and else a box in sight. */
  resized(id) {
    this.#cy.resize();
    if (this.#fitted && this.#places.size) this.fit();
    else if (id) this.reveal(id);
  }

  /** Leaves the upper and the lower edge to what lies there. */
  #cover(places, margin) {
    const left = Math.min(...places.map(p => p.x - p.width / 2));
    const right = Math.max(...places.map(p => p.x + p.width / 2));
    const top = Math.min(...places.map(p => p.y - p.height / 2));
    const bottom = Math.max(...places.map(p => p.y + p.height / 2));
    const { clientWidth: width, clientHeight } = this.#stage;
    const height = clientHeight - this.#on.lower();
    const zoom = Math.min((width - 2 * margin) / (right - left), (height - CONTROLS - 2 * margin) / (bottom - top), LARGEST_AT_FIRST);
    return { zoom, pan: { x: (width - (left + right) * zoom) / 2, y: (height + CONTROLS - (top + bottom) * zoom) / 2 } };
  }

  #to(view, animated) {
    this.#fitted = false;
    this.#cy.stop();
    this.#goal = null;
    if (animated && SMOOTH) {
      this.#goal = view;
      this.#cy.animate({ ...view, duration: 220, easing: 'ease-out', complete: () => { this.#goal = null; } });
    } else this.#cy.viewport(view);
  }

  #moved() {
    const { x, y } = this.#cy.pan();
    const zoom = this.zoom;
    for (const each of [this.#frames, this.#cards]) {
      each.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
      each.style.setProperty('--zoom', zoom);
    }
    this.#stage.dataset.far = zoom < FARTHER ? 'farther' : zoom < FAR ? 'far' : 'near';
  }
}

function layer(stage, name) {
  const element = document.createElement('div');
  element.className = 'layer ' + name;
  stage.append(element);
  return element;
}

function put(element, place, titleOnly = false) {
  element.style.left = place.x - place.width / 2 + 'px';
  element.style.top = place.y - place.height / 2 + 'px';
  element.style.width = place.width + 'px';
  if (!titleOnly) element.style.height = place.height + 'px';
  if (place.stand) element.classList.add('stand');
  if (place.stands) element.classList.add('stands');
  return element;
}

/** Whether the nearness of both says what a line would. */
function stands(edge, places) {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  return edge.runsOn && from.stands && to.stand && from.x === to.x && Math.abs(to.y - from.y) < from.height;
}

function shapes(view, places) {
  const drawn = view.edges.filter(edge => !stands(edge, places));
  const cards = [...view.boxes.values()].filter(box => !box.open).map(box => places.get(box.id));
  const into = new Map();
  drawn.forEach(edge => into.set(edge.to, (into.get(edge.to) ?? 0) + 1));
  const strength = edge => (drawn.length <= CROWD ? 1 : into.get(edge.to) > HUB ? 0.14 : 0.4);
  return drawn.map(edge => shaped(edge, places, cards, strength(edge), drawn.length <= LABELLED));
}

function nodes(view, places) {
  return [...view.boxes.values()].map(box => {
    const { x, y, width, height } = places.get(box.id);
    return { group: 'nodes', data: { id: box.id, width, height }, position: { x, y }, classes: box.open ? 'frame' : 'card' };
  });
}

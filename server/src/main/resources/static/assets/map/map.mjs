// The page of the map: loads it, keeps what is open, chosen and presumed down, and says so in the
// address. What to group, draw and where is decided by the pure modules beside this one.

import { follow } from '../stream.mjs';
import { changed, opened, read, write } from './address.mjs';
import { addressOf, bundle } from './bundle.mjs';
import { Finder } from './finder.mjs';
import { group } from './groups.mjs';
import { keys } from './keys.mjs';
import { layout } from './layout.mjs';
import { index, isDrawn } from './model.mjs';
import { acts, Panel } from './panel.mjs';
import { path } from './paths.mjs';
import { Scene } from './scene.mjs';
import { Slider } from './slider.mjs';
import { around, openAtFirst, shownAs, view } from './view.mjs';
import { same, troublesOf } from './troubles.mjs';
import { step } from './walk.mjs';
import { called, falling, NO_IMPACT, plural, wording } from './wording.mjs';

const NARROW = 700;
const READABLE = 0.75;
const OPENS_AT = 270;
const SHUTS_AT = 60;

const page = document.getElementById('map');
const stage = page.querySelector('.stage');
const say = page.querySelector('.say');
const legend = page.querySelector('.legend');
const state = read(location.search);
const panel = new Panel(page.querySelector('aside'));
const scene = new Scene(stage, { choose, toggle, edge: tellEdge, background, zoomed: () => scheduled(zoomed), lower: () => legend.offsetHeight + (say.hidden ? 0 : say.offsetHeight) });

let model, grouping, drawn, places, open, first, words;
let impact = NO_IMPACT;
let troubles = new Map();
let focused = null;
let timer;

async function load() {
  const body = await ask(page.dataset.map);
  if (!body) return null;
  model = index(body);
  grouping = group(model);
  first = openAtFirst(grouping);
  open = stage.clientWidth < NARROW && !state.open.length && !state.shut.length
    ? openAtFirst(grouping, { units: 24, groups: 24 })
    : opened(first, state);
  page.querySelector('.empty').hidden = grouping.roots.length > 0;
  tally(body);
  return body;
}

/** What the server answers as JSON; null if it does not, after saying so. */
async function ask(address) {
  const answer = await fetch(withTime(address), { headers: { Accept: 'application/json' } });
  const json = answer.headers.get('Content-Type')?.includes('json');
  const body = json ? await answer.json() : { detail: `The server answered ${answer.status}. Reload the page, and sign in if it asks.` };
  if (answer.ok && json) return body;
  fail([body.detail ?? body.title, body.remedy].filter(Boolean).join(' '));
  return null;
}

function withTime(address) {
  return state.at ? `${address}${address.includes('?') ? '&' : '?'}at=${encodeURIComponent(state.at)}` : address;
}

function fail(sentence) {
  panel.tell(sentence ?? 'The map could not be loaded.');
  announce(sentence ?? 'The map could not be loaded.');
}

function tally(map) {
  const drawnAssets = map.assets.filter(isDrawn).length;
  const text = `${plural(drawnAssets, 'asset')}, ${plural(map.relations.length, 'relation')}`;
  document.querySelector('.map-bar .tally').textContent = map.omitted ? `${text}, ${plural(map.omitted, 'asset')} left out: narrow the map` : text;
}

/** Draws what is open, and keeps `anchor` where it was on the stage. */
function draw(anchor = null) {
  const held = anchor && scene.at(anchor);
  drawn = view(model, grouping, open);
  places = layout(drawn, Math.max(0.5, stage.clientWidth / Math.max(1, stage.clientHeight)));
  words = wording(model, impact, troubles);
  scene.show(drawn, places, words);
  if (held) scene.hold(anchor, held);
  mark();
}

/** What stands out: the path, what falls, or what is chosen with its neighbours. */
function mark() {
  stage.querySelectorAll('.chosen, .step, .back').forEach(element => element.classList.remove('chosen', 'step', 'back'));
  const chosen = state.asset && boxOf(state.asset);
  const element = chosen && scene.element(chosen);
  element?.classList.add('chosen');
  const way = state.from && state.to ? path(model, state.from, state.to) : null;
  if (way) lightPath(way);
  else if (impact.active) scene.light(fallenEdges(), 'falls');
  else if (chosen) lightNear(chosen);
  else if (state.edge && lineOf(state.edge)) scene.light(new Set([state.edge]));
  else scene.light(null);
  roam(focused && scene.element(focused) ? focused : chosen && element ? chosen : drawn.roots[0]);
}

function lightPath(way) {
  const boxes = new Set(way.assets.map(boxOf));
  scene.light(new Set(drawn.edges.filter(edge => edge.dependencies.some(d => way.edges.includes(d))).map(edge => edge.id)));
  for (const box of drawn.boxes.keys()) scene.element(box)?.classList.add(boxes.has(box) ? 'step' : drawn.boxes.get(box).open ? 'shown' : 'back');
}

function lightNear(chosen) {
  const near = drawn.edges.filter(edge => edge.from === chosen || edge.to === chosen);
  scene.light(near.length ? new Set(near.map(edge => edge.id)) : null);
}

function lineOf(id) {
  return drawn.edges.find(edge => edge.id === id);
}

function fallenEdges() {
  const stopped = id => impact.fallen.has(id) || impact.down.has(id);
  return new Set(drawn.edges.filter(edge => edge.dependencies.some(d => stopped(d.from) && stopped(d.to))).map(edge => edge.id));
}

/** The box that stands for an asset as things are open now. */
function boxOf(asset) {
  const unit = grouping.boxes.has(asset) ? asset : grouping.unitOf.get(asset);
  return unit && shownAs(grouping, open, unit);
}

/** A box was pointed at or entered: a group opens, or closes if nothing is to be told of it. */
function choose(id) {
  const box = grouping.boxes.get(id);
  if (state.from && !state.to && model.assets.has(id) && id !== state.from) return endPath(id);
  const asset = model.assets.has(id);
  if (box?.children.length && !(asset && open.has(id))) toggle(id);
  if (asset) select(id);
}

/** Tells of an asset, and shows where it is. */
function select(id, { jump = false } = {}) {
  state.asset = id;
  state.edge = null;
  if (jump) uncover(id);
  mark();
  if (jump) goTo(boxOf(id));
  tellAsset(id);
  remember();
  const box = boxOf(id);
  announce(box ? words.spoken(drawn.boxes.get(box)) : id);
}

/** Shows a box near enough to read, with what is around it. */
function goTo(box) {
  if (scene.whole && scene.zoom >= READABLE) return;
  const near = open.has(box) ? box : grouping.boxes.get(box)?.parent;
  if (scene.zoom < READABLE && near && grouping.boxes.get(near).kind !== 'environment') scene.close(near);
  else if (box) scene.reveal(box, true);
}

function tellAsset(id) {
  panel.show(withTime(page.dataset.asset + encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%40', '@')));
}

/** Opens what an asset is in. */
function uncover(id) {
  const unit = grouping.boxes.has(id) ? id : grouping.unitOf.get(id);
  const closed = unit ? around(grouping, unit).filter(box => !open.has(box)) : [];
  if (!closed.length) return;
  closed.forEach(box => open.add(box));
  draw();
}

function toggle(id) {
  const opening = !open.has(id);
  if (opening) open.add(id);
  else close(id);
  draw(id);
  focused = id;
  roam(id);
  if (opening && (scene.zoom < READABLE || scene.widthOf(id) > stage.clientWidth)) scene.close(id);
  else if (opening) scene.reveal(id);
  announce(`${grouping.boxes.get(id).title} ${opening ? 'opened: ' + plural(grouping.boxes.get(id).children.length, 'box').replace('boxs', 'boxes') : 'closed'}`);
  remember();
}

function close(id) {
  open.delete(id);
}

/** Zoom by meaning: what has become large opens, what has become small closes. */
function zoomed() {
  const large = scene.central(box => box.children.length && !box.open && scene.widthOf(box.id) > OPENS_AT);
  if (large) {
    open.add(large.id);
    draw(large.id);
    remember();
    return;
  }
  const small = [...drawn.boxes.values()].filter(box => box.kind === 'group' && box.open && scene.widthOf(box.id) < SHUTS_AT);
  if (!small.length) return;
  small.forEach(box => close(box.id));
  draw(small[0].parent);
  remember();
}

function background() {
  if (!state.asset && !state.edge) return;
  state.asset = null;
  state.edge = null;
  panel.close();
  mark();
  remember();
}

/** Tells of a line: of the relation that it is, or which ones it stands for. */
function tellEdge(edge) {
  const list = bundle(model, edge, ...[edge.from, edge.to].map(id => called(model, id, drawn.boxes.get(id).title)));
  state.asset = null;
  state.edge = edge.id;
  mark();
  if (edge.count > 1) panel.list(list);
  else panel.show(withTime(addressOf(edge.dependencies[0].relation)));
  announce(`${list.title}: ${list.count}`);
  remember();
}

/** A sentence above the map, with what ends it. */
function tell(sentence, end = null) {
  say.querySelector('span').textContent = sentence;
  say.hidden = !sentence;
  say.ended = end;
  if (sentence) announce(sentence);
}

function named(id) {
  return called(model, id);
}

function announce(sentence) {
  document.getElementById('announce').textContent = sentence;
}

function remember() {
  const address = location.pathname + write({ ...state, ...changed(first, open) });
  history.replaceState(null, '', address);
  document.querySelectorAll('[data-with-state]').forEach(link => {
    link.search = write({ ...state, open: [], shut: [] }, link.dataset.withState ? { view: link.dataset.withState } : {});
  });
}

// The path between two.

function beginPath(from) {
  state.from = from;
  state.to = null;
  tell(`Choose where the path from ${named(from)} leads to`, endPathing);
  remember();
}

function endPath(to) {
  state.to = to;
  showPath();
  remember();
}

function showPath() {
  const way = path(model, state.from, state.to);
  if (!way) return tell(`Nothing links ${named(state.from)} and ${named(state.to)}`, endPathing);
  way.assets.forEach(uncover);
  mark();
  const [from, to] = [named(state.from), named(state.to)];
  const said = { needs: `${from} needs ${to}`, needed: `${to} needs ${from}`, any: `${from} and ${to} hang together` };
  tell(`${said[way.kind]}, in ${plural(way.edges.length, 'step')}`, endPathing);
  scene.showAll(way.assets.map(boxOf));
}

function endPathing() {
  state.from = null;
  state.to = null;
  tell('');
  mark();
  remember();
}

// What monitors find.

const MOST_PAGES = 20;
let troubling = null;

/** Asks what is wrong now, and draws it if that is something else; who may not know sees no marks. */
async function findTroubles() {
  troubling = null;
  const found = [];
  let after = '';
  for (let turn = 0; turn < MOST_PAGES && after !== null; turn++) {
    const answer = await fetch(`${page.dataset.monitors}?state=PROBLEM&limit=500${after && '&after=' + encodeURIComponent(after)}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const { items, next } = await answer.json();
    found.push(...items);
    after = next ?? null;
  }
  const now = troublesOf(state.at ? [] : found);
  if (same(now, troubles)) return;
  troubles = now;
  draw(state.asset && boxOf(state.asset));
}

function findTroublesSoon() {
  troubling ??= setTimeout(() => findTroubles().catch(() => {}), 1_500);
}

// What falls.

async function presume(down) {
  state.down = down;
  remember();
  if (!down.length) {
    impact = NO_IMPACT;
    tell('');
    panel.close();
    return draw(state.asset && boxOf(state.asset));
  }
  const asked = new URLSearchParams(down.map(id => ['asset', id])).toString();
  const told = await ask(page.dataset.impact + '?' + asked);
  if (!told) return;
  impact = {
    active: true,
    down: new Set(told.down),
    fallen: new Set(told.fallen.map(each => each.asset)),
    reduced: new Set(told.reduced.map(each => each.asset))
  };
  const whole = scene.whole;
  draw(boxOf(down.at(-1)));
  if (whole) scene.fit();
  tell(falling(told, down.map(named)), () => presume([]));
  panel.show(withTime(page.dataset.fall + '?' + asked));
}

// The keyboard.

/** Exactly one box can be reached by Tab; arrows move from it. */
function roam(id) {
  stage.querySelectorAll('[tabindex="0"]').forEach(element => { element.tabIndex = -1; });
  const element = scene.element(id);
  const target = element?.matches('.card') ? element : element?.querySelector('.title');
  if (!target) return null;
  target.tabIndex = 0;
  focused = id;
  return target;
}

keys(stage, {
  walk(box, arrow) {
    const next = step(drawn, places, box, arrow);
    if (!next) return;
    roam(next)?.focus({ preventScroll: true, focusVisible: true });
    scene.reveal(next);
    scene.hover(next);
  },
  leave(box) {
    const outer = drawn.boxes.get(box)?.open ? box : grouping.boxes.get(box)?.parent;
    if (!outer) return;
    toggle(outer);
    roam(outer)?.focus({ preventScroll: true });
  },
  entered: () => requestAnimationFrame(() => roam(focused)?.focus({ preventScroll: true })),
  escape: () => (say.ended ? say.ended() : shut()),
  find: () => finder.focus(),
  whole: () => scene.fit(true),
  nearer: () => scene.zoomBy(1.3)
});

function shut() {
  background();
  panel.close();
}

say.querySelector('button').addEventListener('click', () => (say.ended ? say.ended() : tell('')));
page.querySelector('aside .shut').addEventListener('click', shut);
page.querySelector('.tools').addEventListener('click', event => {
  const wish = event.target.closest('button')?.dataset.zoom;
  if (wish === 'fit') scene.fit(true);
  else if (wish) scene.zoomBy(wish === 'in' ? 1.35 : 1 / 1.35);
});
new ResizeObserver(() => drawn && scene.resized(state.asset && boxOf(state.asset))).observe(stage);

/** After the last of many calls. */
function scheduled(work) {
  clearTimeout(timer);
  timer = setTimeout(work, 140);
}

acts(page.querySelector('aside'), {
  mapAsset: id => select(id, { jump: true }),
  mapDown: id => presume([...new Set([...state.down, id])]),
  mapUp: id => presume(state.down.filter(other => other !== id)),
  mapFrom: beginPath,
  mapRelation: (_, address) => panel.show(withTime(address)),
  async send(form, submitter) {
    const answer = await panel.send(form, submitter);
    if (!answer.ok) return announce('Nothing was changed');
    const path = new URL(answer.url).pathname;
    if (path === location.pathname) shut();
    else if (path.includes(':')) state.asset = decodeURIComponent(path.slice(page.dataset.asset.length));
    Object.assign(state, changed(first, open));
    if (!await load()) return;
    draw(state.asset && boxOf(state.asset));
    remember();
    announce('Saved');
  }
});

const finder = new Finder(page.querySelector('.finder'), () => model, id => {
  if (state.from && !state.to && id !== state.from) return endPath(id);
  select(id, { jump: true });
  roam(boxOf(id))?.focus({ preventScroll: true });
});

const slider = new Slider(document.querySelector('.time-slider'), async at => {
  state.at = at;
  Object.assign(state, changed(first, open));
  if (!await load()) return;
  draw();
  findTroublesSoon();
  if (state.down.length) await presume(state.down);
  else if (state.asset) tellAsset(state.asset);
  remember();
  announce(at ? `The map as of ${at}` : 'The map as it is now');
});

async function start() {
  const map = await load();
  if (!map) return;
  draw();
  scene.fit();
  // Two frames later it has been painted, and answers to whoever uses it.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.querySelector('.map-bar').dataset.ready = Math.round(performance.now());
  }));
  if (state.asset && model.assets.has(state.asset)) select(state.asset, { jump: true });
  else if (state.edge && lineOf(state.edge)) tellEdge(lineOf(state.edge));
  if (state.down.length) await presume(state.down);
  if (state.from && state.to) showPath();
  else if (state.from) beginPath(state.from);
  await Promise.all([slider.ready(map, state.at, page.dataset.map), findTroubles().catch(() => {})]);
  follow({ states: findTroublesSoon, missed: findTroublesSoon });
}

start().catch(error => fail('The map could not be loaded: ' + error.message));

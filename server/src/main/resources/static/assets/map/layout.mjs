// Where boxes lie: what needs stands above what it needs, in rows, and boxes within boxes likewise.
// One pass and no simulation, so that the same map always looks the same. Pure.

import { add, listed } from './model.mjs';

export const CARD = { width: 172, height: 46 };
/** A host below the one program that runs on it. */
export const STAND = { width: 172, height: 28 };
const GAP = { x: 20, y: 40 };
const PAD = { side: 18, top: 40, bottom: 18 };
const SWEEPS = 6;
const NAMES = new Intl.Collator('en', { numeric: true });

/** How wide boxes are tried to become, as a share of the whole: beside and below each other. */
const SHAPES = [0.35, 0.6, 1, 1.7, 2.8];

/**
 * Lays out a view; `aspect` is how much wider than high the drawing should become. Returns for each
 * box its centre and size: `{x, y, width, height}`.
 */
export function layout(view, aspect = 1.7) {
  const places = new Map();
  settle(best(view, aspect), 0, 0, places);
  return places;
}

/** Of the ways to arrange the environments the one that can be shown largest. */
function best(view, aspect) {
  const areas = SHAPES.flatMap(shape => {
    const items = view.roots.map(id => measured(view, id, aspect * shape));
    return items.map((_, i) => stack(shelves(items, i + 1), true));
  });
  return areas.reduce((a, b) => (scale(b, aspect) > scale(a, aspect) * 1.001 ? b : a), EMPTY);
}

const EMPTY = { items: [], width: Infinity, height: Infinity };

function scale(area, aspect) {
  return Math.min(aspect / area.width, 1 / area.height);
}

function settle(area, left, top, places) {
  for (const item of area.items) {
    const x = left + item.left;
    const y = top + item.top;
    places.set(item.id, { x: x + item.width / 2, y: y + item.height / 2, width: item.width, height: item.height });
    if (item.area) settle(item.area, x + (item.width - item.area.width) / 2, y + PAD.top, places);
    if (item.stand) setOn(item, x, y, places);
  }
}

function setOn({ id, stand }, left, top, places) {
  const x = left + CARD.width / 2;
  places.set(id, { x, y: top + CARD.height / 2, ...CARD, stands: true });
  places.set(stand, { x, y: top + CARD.height + STAND.height / 2, ...STAND, stand: true });
}

function arrange(view, all, aspect) {
  const stands = standsOf(view, all);
  const ids = all.filter(id => !stands.hosts.has(id));
  const items = ids.map(id => withStand(measured(view, id, aspect), stands.under.get(id)));
  return stack(rowsOf(items, linksAmong(view, ids), aspect));
}

function withStand(item, stand) {
  return stand ? { ...item, stand, height: CARD.height + STAND.height } : item;
}

/** Hosts that one program alone is drawn to run on, which then stands on it without a line. */
function standsOf(view, ids) {
  const among = new Set(ids);
  const users = new Map();
  for (const { from, to, runsOn } of view.edges) if (runsOn) add(users, to, from);
  const under = new Map();
  for (const id of ids) {
    const [user, other] = listed(users, id);
    if (!id.startsWith('host:') || other || !among.has(user) || under.has(user)) continue;
    if (view.boxes.get(user).kind === 'unit') under.set(user, id);
  }
  return { under, hosts: new Set(under.values()) };
}

function measured(view, id, aspect) {
  const box = view.boxes.get(id);
  if (!box.open) return { id, box, ...CARD };
  const area = arrange(view, box.children, box.kind === 'environment' ? aspect : 1.5);
  return {
    id,
    box,
    area,
    width: Math.max(CARD.width, area.width) + 2 * PAD.side,
    height: area.height + PAD.top + PAD.bottom
  };
}

/** The edges between boxes, those of what lies in them included. */
function linksAmong(view, ids) {
  const owner = new Map();
  const own = (id, as) => {
    owner.set(id, as);
    const box = view.boxes.get(id);
    if (box.open) box.children.forEach(child => own(child, as));
  };
  ids.forEach(id => own(id, id));
  const down = new Map();
  const seen = new Set();
  for (const { from, to } of view.edges) {
    const a = owner.get(from);
    const b = owner.get(to);
    if (a === undefined || b === undefined || a === b || seen.has(a + ' ' + b)) continue;
    seen.add(a + ' ' + b);
    add(down, a, { to: b });
  }
  return down;
}

function rowsOf(items, links, aspect) {
  const linked = new Set([...links].flatMap(([from, list]) => [from, ...list.map(l => l.to)]));
  const wish = wantedWidth(items, aspect);
  const rows = ranked(items.filter(item => linked.has(item.id) && !isHost(item)), links, wish);
  order(rows, links);
  const rest = items.filter(item => !linked.has(item.id) && !isHost(item)).sort(compare);
  const hosts = items.filter(isHost).sort(compare);
  const below = [rest, hosts].filter(row => row.length);
  if (rows.length) order([...rows, hosts], links);
  return [...rows, ...below.flatMap(row => wrapped(row, wish))];
}

function isHost(item) {
  return item.id.startsWith('host:') || item.id.startsWith('kind:host');
}

function wantedWidth(items, aspect) {
  const area = items.reduce((sum, item) => sum + (item.width + GAP.x) * (item.height + GAP.y), 0);
  return Math.max(Math.sqrt(area * aspect), ...items.map(item => item.width));
}

/**
 * Rows no wider than wished, each box below all that needs it; what most hangs on comes first, edges
 * that close a cycle are left aside. This is how Coffman and Graham fill layers.
 */
function ranked(items, links, wish) {
  const sorted = topological(items.map(item => item.id), links);
  const position = new Map(sorted.map((id, at) => [id, at]));
  const down = id => listed(links, id).map(link => link.to).filter(to => position.get(to) > position.get(id));
  const height = new Map();
  for (const id of [...sorted].reverse()) height.set(id, 1 + Math.max(0, ...down(id).map(to => height.get(to))));
  const least = new Map();
  const rows = [];
  const widths = [];
  const wait = [...items].sort((a, b) => height.get(b.id) - height.get(a.id) || position.get(a.id) - position.get(b.id));
  for (const item of wait) {
    let row = least.get(item.id) ?? 0;
    while (widths[row] && widths[row] + item.width > wish * 1.15) row++;
    (rows[row] ??= []).push(item);
    widths[row] = (widths[row] ?? 0) + item.width + GAP.x;
    down(item.id).forEach(to => least.set(to, Math.max(least.get(to) ?? 0, row + 1)));
  }
  return rows.filter(Boolean);
}

/** Depth first, finished last; without recursion, as chains can be long. */
function topological(ids, links) {
  const targets = new Set([...links.values()].flat().map(link => link.to));
  const known = new Set(ids);
  const starts = [...ids.filter(id => !targets.has(id)), ...ids];
  const state = new Set();
  const finished = [];
  for (const start of starts) {
    if (state.has(start)) continue;
    state.add(start);
    const path = [{ id: start, next: 0 }];
    while (path.length) {
      const top = path.at(-1);
      const link = listed(links, top.id)[top.next++];
      if (!link) finished.push(path.pop().id);
      else if (known.has(link.to) && !state.has(link.to)) {
        state.add(link.to);
        path.push({ id: link.to, next: 0 });
      }
    }
  }
  return finished.reverse();
}

/** Puts each beside the middle of its neighbours, back and forth, so that fewer edges cross. */
function order(rows, links) {
  const neighbours = new Map();
  for (const [from, list] of links) {
    for (const { to } of list) {
      add(neighbours, from, to);
      add(neighbours, to, from);
    }
  }
  const at = new Map();
  const place = row => row.forEach((item, i) => at.set(item.id, (i + 0.5) / row.length));
  rows.forEach(place);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 ? [...rows].reverse() : rows) {
      const middle = new Map(row.map(item => [item.id, mean(listed(neighbours, item.id).map(id => at.get(id)), at.get(item.id))]));
      row.sort((a, b) => middle.get(a.id) - middle.get(b.id) || compare(a, b));
      place(row);
    }
  }
}

function mean(values, otherwise) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : otherwise;
}

function compare(a, b) {
  return NAMES.compare(a.box.title, b.box.title) || (a.id < b.id ? -1 : 1);
}

/** A row too wide becomes several, as equal as they can be. */
function wrapped(row, wish) {
  const width = row.reduce((sum, item) => sum + item.width + GAP.x, -GAP.x);
  const parts = Math.max(1, Math.ceil(width / wish - 0.7));
  if (parts === 1) return [row];
  const lines = [];
  let line = [];
  let used = 0;
  for (const item of row) {
    if (line.length && lines.length < parts - 1 && used + item.width / 2 > width / parts) {
      lines.push(line);
      line = [];
      used = 0;
    }
    line.push(item);
    used += item.width + GAP.x;
  }
  lines.push(line);
  return lines;
}

/** The environments in lines of so many. */
function shelves(items, columns) {
  const lines = [];
  for (let i = 0; i < items.length; i += columns) lines.push(items.slice(i, i + columns));
  return lines;
}

function stack(rows, outermost = false) {
  const gapX = outermost ? GAP.x * 2 : GAP.x;
  const widths = rows.map(row => row.reduce((sum, item) => sum + item.width + gapX, -gapX));
  const width = Math.max(0, ...widths);
  const items = [];
  let top = 0;
  rows.forEach((row, i) => {
    const height = Math.max(...row.map(item => item.height));
    let left = (width - widths[i]) / 2;
    for (const item of row) {
      items.push({ ...item, left, top: top + (outermost ? 0 : (height - item.height) / 2) });
      left += item.width + gapX;
    }
    top += height + GAP.y;
  });
  return { items, width, height: Math.max(0, top - GAP.y) };
}

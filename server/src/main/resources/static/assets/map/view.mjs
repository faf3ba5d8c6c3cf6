// What of the grouped map is drawn, given which boxes are open. Pure.

import { add } from './model.mjs';

/** How many cards are shown before boxes are closed for the reader. */
const ROOM = { units: 70, groups: 240 };

/** The boxes that are open where nobody chose: all of a small map, of a large one none. */
export function openAtFirst(grouping, room = ROOM) {
  const all = [...grouping.boxes.values()];
  const units = all.filter(box => box.kind === 'unit').length;
  const groups = all.filter(box => box.parent?.startsWith('env:')).length;
  const kinds = units <= room.units ? ['environment', 'group', 'set'] : groups <= room.groups ? ['environment'] : [];
  return new Set(all.filter(box => box.children.length && kinds.includes(box.kind)).map(box => box.id));
}

/** The box that stands for another in the drawing: itself, or the outermost closed one around it. */
export function shownAs(grouping, open, id) {
  let shown = id;
  for (let box = grouping.boxes.get(id); box?.parent; ) {
    box = grouping.boxes.get(box.parent);
    if (box && !open.has(box.id)) shown = box.id;
  }
  return shown;
}

/** The boxes around one, the innermost first. */
export function around(grouping, id) {
  const path = [];
  for (let box = grouping.boxes.get(id); box?.parent; box = grouping.boxes.get(box.parent)) path.push(box.parent);
  return path;
}

/**
 * What is drawn: `boxes` by id, each with `open` and the `children` that are drawn in it, and
 * `edges` between them, each with the dependencies that it stands for.
 */
export function view(model, grouping, open) {
  const boxes = new Map();
  const visit = id => {
    const box = grouping.boxes.get(id);
    const opened = box.children.length > 0 && open.has(id);
    boxes.set(id, { ...box, open: opened });
    if (opened) box.children.forEach(visit);
  };
  grouping.roots.forEach(visit);
  return { boxes, roots: grouping.roots, edges: edges(model, grouping, open, boxes) };
}

function edges(model, grouping, open, boxes) {
  const shown = new Map();
  const place = asset => {
    const unit = grouping.unitOf.get(asset);
    if (unit === undefined) return undefined;
    if (!shown.has(unit)) shown.set(unit, shownAs(grouping, open, unit));
    return shown.get(unit);
  };
  const between = new Map();
  for (const edge of model.dependencies) {
    const from = place(edge.from);
    const to = place(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    if (inside(boxes, from, to) || inside(boxes, to, from)) continue;
    add(between, from + ' ' + to, edge);
  }
  const alternatives = alternativesOf(model);
  return [...between].map(([key, list]) => summed(key, list, alternatives)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inside(boxes, inner, outer) {
  for (let box = boxes.get(inner); box?.parent; box = boxes.get(box.parent)) {
    if (box.parent === outer) return true;
  }
  return false;
}

/** How many can stand in for each other, by who needs them and what they have in common. */
function alternativesOf(model) {
  const counts = new Map();
  for (const edge of model.dependencies) {
    const key = alternative(edge);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function alternative({ from, relation }) {
  return relation.alternatives ? from + ' ' + relation.alternatives.name : null;
}

const STANDINGS = ['STEADY', 'DECLARED', 'OCCASIONAL', 'EARLIER'];

function summed(key, dependencies, alternatives) {
  const [from, to] = key.split(' ');
  const relations = dependencies.map(edge => edge.relation);
  return {
    id: key,
    from,
    to,
    count: relations.length,
    standing: STANDINGS.find(standing => relations.some(r => r.standing === standing)) ?? 'STEADY',
    claimed: relations.every(r => r.sight === 'CLAIMED'),
    runsOn: relations.every(r => r.type === 'RUNS_ON'),
    among: Math.min(...dependencies.map(edge => alternatives.get(alternative(edge)) ?? 1)),
    conflict: relations.some(r => r.conflict),
    dependencies
  };
}

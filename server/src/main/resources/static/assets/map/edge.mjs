// How edges look: near-monochrome; the line tells how lasting a relation is, its width how many.

import { STAND } from './layout.mjs';

/** Cytoscape's style from the page's colours; made anew when these change. */
export function edgeStyle(stage) {
  const colours = getComputedStyle(stage);
  const colour = name => colours.getPropertyValue(name).trim();
  return [
    { selector: 'node', style: { shape: 'rectangle', width: 'data(width)', height: 'data(height)', 'background-opacity': 0, 'border-width': 0, 'overlay-opacity': 0 } },
    { selector: 'node.frame', style: { events: 'no' } },
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier', 'edge-distances': 'endpoints',
        'source-endpoint': 'data(start)', 'target-endpoint': 'data(end)',
        'control-point-distances': 'data(distances)', 'control-point-weights': 'data(weights)',
        width: 'data(width)', 'line-color': colour('--edge'), 'line-opacity': 'data(strength)',
        'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--edge'), 'arrow-scale': 0.8,
        'overlay-opacity': 0, label: 'data(label)', 'font-size': 11, 'font-family': 'sans-serif',
        color: colour('--muted'), 'text-opacity': 0, 'min-zoomed-font-size': 8,
        'text-background-color': colour('--surface'), 'text-background-opacity': 0, 'text-background-padding': 2
      }
    },
    { selector: 'edge.occasional', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'edge.earlier', style: { 'line-style': 'dotted' } },
    { selector: 'edge.runs', style: { 'target-arrow-shape': 'none' } },
    { selector: 'edge.labelled', style: { 'text-opacity': 1, 'text-background-opacity': 0.9 } },
    { selector: 'edge.conflict', style: { 'line-color': colour('--warn'), 'target-arrow-color': colour('--warn') } },
    { selector: 'edge.back', style: { 'line-opacity': 0.12, 'text-opacity': 0, 'text-background-opacity': 0, 'target-arrow-color': colour('--line') } },
    { selector: 'edge.near, edge.hot', style: { 'line-color': colour('--text'), 'target-arrow-color': colour('--text'), 'line-opacity': 0.9, 'text-opacity': 1, 'text-background-opacity': 0.9, color: colour('--text'), 'z-index': 5 } },
    { selector: 'edge.falls', style: { 'line-color': colour('--crit'), 'target-arrow-color': colour('--crit'), 'line-opacity': 0.9, 'z-index': 4 } }
  ];
}

/** An edge for Cytoscape, curved from where its source lies to where its target does. */
export function shaped(edge, places, cards, strength = 1, labelled = true) {
  const course = curve(standing(places.get(edge.from)), places.get(edge.to), cards);
  return {
    group: 'edges',
    data: { id: edge.id, source: edge.from, target: edge.to, label: label(edge), width: width(edge), strength: strength * (edge.runsOn ? 0.45 : 0.8), ...course },
    classes: classes(edge, labelled)
  };
}

/** A program and the host that it stands on, as one. */
function standing(place) {
  if (!place.stands) return place;
  return { ...place, node: place, y: place.y + STAND.height / 2, height: place.height + STAND.height };
}

function classes(edge, labelled) {
  const names = [edge.standing.toLowerCase()];
  if (edge.runsOn) names.push('runs');
  if (edge.conflict) names.push('conflict');
  if (labelled && edge.among > 1 && edge.count === 1) names.push('labelled');
  return names.join(' ');
}

function label(edge) {
  if (edge.runsOn) return edge.count > 1 ? String(edge.count) : '';
  const either = edge.among > 1 ? 'one of ' + edge.among : '';
  return edge.count > 1 ? String(edge.count) : either;
}

function width(edge) {
  const base = edge.claimed ? 0.7 : edge.runsOn ? 1 : 1.3;
  return base + Math.min(3, Math.log2(edge.count) * 0.45);
}

/** Down from below the source to above the target, or as its mirror; sideways beside each other. */
export function curve(from, to, cards = []) {
  if (hidden(from, to, cards)) return beside(from, to);
  const below = to.y - to.height / 2 - (from.y + from.height / 2);
  const above = from.y - from.height / 2 - (to.y + to.height / 2);
  if (below > -4) return bent(from, to, [0, 0.5], [0, -0.5], 'y');
  if (above > -4) return bent(from, to, [0, -0.5], [0, 0.5], 'y');
  if (covered(from, to, cards)) return over(from, to);
  const right = to.x > from.x ? 0.5 : -0.5;
  return bent(from, to, [right, 0], [-right, 0], 'x');
}

/** Whether a line between boxes in one column would run below a card, as if it led there. */
function hidden(from, to, cards) {
  if (Math.abs(from.x - to.x) > from.width / 2) return false;
  const x = (from.x + to.x) / 2;
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return cards.some(card => card.y - card.height / 2 > top && card.y + card.height / 2 < bottom
    && Math.abs(card.x - x) < card.width / 2 && !same(card, from) && !same(card, to));
}

/** Whether a line between boxes in one row would run below a card, as if it led there. */
function covered(from, to, cards) {
  const y = (from.y + to.y) / 2;
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  return cards.some(card => card.x - card.width / 2 > left && card.x + card.width / 2 < right
    && Math.abs(card.y - y) < card.height / 2 && !same(card, from) && !same(card, to));
}

/** An arc above a row. */
function over(from, to) {
  const top = Math.min(from.y - from.height / 2, to.y - to.height / 2) - 22;
  const start = { x: from.x, y: from.y - from.height / 2 };
  const end = { x: to.x, y: to.y - to.height / 2 };
  const lean = (end.x - start.x) / 8;
  return line(from, to, start, end, [{ x: start.x + lean, y: top }, { x: end.x - lean, y: top }]);
}

function same(card, place) {
  return card.x === place.x && Math.abs(card.y - place.y) < place.height / 2;
}

/** An arc on the right of a column. */
function beside(from, to) {
  const right = Math.max(from.x + from.width / 2, to.x + to.width / 2);
  const start = { x: from.x + from.width / 2, y: from.y };
  const end = { x: to.x + to.width / 2, y: to.y };
  const out = right + Math.min(46, 14 + Math.abs(to.y - from.y) * 0.06);
  const lean = Math.min(40, Math.abs(end.y - start.y) / 3) * Math.sign(end.y - start.y);
  return line(from, to, start, end, [{ x: out, y: start.y + lean }, { x: out, y: end.y - lean }]);
}

function bent(from, to, out, into, axis) {
  const start = { x: from.x + out[0] * from.width, y: from.y + out[1] * from.height };
  const end = { x: to.x + into[0] * to.width, y: to.y + into[1] * to.height };
  const half = (end[axis] - start[axis]) / 2;
  const first = { ...start, [axis]: start[axis] + half };
  const second = { ...end, [axis]: end[axis] - half };
  return line(from, to, start, end, [first, second]);
}

function line(from, to, start, end, bends) {
  const controls = bends.map(point => along(start, end, point));
  return {
    start: `${start.x - (from.node ?? from).x}px ${start.y - (from.node ?? from).y}px`,
    end: `${end.x - to.x}px ${end.y - to.y}px`,
    weights: controls.map(control => control.weight),
    distances: controls.map(control => control.distance)
  };
}

/** A point as Cytoscape wants it: its share of the way along a line, and how far beside that. */
function along(start, end, point) {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy) || 1;
  const px = point.x - start.x;
  const py = point.y - start.y;
  return { weight: (px * dx + py * dy) / (length * length), distance: (py * dx - px * dy) / length };
}

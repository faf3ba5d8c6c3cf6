// Walking the drawing by keyboard: down to what a box needs, up to who needs it, and sideways among
// those that stand beside it. Pure.

/** The box reached from `id` by an arrow; null if there is none. */
export function step(view, places, id, arrow) {
  const here = places.get(id);
  if (!here) return null;
  if (arrow === 'ArrowDown') return linked(view, places, id, 'from', 'to') ?? nearest(view, places, id, (dx, dy) => dy > 4 && Math.abs(dx) <= dy * 2);
  if (arrow === 'ArrowUp') return linked(view, places, id, 'to', 'from') ?? nearest(view, places, id, (dx, dy) => dy < -4 && Math.abs(dx) <= -dy * 2);
  const side = arrow === 'ArrowLeft' ? -1 : 1;
  return nearest(view, places, id, (dx, dy) => dx * side > 4 && Math.abs(dy) < here.height);
}

/** Of the boxes that an edge leads to the nearest; edges to hosts come last. */
function linked(view, places, id, mine, other) {
  const edges = view.edges.filter(edge => edge[mine] === id);
  const weight = edge => distance(places, id, edge[other]) + (edge.runsOn ? 1e6 : 0);
  edges.sort((a, b) => weight(a) - weight(b));
  return edges[0]?.[other] ?? null;
}

function nearest(view, places, id, accept) {
  const here = places.get(id);
  let found = null;
  let least = Infinity;
  for (const box of view.boxes.values()) {
    if (box.id === id || box.open) continue;
    const place = places.get(box.id);
    if (!accept(place.x - here.x, place.y - here.y)) continue;
    const off = distance(places, id, box.id);
    if (off < least) [found, least] = [box.id, off];
  }
  return found;
}

function distance(places, a, b) {
  const from = places.get(a);
  const to = places.get(b);
  return Math.hypot(to.x - from.x, (to.y - from.y) * 1.5);
}

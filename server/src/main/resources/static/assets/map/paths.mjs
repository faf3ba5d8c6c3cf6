// How two assets hang together. Pure.

import { add, listed } from './model.mjs';

/**
 * The shortest way from one asset to another: `{assets, edges, kind}`, along dependencies one way or
 * the other (`needs`, `needed`), else along any edges (`any`); null if nothing links them.
 */
export function path(model, from, to) {
  if (!model.assets.has(from) || !model.assets.has(to)) return null;
  const down = edge => [edge.to, edge];
  const up = edge => [edge.from, edge];
  return (
    search(from, to, id => listed(model.needs, id).map(down), 'needs') ??
    search(from, to, id => listed(model.neededBy, id).map(up), 'needed') ??
    search(from, to, id => [...listed(model.needs, id).map(down), ...listed(model.neededBy, id).map(up)], 'any')
  );
}

function search(from, to, next, kind) {
  const cameBy = new Map([[from, null]]);
  let border = [from];
  while (border.length && !cameBy.has(to)) {
    const further = [];
    for (const id of border) {
      for (const [other, edge] of next(id)) {
        if (cameBy.has(other)) continue;
        cameBy.set(other, { id, edge });
        further.push(other);
      }
    }
    border = further;
  }
  return cameBy.has(to) ? traced(cameBy, to, kind) : null;
}

function traced(cameBy, to, kind) {
  const assets = [to];
  const edges = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.id)) {
    assets.unshift(step.id);
    edges.unshift(step.edge);
  }
  return { assets, edges, kind };
}

/** The days on which the map changed, oldest first: `{day, count}`, in the reader's zone. */
export function days(map, dayOf = localDay) {
  const counts = new Map();
  for (const thing of [...map.assets, ...map.relations]) {
    for (const moment of new Set([thing.firstSeen, thing.since])) add(counts, dayOf(moment), 1);
  }
  return [...counts].map(([day, list]) => ({ day, count: list.length })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function localDay(moment) {
  const date = new Date(moment);
  const pad = n => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The last moment of a day in the reader's zone, as the server reads it. */
export function endOf(day) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(new Date(year, month - 1, date + 1).getTime() - 1000).toISOString().replace('.000Z', 'Z');
}

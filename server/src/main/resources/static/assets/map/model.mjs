// The map as the server tells it, indexed: who needs whom. Pure; nothing here knows of the page.

/** Relations whose source needs their target; those of REVERSED the other way round. */
const FORWARD = new Set(['RUNS_ON', 'CONNECTS_TO', 'DEPENDS_ON']);
const REVERSED = new Set(['PROVIDES', 'MEMBER_OF']);

/**
 * An edge of dependency: `from` needs `to`.
 * @typedef {{from: string, to: string, relation: object}} Dependency
 */

/** `{from, to, relation}` of a relation; null for one that says nothing of who needs whom. */
export function dependency(relation) {
  const { source, target, type } = relation;
  if (relation.standing === 'DENIED') return null;
  if (FORWARD.has(type)) return { from: source, to: target, relation };
  if (REVERSED.has(type)) return { from: target, to: source, relation };
  return null;
}

/** Indexes an AssetMap: assets by id, and for each who it needs and who needs it. */
export function index(map) {
  const assets = new Map(map.assets.map(asset => [asset.id, asset]));
  const needs = new Map();
  const neededBy = new Map();
  const dependencies = [];
  for (const relation of map.relations) {
    const edge = dependency(relation);
    if (!edge || !assets.has(edge.from) || !assets.has(edge.to)) continue;
    dependencies.push(edge);
    add(needs, edge.from, edge);
    add(neededBy, edge.to, edge);
  }
  return { at: map.at, omitted: map.omitted, assets, dependencies, needs, neededBy, relations: map.relations };
}

/** What hangs on `key` in a map of lists; empty if nothing does. */
export function listed(map, key) {
  return map.get(key) ?? [];
}

/** Puts `value` into the list of `key`. */
export function add(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Whether an asset is drawn: teams and groups of hosts say who belongs together, and run nothing. */
export function isDrawn(asset) {
  return asset.kind !== 'team' && asset.kind !== 'group';
}

/** The name behind the kind: `web1` of `host:web1`. */
export function nameOf(id) {
  return id.slice(id.indexOf(':') + 1);
}

/** The host in an asset's name, `db1` of `daemon:postgresql@db1`; null if there is none. */
export function hostOf(id) {
  const kind = id.slice(0, id.indexOf(':'));
  if (kind !== 'daemon' && kind !== 'service') return null;
  const at = id.lastIndexOf('@');
  return at < 0 ? null : id.slice(at + 1);
}

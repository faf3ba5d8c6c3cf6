// What stands on boxes and is read out for them. Pure.

import { hostOf, listed, nameOf } from './model.mjs';
import { troubled } from './troubles.mjs';

const ROLES = {
  database: 'database', cache: 'cache', 'message-broker': 'queue', 'web-server': 'web', 'load-balancer': 'balancer',
  'application-server': 'program', search: 'search', runtime: 'program'
};
const KINDS = { host: 'host', app: 'app', external: 'external', team: 'team', device: 'device', kind: 'stack', product: 'stack', env: 'environment' };
const WORDS = { environment: 'environment', group: 'group', set: 'instances', unit: '' };

/** What falls, as the page knows it: sets of ids. */
export const NO_IMPACT = { down: new Set(), fallen: new Set(), reduced: new Set(), active: false };

/** Words for the boxes of a model, under an impact, and with what monitors found, as `troubles.mjs` has it. */
export function wording(model, impact = NO_IMPACT, troubles = new Map()) {
  const own = box => model.assets.get(box.id);
  const text = {
    head: box => (box.alike ? hostOf(box.id) : box.title),
    icon: box => iconOf(model, box),
    count: box => counted(model, box),
    sub: (box, onHost = false) => (box.children.length ? counted(model, box, box.kind === 'group') : place(model, box, onHost || box.alike)),
    mark: box => (impact.active ? falls(box, impact) : troubled(box, troubles)) ?? (box.kind === 'unit' ? presence(own(box)) : null),
    spoken: box => [called(model, box.id, box.title), WORDS[box.kind], text.sub(box), text.mark(box)?.word, links(model, box)].filter(Boolean).join(', ')
  };
  return text;
}

function iconOf(model, box) {
  const asset = model.assets.get(box.id);
  const role = asset?.product?.role ?? model.assets.get(box.members[0])?.product?.role;
  const kind = box.id.slice(0, box.id.indexOf(':'));
  if (kind === 'product' || kind === 'set' || kind === 'daemon' || kind === 'service') return ROLES[role] ?? 'program';
  return box.id.startsWith('kind:host') ? 'host' : KINDS[kind] ?? 'device';
}

function place(model, box, onHost) {
  const asset = model.assets.get(box.id);
  if (asset.kind === 'daemon' || asset.kind === 'service') {
    const ports = box.members.filter(id => id.startsWith('service:')).map(port);
    const name = box.title === nameOf(box.id).replace(/@[^@]*$/, '') ? '' : asset.product?.version ?? '';
    return [onHost ? '' : hostOf(box.id), ports.length > 2 ? `${ports.length} ports` : ports.join(' '), name].filter(Boolean).join(' · ');
  }
  const programs = box.members.length - 1;
  return asset.kind === 'host' && programs > 0 ? plural(programs, 'idle listener') : asset.kind;
}

function port(id) {
  const name = nameOf(id).replace(/@[^@]*$/, '');
  return ':' + name.replace(/-tcp$/, '').replace('-', '/');
}

function counted(model, box, brief = false) {
  const kinds = new Map();
  for (const id of box.members) {
    const kind = model.assets.get(id).kind;
    if (id !== box.id && kind !== 'daemon') kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  if (box.programs) kinds.set('daemon', box.programs);
  if (box.kind === 'set') return plural(box.programs, 'instance');
  const order = box.kind === 'environment' ? ['app', 'host', 'external', 'device'] : ['daemon', 'host', 'external', 'device'];
  const parts = order.filter(kind => kinds.has(kind)).map(kind => plural(kinds.get(kind), kind === 'daemon' ? 'program' : kind));
  return parts.length ? (brief ? parts[0] : parts.join(' · ')) : plural(box.members.length, 'asset');
}

/** What the server says that falls if those of these names are down. */
export function falling({ fallen, omitted = 0, reduced }, names) {
  const all = fallen.length + omitted;
  const less = reduced.length ? `, and ${reduced.length} ${reduced.length === 1 ? 'goes' : 'go'} on with less` : '';
  const what = all ? `${plural(all, 'asset')} ${all === 1 ? 'falls' : 'fall'}` : 'nothing else falls';
  return `If ${names.join(', ')} ${names.length > 1 ? 'stop' : 'stops'}, ${what}${less}`;
}

/** What people call an asset, with its host: `PostgreSQL on db1`; `title` where it is none. */
export function called(model, id, title = id) {
  const asset = model.assets.get(id);
  if (!asset) return title;
  const host = hostOf(id);
  if (asset.kind === 'service' && host) return `${port(id)} on ${host}`;
  const name = host ? asset.product?.title ?? nameOf(id).replace(/@[^@]*$/, '') : asset.title;
  return host ? `${name} on ${host}` : name;
}

/** `1 host`, `1 200 hosts`. */
export function plural(count, noun) {
  const number = String(count).replace(/\B(?=(\d{3})+$)/g, '\u2009');
  return `${number} ${count === 1 ? noun : noun === 'external' ? 'externals' : noun + 's'}`;
}

function falls(box, impact) {
  const count = set => box.members.reduce((sum, id) => sum + set.has(id), 0);
  if (impact.down.has(box.id)) return { state: 'is-down', colour: 'crit', word: 'down' };
  if (impact.fallen.has(box.id)) return { state: 'is-fallen', colour: 'crit', word: 'falls' };
  const stops = count(impact.fallen) + count(impact.down);
  if (box.kind === 'unit' && count(impact.down)) return { state: 'is-down', colour: 'crit', word: 'down' };
  if (box.kind === 'unit' && stops) return { state: 'is-fallen', colour: 'crit', word: 'falls' };
  const less = count(impact.reduced);
  if (stops) return { state: 'is-hit', colour: 'crit', word: `${stops} fall` };
  if (less) return { state: 'is-reduced', colour: 'warn', word: box.kind === 'unit' || impact.reduced.has(box.id) ? 'reduced' : `${less} reduced` };
  return { state: 'is-up', colour: '', word: '' };
}

const PRESENCES = {
  GONE: { state: 'is-gone', colour: 'warn', word: 'gone' },
  STALE: { state: 'is-stale', colour: 'unknown', word: 'stale' }
};

function presence(asset) {
  return PRESENCES[asset?.presence] ?? null;
}

function links(model, box) {
  const inside = new Set(box.members);
  const others = (edges, end) => new Set(box.members.flatMap(id => listed(edges, id)).map(edge => edge[end]).filter(id => !inside.has(id))).size;
  return `needs ${others(model.needs, 'to')}, needed by ${others(model.neededBy, 'from')}`;
}

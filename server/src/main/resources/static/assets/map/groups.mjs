// Which assets are shown together: environments hold applications or products, and these hold
// programs with their services, and hosts. Pure, and the same for the same map whatever its order.

import { add, hostOf, isDrawn, listed, nameOf } from './model.mjs';

/** The environment of what lies in none: other people's systems, and what has no place. */
export const OUTSIDE = 'env:';

const ROUNDS = 6;

/** From how many instances of one program on these are shown as one. */
const ALIKE = 4;

/**
 * A box of the map.
 * @typedef {{id: string, kind: string, title: string, parent: string|null, children: string[],
 *   members: string[], programs: number, alike: boolean}} Box
 * `kind` is environment, group, set or unit; `members` are the assets in it, those of its
 * boxes included; `programs` counts those that are drawn; `alike` ones are told apart by their host.
 */

/** Groups an indexed map: boxes by id, and for every asset that is drawn the unit that it is in. */
export function group(model) {
  const unitOf = units(model);
  const members = membersOf(unitOf);
  const groupOf = assign(model, unitOf, members);
  return boxes(model, unitOf, members, groupOf);
}

/** A service is drawn as a part of what provides it, and what nothing links is part of its host. */
function units(model) {
  const unitOf = new Map();
  for (const asset of sorted(model)) {
    if (!isDrawn(asset)) continue;
    unitOf.set(asset.id, provider(model, asset) ?? asset.id);
  }
  const busy = new Set();
  for (const { from, to } of model.dependencies) {
    const a = unitOf.get(from);
    const b = unitOf.get(to);
    if (a === b || isHost(model, a) || isHost(model, b)) continue;
    busy.add(a).add(b);
  }
  for (const [id, unit] of unitOf) {
    const host = 'host:' + hostOf(unit);
    if (!busy.has(unit) && kindOf(unit) !== 'app' && unitOf.has(host)) unitOf.set(id, host);
  }
  return unitOf;
}

function provider(model, asset) {
  if (asset.kind !== 'service') return null;
  const provided = listed(model.needs, asset.id)
    .filter(edge => edge.relation.type === 'PROVIDES')
    .map(edge => edge.to)
    .filter(id => kindOf(id) !== 'app')
    .sort();
  return provided[0] ?? null;
}

function membersOf(unitOf) {
  const members = new Map();
  for (const [id, unit] of unitOf) add(members, unit, id);
  return members;
}

/** The group of each unit: its application, the only one that needs it, or else what it is. */
function assign(model, unitOf, members) {
  const groupOf = new Map();
  for (const unit of members.keys()) {
    const app = application(model, unit);
    if (app && near(model, unit, app)) groupOf.set(unit, app);
  }
  placeOnHosts(model, unitOf, groupOf);
  placeByUse(model, unitOf, members, groupOf);
  for (const unit of members.keys()) {
    if (!groupOf.has(unit) && !isHost(model, unit)) groupOf.set(unit, byProduct(model, unit));
  }
  placeHosts(model, unitOf, members, groupOf);
  return groupOf;
}

/** The application that a unit is or is a part of; null if nothing says so. */
function application(model, unit) {
  const seen = new Set();
  let next = [unit];
  while (next.length) {
    const app = next.filter(id => kindOf(id) === 'app').sort()[0];
    if (app) return app;
    next.forEach(id => seen.add(id));
    next = next
      .flatMap(id => listed(model.neededBy, id))
      .filter(edge => edge.relation.type === 'MEMBER_OF' || edge.relation.type === 'PROVIDES' && kindOf(edge.from) === 'app')
      .map(edge => edge.from)
      .filter(id => !seen.has(id));
  }
  return null;
}

/** What talks on a host that one application alone runs on belongs to that one. */
function placeOnHosts(model, unitOf, groupOf) {
  for (const unit of new Set(unitOf.values())) {
    const host = hostOf(unit);
    if (groupOf.has(unit) || host === null) continue;
    const apps = new Set(
      listed(model.neededBy, 'host:' + host)
        .filter(edge => edge.relation.type === 'RUNS_ON' && kindOf(edge.from) === 'app')
        .map(edge => edge.from));
    const [app] = apps;
    if (apps.size === 1 && near(model, unit, app)) groupOf.set(unit, app);
  }
}

/** What one application alone needs belongs to it, and so on down; what leads to one alone, too. */
function placeByUse(model, unitOf, members, groupOf) {
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const [unit, assets] of members) {
      if (groupOf.has(unit) || kindOf(unit) !== 'daemon' && kindOf(unit) !== 'service') continue;
      const group =
        onlyGroup(model, model.needs, 'to', unit, assets, unitOf, groupOf, true) ??
        onlyGroup(model, model.neededBy, 'from', unit, assets, unitOf, groupOf);
      if (group && near(model, unit, group)) {
        groupOf.set(unit, group);
        changed = true;
      }
    }
    if (!changed) return;
  }
}

function onlyGroup(model, edges, end, unit, assets, unitOf, groupOf, front = false) {
  let only = null;
  let kin = true;
  for (const asset of assets) {
    for (const edge of listed(edges, asset)) {
      const other = unitOf.get(edge[end]);
      if (other === undefined || other === unit || kindOf(other) === 'host') continue;
      const group = groupOf.get(other);
      // A database whose replicas nobody has placed yet is placed by its other clients.
      const same = isSame(model, unit, other);
      if (group === undefined && same) continue;
      if (group === undefined) return null;
      kin &&= same;
      if (only !== null && only !== group) return null;
      only = group;
    }
  }
  // A program in front of an application is its own, and so is a replica; a client of its database need not be.
  return front && only !== null && !kin && !balances(edges, assets) ? null : only;
}

/** Whether both are the same product. */
function isSame(model, a, b) {
  const product = model.assets.get(a).product?.name;
  return product !== undefined && product === model.assets.get(b).product?.name;
}

function balances(edges, assets) {
  return assets.some(asset => listed(edges, asset).some(edge => edge.relation.alternatives));
}

/** Whether a unit lies in the environment of a group; what does not stays in its own. */
function near(model, unit, group) {
  return (model.assets.get(unit).environment ?? '') === environmentOf(model, group);
}

function byProduct(model, unit) {
  const asset = model.assets.get(unit);
  const env = asset.environment ?? '';
  if (asset.kind === 'daemon' || asset.kind === 'service') {
    const name = asset.product?.name ?? nameOf(unit).replace(/@[^@]*$/, '');
    return `product:${name}@${env}`;
  }
  return `kind:${asset.kind}@${env}`;
}

/** A host belongs where all that is on it does; otherwise it is among the environment's hosts. */
function placeHosts(model, unitOf, members, groupOf) {
  for (const unit of members.keys()) {
    if (!isHost(model, unit)) continue;
    const groups = new Set();
    for (const { from } of listed(model.neededBy, unit)) {
      const on = unitOf.get(from);
      if (on !== undefined && on !== unit && groupOf.has(on)) groups.add(groupOf.get(on));
    }
    const env = model.assets.get(unit).environment ?? '';
    const only = groups.size === 1 ? [...groups][0] : null;
    groupOf.set(unit, only && near(model, unit, only) ? only : `kind:host@${env}`);
  }
}

function boxes(model, unitOf, members, groupOf) {
  const all = new Map();
  const inGroup = new Map();
  for (const unit of members.keys()) add(inGroup, groupOf.get(unit), unit);
  for (const [id, units] of inGroup) {
    const env = environmentId(model, id);
    // A group of one says no more than the one; an application stays, however small.
    const alone = units.length === 1 && kindOf(id) !== 'app';
    if (alone) box(all, units[0], 'unit', title(model, units[0]), env, members.get(units[0]));
    else grouped(model, all, id, env, units, members);
  }
  for (const env of new Set([...all.values()].map(b => b.parent).filter(p => p?.startsWith('env:')))) {
    const inside = [...all.values()].filter(b => b.parent === env);
    all.set(env, {
      id: env,
      kind: 'environment',
      title: env === OUTSIDE ? 'outside' : env.slice('env:'.length),
      parent: null,
      children: inside.map(b => b.id).sort(),
      members: inside.flatMap(b => b.members),
      programs: inside.reduce((sum, b) => sum + b.programs, 0)
    });
  }
  return { boxes: all, unitOf, roots: [...all.values()].filter(b => b.parent === null).map(b => b.id).sort(outsideLast) };
}

function grouped(model, all, id, env, units, members) {
  const inner = units.filter(unit => unit !== id).sort();
  const sets = alike(model, id, inner);
  const inSet = new Map([...sets].flatMap(([set, list]) => list.map(unit => [unit, set])));
  const children = [...inner.filter(unit => !inSet.has(unit)), ...sets.keys()].sort();
  all.set(id, {
    id,
    kind: 'group',
    title: groupTitle(model, id),
    parent: env,
    children,
    members: units.flatMap(unit => members.get(unit)),
    programs: programs(units)
  });
  for (const [set, list] of sets) {
    const name = title(model, list.find(unit => !isHost(model, unit)));
    all.set(set, { id: set, kind: 'set', title: name, parent: id, children: list.sort(), members: list.flatMap(unit => members.get(unit)), programs: programs(list) });
  }
  inner.forEach(unit => box(all, unit, 'unit', title(model, unit), inSet.get(unit) ?? id, members.get(unit)));
  inner.forEach(unit => { all.get(unit).alike = isAlike(all, all.get(unit)); });
}

/** Whether a box is called as the one around it, and its host is not drawn below it. */
function isAlike(all, { id, title, parent }) {
  const host = hostOf(id);
  return host !== null && all.get(parent).title === title && !all.get(parent).members.includes('host:' + host);
}

/** Many instances of one program, each with the host that is its own, are one box in their group. */
function alike(model, group, units) {
  const byTitle = new Map();
  const programs = units.filter(unit => kindOf(unit) === 'daemon');
  for (const unit of programs) add(byTitle, title(model, unit), unit);
  const sets = new Map();
  if (byTitle.size < 2) return sets;
  const here = new Set(units);
  for (const [name, list] of byTitle) {
    if (list.length < ALIKE) continue;
    const hosts = list
      .map(unit => 'host:' + hostOf(unit))
      .filter(host => here.has(host) && programs.filter(unit => 'host:' + hostOf(unit) === host).length === 1);
    sets.set(`set:${name}@${nameOf(group)}`, [...list, ...hosts]);
  }
  return sets;
}

function box(all, id, kind, title, parent, members) {
  all.set(id, { id, kind, title, parent, children: [], members, programs: programs([id]), alike: false });
}

function programs(units) {
  return units.filter(unit => kindOf(unit) === 'daemon').length;
}

function outsideLast(a, b) {
  return (a === OUTSIDE) - (b === OUTSIDE) || (a < b ? -1 : 1);
}

function environmentOf(model, id) {
  return kindOf(id) === 'app' ? model.assets.get(id)?.environment ?? '' : id.slice(id.lastIndexOf('@') + 1);
}

function environmentId(model, id) {
  return 'env:' + environmentOf(model, id);
}

const KINDS = { host: 'Hosts', external: 'Externals', device: 'Devices', service: 'Services' };

function groupTitle(model, id) {
  if (kindOf(id) === 'app') return title(model, id);
  const name = nameOf(id).replace(/@[^@]*$/, '');
  if (kindOf(id) === 'kind') return KINDS[name] ?? name;
  return productTitle(model, name) ?? name;
}

function productTitle(model, name) {
  model.productTitles ??= new Map(
    [...model.assets.values()].filter(a => a.product).map(a => [a.product.name, a.product.title]));
  return model.productTitles.get(name) ?? null;
}

function title(model, id) {
  const asset = model.assets.get(id);
  if (asset.kind !== 'daemon' && asset.kind !== 'service') return asset.title;
  return asset.product?.title ?? nameOf(id).replace(/@[^@]*$/, '');
}

function kindOf(id) {
  return id.slice(0, id.indexOf(':'));
}

function isHost(model, id) {
  return model.assets.get(id)?.kind === 'host';
}

function sorted(model) {
  return [...model.assets.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

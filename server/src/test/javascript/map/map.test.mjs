import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asset, load, map, program, relation, shop } from './shop.mjs';

const { index } = await load('model.mjs');
const { group, OUTSIDE } = await load('groups.mjs');
const { view, openAtFirst, shownAs } = await load('view.mjs');
const { layout } = await load('layout.mjs');
const { path, days, endOf } = await load('paths.mjs');
const { read, write, opened, changed } = await load('address.mjs');
const { find } = await load('find.mjs');
const { step } = await load('walk.mjs');
const { called, falling, wording, plural } = await load('wording.mjs');
const { addressOf, bundle } = await load('bundle.mjs');
const { curve } = await load('edge.mjs');

function drawn(of = shop(), open) {
  const model = index(of);
  const grouping = group(model);
  const shown = view(model, grouping, open ?? openAtFirst(grouping));
  return { model, grouping, shown, places: layout(shown) };
}

/** Estates of every size and shape, the same at every run. */
function* estates() {
  let seed = 11;
  const draw = n => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  for (let size = 0; size < 40; size++) {
    const hosts = Array.from({ length: size }, (_, i) => program('p' + draw(5), 80, 'h' + i, ['qa', 'prod', null][draw(3)]));
    const parts = map(...hosts);
    const apps = Array.from({ length: draw(4) }, (_, i) => asset('app:a' + i, { environment: 'prod' }));
    parts.assets.push(...apps);
    const ids = parts.assets.map(a => a.id);
    const types = ['CONNECTS_TO', 'DEPENDS_ON', 'MEMBER_OF', 'RUNS_ON', 'OWNED_BY', 'PROVIDES'];
    for (let i = 0; i < size * 3; i++) parts.relations.push(relation(ids[draw(ids.length)], types[draw(6)], ids[draw(ids.length)]));
    yield parts;
  }
}

test('what needs whom follows the type of the relation', () => {
  const model = index(shop());
  const needed = id => (model.needs.get(id) ?? []).map(edge => edge.to).sort();
  assert.deepEqual(needed('service:5432-tcp@db1'), ['daemon:postgresql@db1']);
  assert.deepEqual(needed('daemon:postgresql@db1'), ['host:db1']);
  assert.deepEqual(needed('team:payments'), []);
});

test('what a person denied links nothing, nor does what leads to nowhere', () => {
  const denied = map({
    assets: [asset('host:a'), asset('host:b')],
    relations: [relation('host:a', 'DEPENDS_ON', 'host:b', { standing: 'DENIED' }), relation('host:a', 'DEPENDS_ON', 'host:gone')]
  });
  assert.equal(index(denied).dependencies.length, 0);
});

test('programs, their front and what they alone need belong to their application', () => {
  const { grouping } = drawn();
  const parent = id => grouping.boxes.get(id)?.parent;
  for (const id of ['daemon:gunicorn@web1', 'daemon:haproxy@lb1', 'daemon:postgresql@db1', 'host:db1']) {
    assert.equal(parent(id), 'app:shop@prod', id);
  }
  assert.equal(parent('app:shop@prod'), 'env:prod');
  assert.equal(parent('external:203.0.113.7'), OUTSIDE);
});

test('a service is part of its program, and what nothing links part of its host', () => {
  const { grouping } = drawn();
  assert.equal(grouping.unitOf.get('service:5432-tcp@db1'), 'daemon:postgresql@db1');
  assert.equal(grouping.unitOf.get('daemon:sshd@web1'), 'host:web1');
  assert.equal(grouping.unitOf.has('team:payments'), false);
});

test('many instances of one program are one box in their application', () => {
  const webs = ['w1', 'w2', 'w3', 'w4', 'w5'];
  const many = map(program('postgresql', 5432, 'db1'), ...webs.map(web => program('gunicorn', 8000, web)), {
    assets: [asset('app:shop@prod')],
    relations: webs.flatMap(web => [
      relation('app:shop@prod', 'RUNS_ON', 'host:' + web),
      relation(`daemon:gunicorn@${web}`, 'CONNECTS_TO', 'service:5432-tcp@db1')
    ])
  });
  const { grouping } = drawn(many);
  assert.deepEqual(grouping.boxes.get('app:shop@prod').children, ['daemon:postgresql@db1', 'host:db1', 'set:gunicorn@shop@prod']);
  assert.equal(grouping.boxes.get('set:gunicorn@shop@prod').children.length, 10);
});

test('every asset but teams is in exactly one unit, and every box in one that knows it', () => {
  for (const estate of estates()) {
    const { grouping, model } = drawn(estate);
    for (const { id, kind } of model.assets.values()) {
      if (kind !== 'team') assert.ok(grouping.boxes.has(grouping.unitOf.get(id)), id);
    }
    for (const box of grouping.boxes.values()) {
      if (box.parent) assert.ok(grouping.boxes.get(box.parent).children.includes(box.id), box.id);
    }
  }
});

test('the grouping does not depend on the order in which the server tells the map', () => {
  const turned = shop();
  turned.assets.reverse();
  turned.relations.reverse();
  const boxes = of => [...drawn(of).grouping.boxes.values()].map(b => `${b.id} in ${b.parent}`).sort();
  assert.deepEqual(boxes(turned), boxes(shop()));
});

test('a closed box stands for all in it, and its edges are counted', () => {
  const open = new Set(['env:prod', OUTSIDE]);
  const { shown, grouping } = drawn(shop(), open);
  assert.equal(shownAs(grouping, open, 'daemon:gunicorn@web1'), 'app:shop@prod');
  assert.deepEqual(shown.edges.map(({ from, to, count, claimed }) => ({ from, to, count, claimed })),
    [{ from: 'app:shop@prod', to: 'external:203.0.113.7', count: 1, claimed: true }]);
});

test('an edge tells its standing and among how many it is one', () => {
  const { shown } = drawn();
  const edge = (from, to) => shown.edges.find(e => e.from === from && e.to === to);
  assert.equal(edge('daemon:gunicorn@web1', 'daemon:redis@cache1').standing, 'OCCASIONAL');
  assert.equal(edge('daemon:haproxy@lb1', 'daemon:gunicorn@web1').among, 2);
});

test('boxes do not overlap, and lie within the box around them', () => {
  for (const estate of [shop(), ...estates()]) {
    const { shown, places } = drawn(estate);
    const siblings = [shown.roots, ...[...shown.boxes.values()].filter(b => b.open).map(b => b.children)];
    for (const ids of siblings) {
      for (const [i, a] of ids.entries()) for (const b of ids.slice(i + 1)) assert.ok(apart(places.get(a), places.get(b)), `${a} and ${b}`);
    }
    for (const box of shown.boxes.values()) {
      if (box.parent) assert.ok(within(places.get(box.id), places.get(box.parent)), `${box.id} in ${box.parent}`);
    }
  }
});

function apart(a, b) {
  return Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.01 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.01;
}

function within(inner, outer) {
  return Math.abs(inner.x - outer.x) + inner.width / 2 <= outer.width / 2 + 0.01 && Math.abs(inner.y - outer.y) + inner.height / 2 <= outer.height / 2 + 0.01;
}

test('what is needed lies below what needs it', () => {
  const { places } = drawn();
  const y = id => places.get(id).y;
  assert.ok(y('daemon:haproxy@lb1') < y('daemon:gunicorn@web1'));
  assert.ok(y('daemon:gunicorn@web1') < y('daemon:postgresql@db1'));
  assert.equal(places.get('host:db1').x, places.get('daemon:postgresql@db1').x);
});

test('a path follows dependencies, whichever way they lead', () => {
  const model = index(shop());
  const down = path(model, 'daemon:haproxy@lb1', 'daemon:postgresql@db1');
  assert.equal(down.kind, 'needs');
  assert.deepEqual(down.assets, ['daemon:haproxy@lb1', 'service:8000-tcp@web1', 'daemon:gunicorn@web1', 'service:5432-tcp@db1', 'daemon:postgresql@db1']);
  assert.equal(path(model, 'host:db1', 'daemon:haproxy@lb1').kind, 'needed');
  assert.equal(path(model, 'host:db1', 'host:cache1').kind, 'any');
  assert.equal(path(model, 'host:db1', 'team:payments'), null);
  assert.equal(path(model, 'host:db1', 'host:unknown'), null);
});

test('days of change are counted, and end with the day', () => {
  const counted = days({ assets: [asset('host:a'), asset('host:b', { since: '2026-11-03T00:00:00Z' })], relations: [] }, at => at.slice(0, 10));
  assert.deepEqual(counted, [{ day: '2026-11-01', count: 2 }, { day: '2026-11-03', count: 1 }]);
  assert.equal(new Date(endOf('2026-11-03')).getTime(), new Date(2026, 10, 4).getTime() - 1000);
});

test('the address carries the whole state there and back', () => {
  const state = { q: 'env:prod', environment: null, at: '2026-11-01T00:00:00Z', asset: 'host:web1', edge: 'app:shop@prod app:pay@prod', from: null, to: null, down: ['host:a', 'service:5432-tcp@db1'], open: ['app:shop@prod'], shut: [] };
  assert.deepEqual(read(write(state)), state);
  assert.equal(write(read('')), '');
  const first = new Set(['a', 'b']);
  assert.deepEqual(opened(first, { open: ['c'], shut: ['a'] }), new Set(['b', 'c']));
  assert.deepEqual(changed(first, new Set(['b', 'c'])), { open: ['c'], shut: ['a'] });
});

test('assets are found by every word, best names first', () => {
  const model = index(shop());
  assert.equal(find(model, 'web1')[0].id, 'host:web1');
  assert.deepEqual(find(model, 'postgres db1').map(a => a.id), ['daemon:postgresql@db1']);
  assert.deepEqual(find(model, ' '), []);
});

test('arrows walk to what is needed and back', () => {
  const { shown, places } = drawn();
  assert.equal(step(shown, places, 'daemon:gunicorn@web1', 'ArrowUp'), 'daemon:haproxy@lb1');
  const below = step(shown, places, 'daemon:haproxy@lb1', 'ArrowDown');
  assert.match(below, /^daemon:gunicorn@/);
  const beside = step(shown, places, below, below.endsWith('web1') === places.get('daemon:gunicorn@web1').x < places.get('daemon:gunicorn@web2').x ? 'ArrowRight' : 'ArrowLeft');
  assert.match(beside, /^daemon:gunicorn@/);
  assert.equal(step(shown, places, 'nothing', 'ArrowUp'), null);
});

test('boxes say what falls, in words', () => {
  const { model, shown } = drawn();
  const impact = { active: true, down: new Set(['host:db1']), fallen: new Set(['daemon:postgresql@db1']), reduced: new Set(['daemon:haproxy@lb1']) };
  const word = id => wording(model, impact).mark(shown.boxes.get(id))?.word;
  assert.equal(word('host:db1'), 'down');
  assert.equal(word('daemon:postgresql@db1'), 'falls');
  assert.equal(word('daemon:haproxy@lb1'), 'reduced');
  assert.equal(word('env:prod'), '2 fall');
  assert.equal(word('daemon:redis@cache1'), '');
  assert.match(wording(model).spoken(shown.boxes.get('daemon:postgresql@db1')), /db1 · :5432.*needs 1, needed by 2/);
  assert.equal(falling({ fallen: [{}], reduced: [{}], omitted: 0 }, ['a']), 'If a stops, 1 asset falls, and 1 goes on with less');
  assert.equal(falling({ fallen: [], reduced: [] }, ['a', 'b']), 'If a, b stop, nothing else falls');
  assert.equal(plural(1234, 'host'), '1\u2009234 hosts');
});

test('a line that would run below another card goes beside it', () => {
  const card = (x, y) => ({ x, y, width: 172, height: 46 });
  const straight = curve(card(0, 0), card(0, 100), [card(0, 0), card(0, 100)]);
  assert.ok(straight.distances.every(distance => Math.abs(distance) < 1e-9));
  const around = curve(card(0, 0), card(0, 200), [card(0, 0), card(0, 100), card(0, 200)]);
  assert.ok(around.distances.every(distance => Math.abs(distance) > 10));
});

test('a line lists the relations that it stands for, the lasting ones first, and counts the rest', () => {
  const { model } = drawn();
  const edge = { dependencies: model.dependencies };
  const list = bundle(model, edge, 'Shop', 'the rest', 3);
  assert.equal(list.title, 'Shop needs the rest');
  assert.equal(list.lines.length, 3);
  assert.equal(list.more, model.dependencies.length - 3);
  assert.equal(list.lines[0].line.split(' ')[0], 'steady');
  const text = bundle(model, edge, 'a', 'b').lines.map(each => each.text);
  assert.ok(text.includes(`${called(model, 'daemon:gunicorn@web1')} connects to :5432 on db1`), text.join());
  assert.equal(addressOf({ source: 'daemon:a@b', type: 'RUNS_ON', target: 'host:b' }), '/map/relation?source=daemon%3Aa%40b&type=RUNS_ON&target=host%3Ab');
});

test('instances are told apart by their host where it is not below them, and groups of hosts are not drawn', () => {
  const shared = ['db1', 'db2'].flatMap(host => [program('postgresql', 5432, host), program('redis', 6379, host)]);
  const parts = map(...shared, program('gunicorn', 80, 'web1'), {
    assets: [asset('group:web')],
    relations: [
      ...['db1', 'db2'].flatMap(host => [5432, 6379].map(port => relation('daemon:gunicorn@web1', 'CONNECTS_TO', `service:${port}-tcp@${host}`))),
      relation('host:web1', 'MEMBER_OF', 'group:web')
    ]
  });
  const { model, grouping } = drawn(parts);
  const head = id => wording(model).head(grouping.boxes.get(id));
  assert.equal(head('daemon:postgresql@db1'), 'db1');
  assert.equal(head('daemon:gunicorn@web1'), 'gunicorn');
  assert.equal(grouping.unitOf.has('group:web'), false);
});

test('a database and its replicas belong to the application that alone uses them', () => {
  const product = { name: 'postgresql', title: 'PostgreSQL', role: 'database' };
  const parts = map(program('postgresql', 5432, 'db1'), program('postgresql', 5432, 'db2'), program('gunicorn', 80, 'web1'), {
    assets: [asset('app:shop@prod')],
    relations: [
      relation('app:shop@prod', 'RUNS_ON', 'host:web1'),
      relation('daemon:gunicorn@web1', 'CONNECTS_TO', 'service:5432-tcp@db1'),
      relation('daemon:postgresql@db2', 'CONNECTS_TO', 'service:5432-tcp@db1')
    ]
  });
  parts.assets.filter(each => each.id.startsWith('daemon:postgresql')).forEach(each => { each.product = product; });
  const { grouping } = drawn(parts);
  for (const host of ['db1', 'db2']) assert.equal(grouping.boxes.get(`daemon:postgresql@${host}`).parent, 'app:shop@prod');
});

test('a line along a row passes above the cards between', () => {
  const at = x => ({ x, y: 0, width: 100, height: 40 });
  const free = curve(at(0), at(300), [at(0), at(300)]);
  const over = curve(at(0), at(300), [at(0), at(150), at(300)]);
  assert.equal(free.start, '50px 0px');
  assert.equal(over.start, '0px -20px');
});

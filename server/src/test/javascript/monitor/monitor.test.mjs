import assert from 'node:assert/strict';
import { test } from 'node:test';

const assets = '../../../main/resources/static/assets/';
const { plan } = await import(assets + 'live.mjs');
const { pointAt, ticks } = await import(assets + 'monitor/chart.mjs');
const { same, troubled, troublesOf } = await import(assets + 'map/troubles.mjs');

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-21T12:00:00Z');

test('rows that stay are kept, in the new order, and others go', () => {
  assert.deepEqual(plan(['a', 'b', 'c'], ['c', 'd', 'a']), {
    stays: [{ id: 'c', kept: true }, { id: 'd', kept: false }, { id: 'a', kept: true }],
    goes: ['b']
  });
});

test('the axis of a week has the midnights of the reader', () => {
  const zone = () => 10 * HOUR;
  const days = ticks(NOON - 7 * 24 * HOUR, NOON, zone);
  assert.equal(days.length, 6);
  assert.ok(days.every(({ at, dated }) => dated && (at + zone()) % (24 * HOUR) === 0));
});

test('a place on a drawing is of the point that it lies in', () => {
  const drawn = { from: 1_000, to: 2_000, start: 900, step: 100, count: 11 };
  assert.equal(pointAt(0, drawn), 1);
  assert.equal(pointAt(0.55, drawn), 6);
  assert.equal(pointAt(1, { ...drawn, count: 5 }), null);
});

test('a box shows the worst of what monitors find in it', () => {
  const troubles = troublesOf([
    { asset: 'daemon:a@web1', state: 'WARNING' },
    { asset: 'daemon:a@web1', state: 'CRITICAL' },
    { asset: 'daemon:b@web1', state: 'CRITICAL' },
    { asset: 'daemon:c@web1', state: 'CRITICAL', unreachableBecause: 'host:db1' }
  ]);
  const box = (kind, ...members) => ({ kind, members });
  assert.deepEqual(troubled(box('unit', 'daemon:a@web1'), troubles), { state: 'has-crit', colour: 'crit', word: 'critical' });
  assert.equal(troubled(box('group', 'daemon:a@web1', 'daemon:b@web1', 'daemon:c@web1'), troubles).word, '2 critical');
  assert.equal(troubled(box('unit', 'daemon:c@web1'), troubles).word, 'unreachable');
  assert.equal(troubled(box('unit', 'daemon:d@web1'), troubles), null);
  assert.ok(same(troubles, new Map(troubles)));
});

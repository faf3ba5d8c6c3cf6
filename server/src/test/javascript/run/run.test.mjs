import assert from 'node:assert/strict';
import { test } from 'node:test';

const { asked, move } = await import('../../../main/resources/static/assets/run/matrix.mjs');

const size = { rows: 301, columns: 31 };
const from = { row: 5, column: 5 };

test('arrows lead to the next cell, and no further than the edge', () => {
  assert.deepEqual(move(from, { key: 'ArrowUp' }, size), { row: 4, column: 5 });
  assert.deepEqual(move(from, { key: 'ArrowRight' }, size), { row: 5, column: 6 });
  assert.deepEqual(move({ row: 300, column: 30 }, { key: 'ArrowDown' }, size), { row: 300, column: 30 });
  assert.deepEqual(move({ row: 300, column: 30 }, { key: 'ArrowRight' }, size), { row: 300, column: 30 });
});

test('the names of steps and hosts are reached, and the corner is not', () => {
  assert.deepEqual(move({ row: 1, column: 1 }, { key: 'ArrowUp' }, size), { row: 0, column: 1 });
  assert.deepEqual(move({ row: 1, column: 1 }, { key: 'ArrowLeft' }, size), { row: 1, column: 0 });
  assert.deepEqual(move({ row: 1, column: 0 }, { key: 'ArrowUp' }, size), { row: 1, column: 0 });
  assert.deepEqual(move({ row: 0, column: 1 }, { key: 'ArrowLeft' }, size), { row: 0, column: 1 });
});

test('a page at a time, and to the ends', () => {
  assert.deepEqual(move(from, { key: 'PageUp' }, size), { row: 1, column: 5 });
  assert.deepEqual(move(from, { key: 'PageDown' }, size), { row: 15, column: 5 });
  assert.deepEqual(move(from, { key: 'Home' }, size), { row: 5, column: 1 });
  assert.deepEqual(move(from, { key: 'End' }, size), { row: 5, column: 30 });
  assert.deepEqual(move(from, { key: 'End', ctrlKey: true }, size), { row: 300, column: 30 });
});

test('other keys are left alone', () => {
  assert.equal(move(from, { key: 'a' }, size), null);
  assert.equal(move(from, { key: 'Tab' }, size), null);
});

test('what is asked for is encoded', () => {
  assert.equal(asked('a b', 'web1'), 'job=a+b&place=web1');
  assert.equal(asked(null, '-'), 'place=-');
});

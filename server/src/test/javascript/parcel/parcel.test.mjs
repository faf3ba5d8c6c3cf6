import assert from 'node:assert/strict';
import { test } from 'node:test';

const { outcome, share } = await import('../../../main/resources/static/assets/parcel/upload.mjs');

test('a parcel that is kept is linked, with who signed it', () => {
  const parcel = JSON.stringify({ name: 'shop', version: '1.0.0-rc.1', signers: ['ci', 'release'] });

  assert.deepEqual(outcome(201, parcel), {
    mark: 'ok',
    lines: ['shop 1.0.0-rc.1 is kept, signed by ci, release.'],
    link: '/parcels/shop/1.0.0-rc.1',
  });
  assert.deepEqual(outcome(200, JSON.stringify({ name: 'shop', version: '1', signers: [] })).lines, [
    'shop 1 was there already.',
  ]);
});

test('all that is wrong is told', () => {
  const problem = {
    title: 'The parcel has problems',
    detail: 'Nothing was done, for 2 things are wrong.',
    problems: [
      { path: 'parcel.ini:3', detail: 'There is no name.', remedy: 'State one.' },
      { detail: 'It is cut off.' },
    ],
  };

  assert.deepEqual(outcome(422, JSON.stringify(problem)), {
    mark: 'crit',
    lines: ['The parcel has problems', 'parcel.ini:3 · There is no name. · State one.', 'It is cut off.'],
  });
});

test('a problem without parts says what to do', () => {
  const problem = { title: 'The body is too large', detail: 'It has more.', remedy: 'Send less at once.' };

  assert.deepEqual(outcome(413, JSON.stringify(problem)).lines, [
    'The body is too large',
    'It has more.',
    'Send less at once.',
  ]);
});

test('what is no answer of the server is told as such', () => {
  assert.deepEqual(outcome(0, '').lines, ['The server did not answer.']);
  assert.deepEqual(outcome(502, '<html>').lines, ['The server answered 502.']);
});

test('a file without bytes is sent', () => {
  assert.equal(share(0, 0), 100);
  assert.equal(share(1, 3), 33);
});

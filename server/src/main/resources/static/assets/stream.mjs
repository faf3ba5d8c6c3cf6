// What the server says as it happens, while somebody looks at the page: a browser has six connections
// to a server for all its pages, so the stream is closed on those that are hidden.

const ADDRESS = '/api/v1/events?only=';
const LEAVES_AFTER = 1_000;
const AGAIN_AFTER = 30_000;

/**
 * Calls `states` with the monitors of which something else is thought, or `run` with a run of which
 * more is known, as `only` says, and `missed` whenever it may not have been told of some.
 */
export function follow({ only = 'STATES', states, run, missed }) {
  let stream = null;
  let leaving = null;
  let opened = false;

  function open() {
    clearTimeout(leaving);
    leaving = null;
    if (stream || document.hidden) return;
    stream = new EventSource(ADDRESS + only);
    stream.addEventListener('states', event => states(JSON.parse(event.data).items));
    stream.addEventListener('run', event => run(JSON.parse(event.data)));
    stream.addEventListener('open', () => {
      if (opened) missed();
      opened = true;
      document.documentElement.dataset.stream = 'open';
    });
    stream.addEventListener('error', () => {
      // The browser comes back by itself, unless the server refused; then it is asked later.
      if (stream?.readyState !== EventSource.CLOSED) return;
      close();
      opened = true;
      setTimeout(open, AGAIN_AFTER);
    });
  }

  function close() {
    stream?.close();
    stream = null;
    delete document.documentElement.dataset.stream;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leaving ??= setTimeout(close, LEAVES_AFTER);
    else if (stream) clearTimeout(leaving), leaving = null;
    else open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => event.persisted && open());
  open();
}

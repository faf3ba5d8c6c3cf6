// The state of the page is its address, so that a link shows others the same. Pure.

const SINGLE = ['q', 'environment', 'at', 'asset', 'edge', 'from', 'to'];
const MANY = ['down', 'open', 'shut'];

/** What the address says: single values or null, and lists. */
export function read(search) {
  const parameters = new URLSearchParams(search);
  const state = {};
  for (const name of SINGLE) state[name] = parameters.get(name) || null;
  for (const name of MANY) state[name] = parameters.getAll(name).filter(Boolean);
  return state;
}

/** The address of a state: the query with its question mark, empty where there is nothing to say. */
export function write(state, extra = {}) {
  const parameters = new URLSearchParams();
  for (const name of SINGLE) if (state[name]) parameters.set(name, state[name]);
  for (const name of MANY) for (const value of state[name] ?? []) parameters.append(name, value);
  for (const [name, value] of Object.entries(extra)) parameters.set(name, value);
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%40', '@');
  return text ? '?' + text : '';
}

/** Boxes that are open, of those at first and what the reader changed. */
export function opened(first, state) {
  const open = new Set([...first, ...state.open]);
  state.shut.forEach(id => open.delete(id));
  return open;
}

/** What differs from the boxes open at first, for the address. */
export function changed(first, open) {
  return {
    open: [...open].filter(id => !first.has(id)).sort(),
    shut: [...first].filter(id => !open.has(id)).sort()
  };
}

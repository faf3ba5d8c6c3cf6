// What monitors find of assets, as marks on their boxes. Pure.

/** From bad to less bad; what something else explains comes last. */
const MARKS = [
  { colour: 'crit', word: 'critical' },
  { colour: 'unknown', word: 'unknown' },
  { colour: 'warn', word: 'warning' },
  { colour: 'idle', word: 'unreachable' },
  { colour: 'idle', word: 'in downtime' }
];

function rank({ state, unreachableBecause, downtime }) {
  if (unreachableBecause) return 3;
  if (downtime) return 4;
  return { CRITICAL: 0, UNKNOWN: 1, WARNING: 2 }[state] ?? 4;
}

/** The worst of the monitors that tell of a problem, by asset. */
export function troublesOf(monitors) {
  const worst = new Map();
  for (const monitor of monitors) {
    const found = rank(monitor);
    if (found < (worst.get(monitor.asset) ?? MARKS.length)) worst.set(monitor.asset, found);
  }
  return worst;
}

/** Whether both say the same. */
export function same(one, other) {
  return one.size === other.size && [...one].every(([asset, rank]) => other.get(asset) === rank);
}

/** The mark of a box for what is wrong in it; null if nothing is. */
export function troubled(box, troubles) {
  const found = box.members.map(id => troubles.get(id)).filter(rank => rank !== undefined);
  if (!found.length) return null;
  const worst = Math.min(...found);
  const count = found.filter(rank => rank === worst).length;
  const { colour, word } = MARKS[worst];
  return { state: `has-${colour}`, colour, word: box.kind === 'unit' || count === 1 ? word : `${count} ${word}` };
}

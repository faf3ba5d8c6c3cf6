// What a line of the drawing stands for, as a list: many relations are drawn as one. Pure.

import { called, plural } from './wording.mjs';

/** How many relations of one line are listed. */
export const MOST = 50;

const SAYS = {
  RUNS_ON: 'runs on', CONNECTS_TO: 'connects to', DEPENDS_ON: 'needs', MEMBER_OF: 'is a part of', OWNED_BY: 'is owned by', PROVIDES: 'provides'
};
const STANDINGS = { STEADY: 'steady', DECLARED: 'said, not seen', OCCASIONAL: 'comes and goes', EARLIER: 'seen earlier, not now' };

/**
 * The list of an edge between boxes called `from` and `to`: `{title, count, lines, more}`, where a
 * line has `text`, `sub`, the `address` of the relation's page and the class of its `line`.
 */
export function bundle(model, edge, from, to, most = MOST) {
  const relations = edge.dependencies.map(dependency => dependency.relation).sort(inOrder);
  return {
    title: `${from} needs ${to}`,
    count: plural(relations.length, 'relation'),
    lines: relations.slice(0, most).map(relation => line(model, relation)),
    more: Math.max(0, relations.length - most)
  };
}

/** The page of a relation. */
export function addressOf({ source, type, target }) {
  return '/map/relation?' + new URLSearchParams({ source, type, target });
}

function line(model, relation) {
  const claimed = relation.sight === 'CLAIMED';
  return {
    text: `${called(model, relation.source)} ${SAYS[relation.type]} ${called(model, relation.target)}`,
    sub: [STANDINGS[relation.standing], claimed && 'claimed by one side', relation.alternatives && `one of “${relation.alternatives.name}”`, relation.conflict].filter(Boolean).join(' · '),
    address: addressOf(relation),
    line: relation.standing.toLowerCase() + (claimed ? ' claimed' : '')
  };
}

const ORDER = Object.keys(STANDINGS);

function inOrder(a, b) {
  const by = ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing);
  return by || compare(a.source, b.source) || compare(a.target, b.target) || compare(a.type, b.type);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Finds assets of the loaded map by what people type. Pure.

import { hostOf } from './model.mjs';

const MOST = 12;

/** The assets that have every word of the text, those that begin with it first. */
export function find(model, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return [...model.assets.values()]
    .filter(asset => words.every(word => haystack(asset).includes(word)))
    .map(asset => ({ asset, score: score(asset, words[0]) }))
    .sort((a, b) => a.score - b.score || (a.asset.id < b.asset.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ asset }) => asset);
}

function haystack(asset) {
  return [asset.id, asset.title, asset.product?.title, asset.environment, asset.owner?.team, ...Object.values(asset.labels)]
    .filter(Boolean).join(' ').toLowerCase();
}

const KINDS = ['app', 'host', 'daemon', 'service', 'team', 'external'];

function score(asset, word) {
  const begins = asset.title.toLowerCase().startsWith(word) || hostOf(asset.id)?.startsWith(word);
  const kind = KINDS.indexOf(asset.kind);
  return (asset.title.toLowerCase() === word ? 0 : begins ? 10 : 100) + (kind < 0 ? KINDS.length : kind);
}

// Reads pairs of versions divided by tabs; says of each how npm orders them.
const semver = require('semver')
const lines = require('fs').readFileSync(0, 'utf8').split('\n').slice(0, -1)
for (const line of lines) {
  const [a, b] = line.split('\t')
  const refused = [a, b].some(version => semver.valid(version) === null)
  console.log(refused ? 'refused' : semver.compare(a, b))
}

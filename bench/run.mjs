/** `npm run bench`: all benchmarks, or those that are named: `npm run bench -- trx`. Medians of pairs; ratios are what counts. */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchCacheMounts } from './cache-mounts.mjs'
import { benchEarlier } from './earlier.mjs'
import { benchHosted } from './hosted.mjs'
import { benchJob } from './job.mjs'
import { benchParallelBuild } from './parallel-build.mjs'
import { benchStart } from './start.mjs'
import { benchScale } from './scale.mjs'
import { benchMeasure } from './measure.mjs'
import { benchTrx } from './trx.mjs'
import { benchWarm } from './warm.mjs'

const benchmarks = {
  start: benchStart,
  job: benchJob,
  warm: benchWarm,
  'parallel-build': benchParallelBuild,
  measure: benchMeasure,
  trx: benchTrx,
  hosted: benchHosted,
  'cache-mounts': benchCacheMounts,
  earlier: benchEarlier,
  scale: benchScale,
}
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    legacy: { type: 'boolean', default: false },
    'actions-cache': { type: 'boolean', default: false },
  },
})
const print = (/** @type {string} */ line) => {
  console.log(line)
}

print(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, ${new Date().toISOString().slice(0, 10)}`)
for (const [name, bench] of Object.entries(benchmarks)) {
  if (wanted.length === 0 || wanted.includes(name))
    await bench(print, {
      ...{ rounds: Number(values.rounds), only: values.only },
      ...{ isLegacy: values.legacy, isInActionsCache: values['actions-cache'] },
    })
}

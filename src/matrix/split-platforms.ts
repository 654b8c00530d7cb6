import * as v from 'valibot'
import { parseAs } from '../shared/schema-values.ts'
import { InputReader } from '../inputs/input-reader.ts'
import { parseList } from '../shared/csv.ts'
import { withDefaults } from '../inputs/raw-inputs.ts'
import type { Problems } from '../shared/errors.ts'
import { readTags } from '../inputs/tags.ts'
import type { RunFacts } from '../inputs/run-facts.ts'
import type { MatrixRow } from './plan-matrix.ts'

/** A job of the workflow, and whether it pushes under the image's tags. */
export interface MatrixJob extends MatrixRow {
  push: string
}

/** What becomes one index when the jobs of all platforms are done. */
export interface ImageIndex {
  name: string
  tags: string[]
  /** The repository that the platforms were pushed to, by their digests. */
  source: string
  /** The names of their jobs. */
  parts: string[]
}

const runnersSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]))
type Runners = v.InferOutput<typeof runnersSchema>

/** Reads `platform-runners`, JSON such as `{"linux/arm64": "ubuntu-24.04-arm"}`; empty: no platform has a runner of its own. */
export function readPlatformRunners(text: string, problems: Problems): Runners {
  if (text.trim() === '') return {}
  const runners = parseAs(runnersSchema, text)
  if (runners === undefined)
    problems.add('platform-runners', 'write JSON, such as {"linux/arm64": "ubuntu-24.04-arm"}.')
  return runners ?? {}
}

/**
 * The jobs of one image: one, or one for each of its platforms where every one has a runner of its own. Then the first job tests, each
 * builds and measures its platform, and what is pushed has no tag until the index gives it one.
 */
export function splitPlatforms(
  row: MatrixRow,
  { runners, isPushed, facts }: { runners: Runners; isPushed: boolean; facts: RunFacts },
  problems: Problems,
): { jobs: MatrixJob[]; index: ImageIndex | undefined } {
  const platforms = [...new Set(parseList(row.image['platforms'] ?? '', { splitAtCommas: true }))]
  const missing = platforms.filter((platform) => !(platform in runners))
  if (platforms.length < 2 || missing.length === platforms.length)
    return { jobs: [{ ...row, push: String(isPushed) }], index: undefined }
  if (missing.length > 0)
    problems.add('platform-runners', `${row.name} needs one for ${missing.join(', ')} too.`)
  const { tags } = readTags(
    new InputReader(
      withDefaults((name) => row.image[name]),
      problems,
    ),
    facts,
  )
  const source = (tags[0] ?? '').replace(/:[^:/]+$/, '')
  if (isPushed && source === '') problems.add('tags', `${row.name} is pushed and has no tag in this run.`)
  const named = ['tags', 'image-name']
  const shared = Object.fromEntries(Object.entries(row.image).filter(([name]) => !named.includes(name)))
  const key = row.image['image-key'] ?? (source || row.name)
  const jobs = platforms.map((platform, place): MatrixJob => ({
    name: `${row.name}-${platform.replaceAll('/', '-')}`,
    'runs-on': runners[platform] ?? row['runs-on'],
    push: 'false',
    image: {
      ...shared,
      ...{ platforms: platform, 'image-key': `${key} (${platform})` },
      ...(place > 0 && { 'test-target': 'off' }),
      ...(isPushed && { outputs: pushOf(row, source, platform, facts) }),
    },
  }))
  const index = { name: row.name, tags, source, parts: jobs.map(({ name }) => name) }
  return { jobs, index: isPushed ? index : undefined }
}

/** Where the job of a platform pushes to: by digest, or under a tag of its own where the named builder may be an engine, which can't. */
function pushOf({ image }: MatrixRow, source: string, platform: string, { commit }: RunFacts): string {
  if (image['builder'] === undefined)
    return `type=image,name=${source},push-by-digest=true,name-canonical=true,push=true`
  return `type=image,name=${source}:${commit.slice(0, 12)}-${platform.replaceAll('/', '-')},push=true`
}

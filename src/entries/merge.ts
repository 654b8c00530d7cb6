import { resolve } from 'node:path'
import * as core from '@actions/core'
import { ActionsLog } from '../github/actions-log.ts'
import {
  isBad,
  worstVerdict,
  type MergedImage,
  parseExpected,
  withMissing,
  findReports,
  readImage,
  summarize,
} from '../merge/collect-images.ts'
import { renderMerged } from '../merge/render-merged.ts'
import { runEntry } from './run-entry.ts'
import { UserError, messageOf } from '../shared/errors.ts'
import { withHelp } from '../shared/help-link.ts'

/** As many as a matrix has jobs, twice. */
const maxReports = 512

/** Runs as the step that makes one summary and one verdict of many reports. Gives the exit code: 1 if one is bad. */
export function runMerge(): Promise<number> {
  const log = new ActionsLog()
  return runEntry(log, async () => {
    const images = await readImages(process.env)
    const bad = images.filter(isBad)
    core.setOutput('test-result', worstVerdict(images))
    core.setOutput('failed', String(bad.length))
    core.setOutput('images', JSON.stringify(images.map(summarize)))
    await core.summary
      .addRaw(renderMerged(images))
      .write()
      .catch((error: unknown) => {
        log.warning(`Lost: the job summary (${messageOf(error)}).`)
      })
    for (const image of bad) {
      const { title, message } = describe(image)
      // A log has no titles.
      log.error(withHelp(`${image.name}: ${message}`, title), { title: image.name })
    }
    if (bad.length === 0) log.info(`All ${images.length} images passed.`)
    return bad.length > 0 ? 1 : 0
  })
}

async function readImages(env: NodeJS.ProcessEnv): Promise<MergedImage[]> {
  const folder = env['INPUT_REPORTS']?.trim() ?? ''
  if (folder === '') throw new UserError('Wrong input', 'reports: name the folder that has the reports.')
  const expected = parseExpected(env['INPUT_EXPECTED'] ?? '')
  const root = resolve(env['GITHUB_WORKSPACE'] ?? process.cwd(), folder)
  const found = await findReports(root, env['INPUT_PREFIX']?.trim() ?? '')
  if (found.length > maxReports) {
    const many = `${found.length} reports are more than the ${maxReports} that are read at once`
    throw new UserError('Too many reports', `${many}; merge them in groups, each with a prefix of its own.`)
  }
  const images: MergedImage[] = []
  // One after the other: while it is read, a large one takes many times its size.
  for (const report of found) images.push(await readImage(report))
  return withMissing(images, expected)
}

/** What is wrong with an image; its help is that of its first problem. */
function describe(image: MergedImage): { title: string; message: string } {
  if (image.kind === 'lost') return { title: 'An image without a valid report', message: image.reason }
  const titles = image.report.problems.map(({ title }) => title)
  return { title: titles[0] ?? '', message: titles.slice(0, 3).join('; ') }
}

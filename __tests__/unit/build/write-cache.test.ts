import { expect, test } from '@jest/globals'
import { chmod, readFile } from 'node:fs/promises'
import { delimiter } from 'node:path'
import { HeldLog } from '../../../src/shared/log.ts'
import { CacheWrite } from '../../../src/build/write-cache.ts'
import { Docker } from '../../../src/docker/docker.ts'
import type { CacheChoice } from '../../../src/plan/choose-cache.ts'
import { makeTempFolder } from '../temp-folder.ts'

const request = (target: string) => ({ context: '/app', dockerfile: '/app/Dockerfile', target })
const image = request('final')

const ofImage: CacheChoice = {
  ...{ kind: 'registry', reason: '', warnings: [] },
  ...{ from: [], to: ['ref=shop,mode=max'], testsFrom: [], testsTo: [] },
}
const ofBoth: CacheChoice = { ...ofImage, testsTo: ['ref=shop-test,mode=max'] }

interface Attempt {
  cache: CacheChoice
  /** A smoke test follows. */
  smokes?: boolean
  /** How the docker command ends. */
  code?: number
}

/** Writes with a docker that notes what it is asked to build, and where to. */
async function write(
  { cache, smokes = false, code = 0 }: Attempt,
  work: (writing: CacheWrite, written: () => Promise<string[]>) => Promise<void>,
): Promise<string[]> {
  await using folder = await makeTempFolder({ notes: '' })
  const notes = `${folder.path}/notes`
  const script = `#!/bin/sh\necho "$*" | sed -E 's/.*--target (\\S+).*--cache-to (\\S+) .*/\\1 to \\2/' >> '${notes}'\nexit ${code}\n`
  await chmod(await folder.write('docker', script), 0o755)
  const env = { PATH: [folder.path, process.env['PATH']].join(delimiter) }
  const written = async () => (await readFile(notes, 'utf8')).split('\n').filter((line) => line !== '')
  const tools = { docker: new Docker(env, `${folder.path}/docker`), log: new HeldLog() }
  const settings = { smokeCheck: smokes ? ({} as never) : undefined }
  const testCaches = { passed: [request('test')], failed: [request('up-to-test')] }
  await using writing = new CacheWrite(tools, { settings, builds: { testCaches }, cache })
  await work(writing, written)
  return await written()
}

test('what the image needs is written while the tests run, what only they need after they passed, each once', async () => {
  const written = await write({ cache: ofBoth }, async (writing) => {
    writing.beginImage(image)
    writing.begin(image)
    expect(await writing.finish(image)).toEqual({ writeMs: expect.any(Number), warnings: [] })
  })
  expect(written).toEqual(['final to ref=shop,mode=max', 'test to ref=shop-test,mode=max'])
})

test.each([
  { name: 'their own place, too', cache: ofBoth, rest: ['up-to-test to ref=shop-test,mode=max'] },
  { name: 'once, where the image needs all of it', cache: ofImage, rest: [] },
])('when tests fail later, what came before them is written: $name', async ({ cache, rest }) => {
  const written = await write({ cache }, async (writing) => {
    writing.beginImage(image)
    await writing.finish(undefined)
  })
  expect(written).toEqual(['final to ref=shop,mode=max', ...rest])
})

test('when tests fail before the image was built, what came before them is written', async () => {
  const written = await write({ cache: ofImage }, async (writing) => {
    await writing.finish(undefined)
  })
  expect(written).toEqual(['up-to-test to ref=shop,mode=max'])
})

test.each([
  { name: 'a smoke test follows', cache: ofImage, smokes: true },
  { name: 'the caches were given', cache: { ...ofImage, kind: 'own' as const } },
])('nothing is written while the tests run where $name', async (attempt) => {
  await write(attempt, async (writing, written) => {
    writing.beginImage(image)
    await writing.stop()
    expect(await written()).toEqual([])
  })
})

test('what was stopped begins anew, and what fails is a warning', async () => {
  const written = await write({ cache: ofBoth, code: 1 }, async (writing) => {
    writing.beginImage(image)
    await writing.stop()
    const { warnings } = await writing.finish(image)
    expect(warnings).toEqual([expect.stringMatching(/^The build cache was not written: /)])
  })
  expect(written.at(-1)).toBe('final to ref=shop,mode=max')
})

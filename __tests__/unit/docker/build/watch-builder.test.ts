import { expect, test } from '@jest/globals'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Docker } from '../../../../src/docker/docker.ts'
import { watchBuilder } from '../../../../src/docker/build/watch-builder.ts'
import { makeTempFolder, type TempFolder } from '../../temp-folder.ts'

const gone = 'printf "Name: default\\nDriver:\\nError: Get docker.sock: context deadline exceeded\\n"'
const there = 'printf "Name: default\\n\\nNodes:\\nStatus: running\\n"'
const oneOfTwo = 'printf "Name: farm\\n\\nNodes:\\nError: no route\\n\\nStatus: running\\n"'
const ofAnotherKind = 'printf "Name: cloud\\n\\nNodes:\\nStatus: paused\\n"'

/** A docker command that answers the n-th question with the n-th of these shell commands, and then always with the last one. */
async function fakeDocker(folder: TempFolder, answers: readonly string[]): Promise<Docker> {
  const cases = answers.map(
    (answer, index) => `${index + 1 === answers.length ? '*' : index + 1}) ${answer};;`,
  )
  const script = [
    '#!/bin/sh',
    'if [ "$1" = context ]; then echo unix:///run/docker.sock; exit; fi',
    `echo "$@" >> ${join(folder.path, 'asked')}`,
    `case $(grep -c . ${join(folder.path, 'asked')}) in ${cases.join(' ')} esac`,
  ]
  const file = await folder.write('docker', `${script.join('\n')}\n`)
  await chmod(file, 0o755)
  return new Docker(process.env, file)
}

async function questionsIn(folder: TempFolder): Promise<string[]> {
  const text = await readFile(join(folder.path, 'asked'), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}

/** No question is ever late but where one hangs. */
const times = { silenceMs: 20, pauseMs: 5, deadlineMs: 60_000 }

/** Watches until the builder counts as lost, or has been asked so often. */
async function watch(
  answers: readonly string[],
  { builder, enough = 20, ...more }: { builder?: string; enough?: number; deadlineMs?: number } = {},
): Promise<{ told: unknown; asked: string[] }> {
  await using folder = await makeTempFolder()
  const docker = await fakeDocker(folder, answers)
  const { lost, stop } = watchBuilder(docker, builder, { ...times, ...more })
  while (!lost.aborted && (await questionsIn(folder)).length < enough) await sleep(10)
  const asked = (await questionsIn(folder)).slice(0, enough)
  stop()
  return { told: lost.reason as unknown, asked }
}

test.each([
  { name: 'answers', answers: [there] },
  { name: 'has one node that answers', answers: [oneOfTwo] },
  { name: 'answers in a way that nobody knows', answers: [ofAnotherKind] },
  { name: 'fails to answer twice and then answers', answers: [gone, gone, there, gone, gone, there] },
])('a builder that $name is left to its silent build', async ({ answers }) => {
  const { told, asked } = await watch(answers, { enough: 8 })
  expect([told, asked]).toEqual([undefined, Array(8).fill('buildx inspect')])
})

test('an engine that can not be reached three times in a row is named with its socket', async () => {
  const { told, asked } = await watch([gone, there, gone])
  expect(asked).toHaveLength(5)
  expect(told).toBe(
    'The Docker engine at unix:///run/docker.sock stopped answering: the build fell silent, and then 3 questions in a row got no answer ' +
      '(Get docker.sock: context deadline exceeded). Look at the log of the engine, restart it, and run the job again.',
  )
})

test('a builder with a name is asked by it, and named', async () => {
  const { told, asked } = await watch(['sleep 300'], { builder: 'farm', deadlineMs: 200 })
  expect(asked).toEqual(Array(3).fill('buildx inspect farm'))
  expect(told).toMatch(/^The builder farm stopped answering: .* got no answer\. Look at its log/)
})

test('a build that goes on talking is not asked about', async () => {
  await using folder = await makeTempFolder()
  const docker = await fakeDocker(folder, [gone])
  const watching = watchBuilder(docker, undefined, { ...times, silenceMs: 60_000 })
  for (let round = 0; round < 20; round += 1) {
    watching.heard()
    await sleep(5)
  }
  watching.stop()
  expect(await questionsIn(folder)).toEqual([])
})

test('a cancelled job ends the watch without a word', async () => {
  await using folder = await makeTempFolder()
  const docker = await fakeDocker(folder, ['sleep 300'])
  const { lost } = watchBuilder(docker, undefined, times)
  while ((await questionsIn(folder)).length === 0) await sleep(10)
  await docker.cancel()
  expect(lost.aborted).toBe(false)
})

import { expect, test } from '@jest/globals'
import { chmod, copyFile, mkdir, symlink } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { findStartablePlugin, Docker } from '../../../src/docker/docker.ts'
import { makeTempFolder } from '../temp-folder.ts'

const script = (words: string): string => `#!/bin/sh\necho ${words} "$@"\n`

/** A folder with docker's client, a plugin that says what it was asked, and folders for PATH in which `docker` is something else. */
async function makePrograms() {
  const folder = await makeTempFolder({
    'bin/empty': '',
    'wrapped/docker': script('wrapper'),
    'plugins/docker-buildx': script('plugin'),
    'plugins/broken': script('error'),
  })
  const path = (...names: string[]): string => join(folder.path, ...names)
  // Any program will do for the client, which is looked at and not started.
  await copyFile('/bin/true', path('bin', 'docker'))
  for (const file of ['bin/docker', 'wrapped/docker', 'plugins/docker-buildx']) await chmod(path(file), 0o755)
  for (const [link, target] of [
    ['linked/docker', path('bin', 'docker')],
    ['snap/docker', '/bin/true'],
  ] as const) {
    await mkdir(dirname(path(link)), { recursive: true })
    await symlink(target, path(link))
  }
  return {
    path,
    plugin: path('plugins', 'docker-buildx'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

test.each([
  { name: 'docker’s client', folders: ['bin'], found: true },
  { name: 'a link to it', folders: ['linked'], found: true },
  { name: 'folders that are not there', folders: ['nowhere', 'bin'], found: true },
  { name: 'a script in its place', folders: ['wrapped', 'bin'], found: false },
  { name: 'a link to another program', folders: ['snap'], found: false },
  { name: 'no docker', folders: ['plugins'], found: false },
])('the plugin is started by itself: $name → $found', async ({ folders, found }) => {
  await using programs = await makePrograms()
  const variable = folders.map((folder) => programs.path(folder)).join(delimiter)
  expect(await findStartablePlugin(programs.plugin, variable)).toBe(found ? programs.plugin : undefined)
})

test.each(['error', 'gone'])(
  'a plugin that can not be run from here is left to the client: %s',
  async (name) => {
    await using programs = await makePrograms()
    const bin = programs.path('bin')
    expect(await findStartablePlugin(programs.path('plugins', name), bin)).toBeUndefined()
    expect(await findStartablePlugin(undefined, bin)).toBeUndefined()
  },
)

test('only commands of buildx go to the plugin, with what follows the word', async () => {
  await using programs = await makePrograms()
  const bin = programs.path('bin')
  const docker = new Docker(
    { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    programs.path('wrapped', 'docker'),
  )
  const told: string[] = []
  docker.tell = (line) => told.push(line)
  const say = async (...args: string[]): Promise<string> => {
    const ended = await docker.run({ args })
    return ended.kind === 'exited' ? ended.stdout : ended.kind
  }
  expect(await say('buildx', 'inspect', 'own')).toBe('wrapper buildx inspect own')
  await docker.skipClient(programs.plugin)
  expect(await say('buildx', 'inspect', 'own')).toBe('plugin inspect own')
  expect(await say('image', 'inspect')).toBe('wrapper image inspect')
  // The log has what a person would type.
  expect(
    told.every((line) => line.includes('docker buildx inspect own') || line.includes('image inspect')),
  ).toBe(true)
})

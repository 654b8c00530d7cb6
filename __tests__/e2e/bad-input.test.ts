import { expect, test } from '@jest/globals'
import { helpLink } from '../../src/shared/help-link.ts'
import { access, chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifest } from './harness/action-manifest.ts'
import { dotnetDockerfile, scriptedDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import type { Workspace } from './harness/workspace.ts'

/** What a user sees of a step that ends because of its input. */
function outcomeOf({ exitCode, errors, outputs, stdout, stderr, summary, log }: StepResult): unknown {
  return {
    exitCode,
    errors,
    stack: /^\s+at .*:\d+:\d+\)?$/m.exec(stdout + stderr)?.[0],
    outputs: Object.keys(outputs).sort(),
    imageId: outputs['imageid'],
    summaryMark: summary.slice(0, 6),
    oddities: log.oddities(),
  }
}

/** Red, with this one error and no other, no stack, and every output written. */
function redWith(error: object): unknown {
  return {
    exitCode: 1,
    errors: [error],
    stack: undefined,
    outputs: Object.keys(manifest.outputs).sort(),
    imageId: '',
    summaryMark: '### ❌ ',
    oddities: [],
  }
}

test.each<{ name: string; inputs: Record<string, string>; message: string }>([
  {
    name: 'a word that is not one of a closed set',
    inputs: { cache: 'ghaa' },
    message: 'cache: "ghaa" is not one of auto, gha, registry, local, off.',
  },
  {
    name: 'a flag that is neither true nor false',
    inputs: { push: 'yes' },
    message: 'push: "yes" is neither true nor false.',
  },
  {
    name: 'a size without a unit',
    inputs: { 'max-size': '120' },
    message: 'max-size: "120" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.',
  },
  {
    name: 'a size in percent',
    inputs: { 'max-size': '5%' },
    message: 'max-size: "5%" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.',
  },
  {
    name: 'a build argument without a value',
    inputs: { 'build-args': 'CONFIGURATION' },
    message: 'build-args: entry 1 is not of the form KEY=VALUE, nor the name of an environment variable.',
  },
  {
    name: 'a tag in capitals',
    inputs: { tags: 'ghcr.io/Acme/Shop:1' },
    message:
      'tags: "ghcr.io/Acme/Shop:1" is not an image name; write it as ghcr.io/acme/shop:1.2, in lower case.',
  },
  {
    name: 'a push of nothing',
    inputs: { push: 'true' },
    message:
      'tags: push: true needs at least one tag, such as ghcr.io/acme/shop:1.2, or image-name, which gives some.',
  },
  {
    name: 'a registry cache without its reference',
    inputs: { cache: 'registry' },
    message: 'cache-ref: cache: registry needs it, for example ghcr.io/acme/shop:buildcache.',
  },
  {
    name: 'a cache reference that adds options of its own',
    inputs: { cache: 'registry', 'cache-ref': 'shop,url_v2=http://evil.example' },
    message: 'cache-ref: a comma can not be part of it.',
  },
  {
    name: 'a context that is not there',
    inputs: { context: 'shopp' },
    message: 'context: there is no folder shopp.',
  },
  {
    name: 'a context that is a file',
    inputs: { context: 'app.txt' },
    message: 'context: app.txt is a file; the build context is a folder.',
  },
  {
    name: 'a Dockerfile that is not there',
    inputs: { file: 'docker/Dockerfile' },
    message: 'file: there is no Dockerfile at docker/Dockerfile. Set:\n  file: Dockerfile',
  },
  {
    name: 'a Dockerfile that is a folder',
    inputs: { file: '.git' },
    message: 'file: .git is not a file.',
  },
  {
    name: 'a context that is a URL',
    inputs: { context: 'https://github.com/acme/shop.tar.gz' },
    message:
      'context: "https://github.com/acme/shop.tar.gz" is a URL; write a Git repository as https://….git, or check it out first and give its folder.',
  },
])('$name is named with the way out', async ({ inputs, message }) => {
  await using workspace = await scriptedWorkspace()
  expect(outcomeOf(await runAction({ workspace, inputs }))).toEqual(
    redWith({ title: 'Wrong input', message }),
  )
})

/** Values of which the message must not show more than their place: they may be secret. */
const hidden = { 'build-args': 'KEY=VALUE', secrets: 'id=value' }

test.each<{ input: string; value: string }>([
  { input: 'context', value: '--output=type=local,dest=/' },
  { input: 'file', value: '-' },
  { input: 'target', value: '--push' },
  { input: 'test-target', value: '-o' },
  { input: 'builder', value: '--debug' },
  { input: 'tags', value: '--privileged' },
  { input: 'build-args', value: '--allow=security.insecure' },
  { input: 'secrets', value: '-v=x' },
  { input: 'cache-ref', value: '-x' },
  { input: 'cache-from', value: '--cache-to=x' },
  { input: 'image-key', value: '-k' },
  { input: 'report-dir', value: '--help' },
])('an option in $input is not passed on', async ({ input, value }) => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs: { [input]: value } })
  const form = Object.entries(hidden).find(([name]) => name === input)?.[1]
  const message =
    form === undefined
      ? `"${value}" begins with "-"; an option is not a value here.`
      : `entry 1 is not of the form ${form}.`
  const [first = '', ...more] = result.errors[0]?.message.split('\n') ?? []
  expect(first).toBe(`${input}: ${message}`)
  expect(outcomeOf(result)).toEqual(
    redWith({ title: titleOf([first, ...more]), message: [first, ...more].join('\n') }),
  )
})

/** What stands indented belongs to the input above it. */
const titleOf = (lines: readonly string[]): string => {
  const count = lines.filter((line) => !line.startsWith(' ')).length
  return count === 1 ? 'Wrong input' : `${count} wrong inputs`
}

test('a list whose quote is never closed is named', async () => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs: { tags: '"shop:1\nshop:2' } })
  expect(outcomeOf(result)).toEqual(
    redWith({ title: 'Wrong input', message: expect.stringMatching(/^tags: .*quote/i) }),
  )
})

test('everything that is wrong is reported at once', async () => {
  await using workspace = await scriptedWorkspace()
  const inputs = {
    cache: 'ghaa',
    'cache-mode': 'most',
    push: 'yes',
    'max-size': 'small',
    secrets: 'token',
    context: 'nowhere',
  }
  const result = await runAction({ workspace, inputs })
  expect(result.helpLinks).toEqual([helpLink('6 wrong inputs')])
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: '6 wrong inputs',
      message: [
        'push: "yes" is neither true nor false.',
        'cache: "ghaa" is not one of auto, gha, registry, local, off.',
        'cache-mode: "most" is not one of min, max.',
        'max-size: "small" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.',
        'secrets: entry 1 is not of the form id=value.',
        'context: there is no folder nowhere.',
      ].join('\n'),
    }),
  )
})

test.each<{ name: string; link: string; inputs: Record<string, string>; message: string }>([
  {
    name: 'a context',
    link: 'elsewhere',
    inputs: { context: 'elsewhere' },
    message: 'context: elsewhere is outside the workspace $WORKSPACE, by way of a link to /etc',
  },
  {
    name: 'a Dockerfile',
    link: 'Containerfile',
    inputs: { file: 'Containerfile/hostname' },
    message:
      'file: Containerfile/hostname is outside the workspace $WORKSPACE, by way of a link to /etc/hostname',
  },
])('$name that a link leads out of the workspace is not read', async ({ link, inputs, message }) => {
  await using workspace = await scriptedWorkspace()
  await symlink('/etc', workspace.path(link))
  expect(outcomeOf(await runAction({ workspace, inputs }))).toEqual(
    redWith({
      title: 'Wrong input',
      message: `${message.replace('$WORKSPACE', workspace.folder)}; builds read only what is inside.`,
    }),
  )
})

test.each(['..', '/etc'])('the context %s is outside of the workspace', async (context) => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs: { context } })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: 'Wrong input',
      message: expect.stringMatching(/^context: \S+ is outside the workspace /),
    }),
  )
})

const fiveStages = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS base
FROM base AS build
FROM build AS test
RUN bash run-tests.sh
FROM build AS publish
FROM base AS final
`

test.each([
  { input: 'target', wanted: 'finale', nearestFirst: 'final, base, build, test, publish' },
  { input: 'test-target', wanted: 'Tset', nearestFirst: 'test, base, build, final, publish' },
])('a $input that is not there is answered with those that are', async ({ input, wanted, nearestFirst }) => {
  await using workspace = await scriptedWorkspace({ dockerfile: fiveStages })
  expect(outcomeOf(await runAction({ workspace, inputs: { [input]: wanted } }))).toEqual(
    redWith({
      title: 'No such stage',
      file: 'Dockerfile',
      line: 1,
      message: `${input}: Dockerfile has no stage "${wanted}"; it has ${nearestFirst}.`,
    }),
  )
})

test.each([
  { name: 'an empty Dockerfile', dockerfile: '', what: 'is empty' },
  { name: 'a Dockerfile of comments', dockerfile: '# To do\n', what: 'has no FROM instruction' },
])('$name is no build', async ({ dockerfile, what }) => {
  await using workspace = await scriptedWorkspace({ dockerfile })
  expect(outcomeOf(await runAction({ workspace }))).toEqual(
    redWith({
      title: 'No stage to build',
      file: 'Dockerfile',
      line: 1,
      message: `Dockerfile ${what}, so there is nothing to build.`,
    }),
  )
})

test.each<{ name: string; dockerfile: string; title: string; line: number; words: RegExp }>([
  {
    name: 'an instruction that does not exist',
    dockerfile: scriptedDockerfile.replace('COPY run', 'COPPY run'),
    title: 'The Dockerfile has an error',
    line: 2,
    words: /unknown instruction: COPPY \(did you mean COPY\?\)/,
  },
  {
    name: 'a file to copy that is not there',
    dockerfile: scriptedDockerfile.replace('app.txt', 'ap.txt'),
    title: 'A COPY does not find its file',
    line: 6,
    words: /^ap\.txt is not in the build context, the workspace: what is there is app\.txt\.$/,
  },
  {
    name: 'a base image that is not there',
    dockerfile: scriptedDockerfile.replace(/FROM \S+ AS final/, 'FROM 127.0.0.1:1/nothing:0 AS final'),
    title: 'A base image could not be pulled',
    line: 5,
    words: /127\.0\.0\.1:1\/nothing:0/,
  },
  {
    name: 'a command that fails in the stage that ships',
    dockerfile: `${dotnetDockerfile}RUN exit 3\n`,
    title: 'Stage final could not be built',
    line: 7,
    words: /^RUN exit 3 ended with exit code 3\.$/,
  },
])('$name is reported with file and line', async ({ dockerfile, title, line, words }) => {
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title,
      file: 'Dockerfile',
      line,
      message: expect.stringMatching(words),
    }),
  )
})

test('tests that an ignore file keeps out of the build are told with its line', async () => {
  await using workspace = await scriptedWorkspace({ files: { '.dockerignore': '# not shipped\n*.sh\n' } })
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: 'A COPY does not find its file',
      file: 'Dockerfile',
      line: 2,
      message:
        'Dockerfile:2\nrun-tests.sh is not in the build context, the workspace: line 2 of .dockerignore, "*.sh", keeps it out.',
    }),
  )
})

test('a command that fails before the tests is told with its own last words', async () => {
  const setUp = 'RUN echo the feed is down && exit 3\nRUN bash /run-tests.sh'
  await using workspace = await scriptedWorkspace({
    dockerfile: scriptedDockerfile.replace('RUN bash /run-tests.sh', setUp),
  })
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: 'Stage test could not be built',
      file: 'Dockerfile',
      line: 3,
      message: expect.stringMatching(/^Dockerfile:3\n.* ended with exit code 3\.\n {2}the feed is down$/),
    }),
  )
})

test('a frontend that can not be reached is reported in BuildKit’s words', async () => {
  const dockerfile = `# syntax=127.0.0.1:1/frontend:1\n${scriptedDockerfile}`
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'error', digest: '' } })
  expect(result.errors[0]?.message).toMatch(/127\.0\.0\.1:1\/frontend/)
})

test('a builder that is not there is named', async () => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs: { builder: 'nobody' } })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: 'No such builder',
      message: expect.stringMatching(/^builder: .*"nobody".*docker buildx ls/),
    }),
  )
})

/** A folder for PATH with git and, where a script is given, with that as `docker`. */
async function pathWith(workspace: Workspace, script: string | undefined): Promise<string> {
  const folder = join(workspace.folder, '.git', 'path')
  await mkdir(folder)
  await symlink(await findGit(), join(folder, 'git'))
  if (script !== undefined) {
    await writeFile(join(folder, 'docker'), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, 'docker'), 0o755)
  }
  return folder
}

async function findGit(): Promise<string> {
  const places = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'git'))
  for (const place of places) if ((await access(place).catch(() => 'absent')) === undefined) return place
  throw new Error('There is no git in PATH')
}

const wayToBuildx =
  'Install buildx 0.15 or newer (the package docker-buildx-plugin or docker-buildx; on a runner docker/setup-buildx-action).'

test.each<{ name: string; script: string | undefined; error: object }>([
  {
    name: 'without docker',
    script: undefined,
    error: {
      title: 'No Docker',
      message: 'The command docker was not found in PATH. Install Docker with buildx 0.15 or newer.',
    },
  },
  {
    name: 'without buildx',
    script: `echo "docker: 'buildx' is not a docker command." >&2; exit 1`,
    error: {
      title: 'Docker has no buildx',
      message: `The command docker has no plugin buildx that starts, and buildx is what builds images. ${wayToBuildx}`,
    },
  },
  {
    name: 'with a buildx that is too old',
    script: '[ "$1" = info ] && echo "v0.14.1"',
    error: { title: 'buildx is too old', message: `This is buildx 0.14.1. ${wayToBuildx}` },
  },
])('a machine $name gets an error that says what is needed', async ({ script, error }) => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, env: { PATH: await pathWith(workspace, script) } })
  expect(outcomeOf(result)).toEqual(redWith(error))
})

test('an engine that does not run is named by its socket', async () => {
  await using workspace = await scriptedWorkspace()
  const socket = `unix://${workspace.folder}/nobody.sock`
  const result = await runAction({
    workspace,
    env: { DOCKER_HOST: socket, DOCKER_CONTEXT: undefined },
  })
  expect(outcomeOf(result)).toEqual(
    redWith({
      title: 'No Docker engine',
      message: expect.stringMatching(/nobody\.sock[\s\S]*Start the Docker engine, or point DOCKER_HOST at/),
    }),
  )
})

test('the report of a job with a wrong input lies where report-dir says', async () => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs: { cache: 'nowhere', 'report-dir': 'out' } })
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { 'report-json': join(workspace.folder, 'out', 'report.json') },
  })
})

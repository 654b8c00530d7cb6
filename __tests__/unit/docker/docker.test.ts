import { expect, test } from '@jest/globals'
import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { CancelledError } from '../../../src/shared/errors.ts'
import { Docker, type DockerOutcome } from '../../../src/docker/docker.ts'
import { processesWith } from '../../stand-ins/cached-job.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** Runs a shell script in docker's place. */
const shell = (env: NodeJS.ProcessEnv = process.env) => new Docker(env, 'sh')
/** The same, for scripts that never end by themselves: it does not wait for that. */
const impatient = () => new Docker(process.env, 'sh', 50)
const script = (text: string) => ({ args: ['-c', text] })

/** Whether a process is there; one that has ended and waits to be reaped is not. */
async function lives(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && !/\) [ZX] /.test(stat)
}

/** A killed process goes a moment after its signal. */
async function untilDead(pid: Promise<number>): Promise<void> {
  while (await lives(await pid)) await sleep(10)
}

/** The first line that a command prints to stderr, as a process id. */
function firstPid() {
  let resolve: (pid: number) => void = () => undefined
  const pid = new Promise<number>((done) => {
    resolve = done
  })
  return {
    pid,
    onErrorLine: (line: string) => {
      resolve(Number(line))
    },
  }
}

/** A command that nobody else runs, and that does not end by itself before the test's own limit. */
const newSleep = (): string => `sleep ${randomInt(1_000_000, 9_999_999)}`

test.each<{ name: string; text: string; outcome: DockerOutcome }>([
  { name: 'success', text: 'true', outcome: { kind: 'exited', code: 0, stdout: '', stderr: '' } },
  {
    name: 'failure, with what was said',
    text: 'echo out; echo one >&2; printf two >&2; exit 17',
    outcome: { kind: 'exited', code: 17, stdout: 'out', stderr: 'one\ntwo' },
  },
  {
    name: 'a signal',
    text: 'kill -9 $$',
    outcome: { kind: 'exited', code: 1, stdout: '', stderr: '' },
  },
  {
    name: 'a question, to which there is no answer',
    text: 'read answer || echo nobody',
    outcome: { kind: 'exited', code: 0, stdout: 'nobody', stderr: '' },
  },
  {
    name: 'output without end, of which the beginning is kept',
    text: 'head -c 50000000 /dev/zero | tr "\\0" x | cut -c1-10; echo; echo end',
    outcome: { kind: 'exited', code: 0, stdout: 'xxxxxxxxxx\n\nend', stderr: '' },
  },
])('reports $name', async ({ text, outcome }) => {
  expect(await shell().run(script(text))).toEqual(outcome)
})

test('keeps words, spaces and shell signs of an argument as they are', async () => {
  const docker = new Docker(process.env, process.execPath)
  const words = ['--x', 'a b', '$HOME', '"; exit 1', "it's", 'zwei\nZeilen', '🐳']
  const args = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...words]
  expect(await docker.run({ args })).toEqual({
    kind: 'exited',
    code: 0,
    stdout: JSON.stringify(words),
    stderr: '',
  })
})

test.each([
  { name: 'a command that is not there', executable: 'no-such-docker' },
  { name: 'a path that is not there', executable: '/no/such/docker' },
])('reports $name', async ({ executable }) => {
  expect(await new Docker(process.env, executable).run({ args: [] })).toEqual({ kind: 'not-found' })
})

test('a file that may not be run is no command', async () => {
  await using folder = await makeTempFolder()
  const file = await folder.write('docker', '#!/bin/sh\n')
  expect(await new Docker(process.env, file).run({ args: [] })).toEqual({ kind: 'not-found' })
})

test('gives what docker reads of the environment, with what the command needs', async () => {
  const env = { PATH: process.env['PATH'], DOCKER_HOST: 'ours', INPUT_SECRETS: 'hunter2', GH_TOKEN: 'x' }
  const outcome = await shell(env).run({
    ...script('env | grep -v ^_= | sort'),
    env: { BUILD_SECRET_0: 's', DOCKER_HOST: 'own' },
  })
  const lines = outcome.kind === 'exited' ? outcome.stdout.split('\n') : []
  expect(lines.filter((line) => !/^(?:PATH|PWD|SHLVL|OLDPWD)=/.test(line))).toEqual([
    'BUILD_SECRET_0=s',
    'DOCKER_HOST=own',
  ])
})

test('hands lines of stderr on while the command runs', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'go-on')
  const lines: string[] = []
  const outcome = await shell().run({
    ...script(`echo one >&2; while [ ! -e '${file}' ]; do sleep 0.05; done; echo two >&2; echo out`),
    onErrorLine: (line) => {
      lines.push(line)
      // The command waits for this file, so that the first line came before its end.
      if (line === 'one') void writeFile(file, '')
    },
  })
  expect({ lines, outcome }).toEqual({
    lines: ['one', 'two'],
    outcome: { kind: 'exited', code: 0, stdout: 'out', stderr: '' },
  })
})

test('runs several commands at once', async () => {
  const docker = shell()
  const outcomes = await Promise.all(['1', '2', '3'].map((code) => docker.run(script(`exit ${code}`))))
  expect(outcomes.map((outcome) => outcome.kind === 'exited' && outcome.code)).toEqual([1, 2, 3])
})

test('stops a command at its deadline', async () => {
  const command = newSleep()
  expect(await shell().run({ ...script(`exec ${command}`), deadlineMs: 300 })).toEqual({ kind: 'timed-out' })
  expect(await processesWith(command)).toEqual([])
})

test('stops a command that falls silent, however long it may run', async () => {
  // It speaks for longer than it may be silent.
  const text = 'for i in $(seq 15); do echo $i >&2; sleep 0.1; done; exec sleep 300'
  const lines: string[] = []
  const outcome = await shell().run({
    ...script(text),
    silenceMs: 1_000,
    onErrorLine: (line) => lines.push(line),
  })
  expect([outcome, lines.length]).toEqual([{ kind: 'timed-out' }, 15])
})

test('what waits for something else may be silent until then', async () => {
  let end = (): void => undefined
  const waitsFor = new Promise<void>((resolve) => {
    end = resolve
  })
  const running = shell().run({ ...script('sleep 0.5; echo done'), silenceMs: 100, waitsFor })
  expect(await running).toMatchObject({ kind: 'exited', stdout: 'done' })
  const hanging = shell().run({ ...script('exec sleep 300'), silenceMs: 100, waitsFor })
  end()
  expect(await hanging).toEqual({ kind: 'timed-out' })
})

test('kills a command that does not listen at its deadline', async () => {
  const command = newSleep()
  const text = `trap "" INT TERM; while :; do ${command}; done`
  expect(await impatient().run({ ...script(text), deadlineMs: 300 })).toEqual({ kind: 'timed-out' })
  expect(await processesWith(command)).toEqual([])
})

test.each([
  { name: 'a child', text: 'echo $$ >&2; exec sleep 300' },
  { name: 'a grandchild', text: 'sh -c "echo \\$\\$ >&2; exec sleep 300"; true' },
  {
    name: 'a grandchild in the background, which shells let ignore SIGINT',
    text: 'sleep 300 & echo $! >&2; wait',
  },
  { name: 'a child that does not listen', text: 'trap "" INT TERM; echo $$ >&2; while :; do sleep 1; done' },
])('cancelling leaves none behind: $name', async ({ text }) => {
  const docker = impatient()
  const { pid, onErrorLine } = firstPid()
  const running = docker.run({ ...script(text), onErrorLine }).catch((error: unknown) => error)
  await pid
  await docker.cancel()
  expect(await running).toBeInstanceOf(CancelledError)
  await untilDead(pid)
})

test('asks politely first, so that buildx can stop what runs at the builder', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'asked')
  const docker = shell()
  const { pid, onErrorLine } = firstPid()
  const running = docker
    .run({
      ...script(`trap 'touch ${file}; exit 130' INT; echo $$ >&2; while :; do sleep 0.1; done`),
      onErrorLine,
    })
    .catch((error: unknown) => error)
  await pid
  await docker.cancel()
  expect(await running).toBeInstanceOf(CancelledError)
  expect(existsSync(file)).toBe(true)
})

test('a second signal kills at once, without asking first', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'asked')
  const docker = shell()
  const { pid, onErrorLine } = firstPid()
  const text = `trap 'touch ${file}' INT TERM; echo $$ >&2; while :; do sleep 0.1; done`
  const running = docker.run({ ...script(text), onErrorLine }).catch((error: unknown) => error)
  await pid
  await docker.kill()
  expect(await lives(await pid)).toBe(false)
  expect(await running).toBeInstanceOf(CancelledError)
  expect(existsSync(file)).toBe(false)
})

test('starts nothing once it was cancelled', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'started')
  const docker = shell()
  await docker.cancel()
  await expect(docker.run(script(`touch '${file}'`))).rejects.toThrow(CancelledError)
  expect(existsSync(file)).toBe(false)
})

test('commands that have ended are not signalled any more', async () => {
  const docker = shell()
  await docker.run(script('true'))
  // Nothing of it takes a timer.
  const first = await Promise.race([docker.cancel().then(() => 'done'), setImmediate('waits')])
  expect(first).toBe('done')
})

/** Ends what a test could not, so that it leaves nothing behind itself. */
async function endAfter(pid: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    if (await lives(pid)) process.kill(pid, 'SIGKILL')
  }
}

test('cancelling also reaches a grandchild that ignores SIGINT and holds no pipe', async () => {
  const docker = impatient()
  const { pid, onErrorLine } = firstPid()
  const running = docker
    .run({
      // The first shell waits until the second one ignores the signal.
      ...script(
        'sh -c "trap \\"\\" INT TERM; echo \\$\\$ >&2; exec sleep 300 >/dev/null 2>&1" & sleep 2; wait',
      ),
      onErrorLine,
    })
    .catch((error: unknown) => error)
  await endAfter(await pid, async () => {
    await docker.cancel()
    expect(await running).toBeInstanceOf(CancelledError)
    await untilDead(pid)
  })
})

test('a deadline also ends a command whose grandchild alone is left and holds the pipe', async () => {
  const { pid, onErrorLine } = firstPid()
  const running = impatient().run({ ...script('sleep 300 & echo $! >&2'), deadlineMs: 3_000, onErrorLine })
  await endAfter(await pid, async () => {
    const first = await Promise.race([running, sleep(120_000, 'still running', { ref: false })])
    expect(first).toEqual({ kind: 'timed-out' })
  })
})

test('gives what a command prints to a stream, without keeping it', async () => {
  const output = new PassThrough()
  const [outcome, bytes] = await Promise.all([
    shell().run({ ...script('head -c 20000000 /dev/zero; echo done >&2'), output }),
    buffer(output),
  ])
  expect(outcome).toEqual({ kind: 'exited', code: 0, stdout: '', stderr: 'done' })
  expect(bytes).toHaveLength(20_000_000)
})

test('stops a command when what takes its output fails', async () => {
  const output = new Writable({
    write: (_chunk, _encoding, done) => {
      done(new Error('no layer that I know'))
    },
  })
  const work = shell().run({ ...script('echo oops >&2; echo a layer; exec sleep 60'), output })
  const result = await work.catch((error: unknown) => error)
  expect(result).toEqual(new Error('no layer that I know; docker said: oops'))
})

test.each([
  { name: 'ended well', work: () => Promise.resolve('done'), result: 'done' },
  { name: 'threw', work: () => Promise.reject(new Error('error')), result: 'error' },
])('takes back what was to be taken back when the work $name', async ({ work, result }) => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'undone')
  const ended = undoAfter(shell(), script(`touch ${file}`).args, work, fail)
  expect(await ended.catch((error: unknown) => (error as Error).message)).toBe(result)
  expect(existsSync(file)).toBe(true)
})

async function undoAfter<T>(
  docker: Docker,
  undo: readonly string[],
  work: () => Promise<T>,
  onTrouble: (why: string) => void,
): Promise<T> {
  await using _undone = docker.undoLater(undo, onTrouble)
  return await work()
}

function fail(why: string): void {
  throw new Error(why)
}

test('tells when something could not be taken back', async () => {
  const told: string[] = []
  await undoAfter(
    shell(),
    script('echo still there >&2; exit 1').args,
    () => Promise.resolve(),
    (why) => told.push(why),
  )
  expect(told).toEqual(['still there'])
})

test('cancelling takes back what was to be taken back, the last thing first, when all else has ended', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'order')
  const docker = shell()
  const { pid, onErrorLine } = firstPid()
  const add = (word: string): string[] => script(`sleep 0.1; echo ${word} >> ${file}`).args
  const command = { ...script(`echo $$ >&2; sleep 0.5; echo started >> ${file}`), onErrorLine, isBrief: true }
  const inner = (): Promise<unknown> => undoAfter(docker, add('container'), () => docker.run(command), fail)
  const running = undoAfter(docker, add('image'), inner, fail).catch((error: unknown) => error)
  await pid
  // The end of the process asks for it too, while the signal's is under way: each thing is taken back once.
  await Promise.all([docker.cancel(), docker.cancel()])
  expect(await running).toBeInstanceOf(CancelledError)
  expect(await readFile(file, 'utf8')).toBe('started\ncontainer\nimage\n')
})

test('a second signal does not wait for what is to be taken back, and starts it', async () => {
  await using folder = await makeTempFolder()
  const file = join(folder.path, 'undone')
  const docker = shell()
  const { pid, onErrorLine } = firstPid()
  const work = () => docker.run({ ...script('echo $$ >&2; exec sleep 300'), onErrorLine })
  const running = undoAfter(docker, script(`touch ${file}`).args, work, fail).catch((error: unknown) => error)
  await pid
  await docker.kill()
  expect(await running).toBeInstanceOf(CancelledError)
  while (!existsSync(file)) await sleep(20)
})

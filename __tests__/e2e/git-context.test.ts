import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { scriptedWorkspace, scriptedDockerfile } from './harness/recorded-tests.ts'
import { runAction } from './harness/run-action.ts'
import { makeWorkspace, type Workspace } from './harness/workspace.ts'

test('tests, builds and measures a Git repository that BuildKit fetches', async () => {
  await using repository = await scriptedWorkspace({ dockerfile: 'FROM nowhere.invalid/not-this-one' })
  await repository.write('services/shop/Dockerfile', scriptedDockerfile)
  await repository.write('services/shop/run-tests.sh', await repository.read('run-tests.sh'))
  await repository.write('services/shop/app.txt', 'an app of the repository\n')
  await repository.commit()
  await using served = await serve(repository)
  await using workspace = await makeWorkspace({ 'README.md': 'Nothing to build.\n' })
  const inputs = { context: `${served.url}#main:services/shop`, cache: 'off', baseline: 'off' }
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    outputs: { 'test-result': 'passed', 'tests-total': '3' },
  })
  expect(result.report).toMatchObject({ file: 'Dockerfile' })
  expect(result.leftInTemp).not.toContain('git')

  const missing = await runAction({ workspace, inputs: { ...inputs, context: `${served.url}#not-there` } })
  expect(missing).toMatchObject({ exitCode: 1, errors: [{ title: 'The Git context could not be fetched' }] })
})

/** Serves a repository by git's own protocol. */
async function serve({ folder }: Workspace): Promise<AsyncDisposable & { url: string }> {
  const port = await freePort()
  const daemon = spawn(
    'git',
    [
      'daemon',
      '--export-all',
      `--base-path=${dirname(folder)}`,
      '--listen=127.0.0.1',
      `--port=${port}`,
      folder,
    ],
    { stdio: 'ignore', detached: true },
  )
  while (!(await isOpen(port))) await sleep(50)
  return {
    url: `git://127.0.0.1:${port}${folder.slice(dirname(folder).length)}`,
    async [Symbol.asyncDispose]() {
      const ended = once(daemon, 'exit')
      process.kill(-(daemon.pid ?? 0), 'SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

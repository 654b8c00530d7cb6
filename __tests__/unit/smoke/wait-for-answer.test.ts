import { expect, test } from '@jest/globals'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { askHttp, type HttpAnswer } from '../../../src/smoke/wait-for-answer.ts'

const never = new AbortController().signal

/** Asks a server that listens only for that long; a number is a port at which nobody does. */
async function ask(server: Server, path = '/', deadlineMs = 60_000): Promise<HttpAnswer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await askHttp(`127.0.0.1:${(server.address() as AddressInfo).port}`, path, deadlineMs, never)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

const http = (listener: RequestListener): Server => createHttpServer(listener)

test('gives status and words of an answer', async () => {
  const server = http((request, response) => {
    response.writeHead(503).end(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.host ?? ''}`)
  })
  expect(await ask(server, '/ready?a=ä b')).toEqual({
    kind: 'answered',
    status: 503,
    location: undefined,
    body: 'GET /ready?a=%C3%A4%20b localhost',
  })
})

test('tells of a redirect and does not follow it', async () => {
  const server = http((request, response) => {
    response.writeHead(request.url === '/' ? 302 : 200, { location: '/login' }).end()
  })
  expect(await ask(server)).toEqual({ kind: 'answered', status: 302, location: '/login', body: '' })
})

test('takes no more than the beginning of an answer without end', async () => {
  const server = http((_, response) => {
    response.on('error', () => undefined)
    const more = (): void => {
      if (response.writable && !response.destroyed)
        response.write('x'.repeat(10_000), () => setImmediate(more))
    }
    more()
  })
  expect(await ask(server)).toEqual({
    kind: 'answered',
    status: 200,
    location: undefined,
    body: 'x'.repeat(2_000),
  })
})

test.each<{ name: string; server: Server; kind: HttpAnswer['kind'] }>([
  {
    name: 'a connection that is closed at once, as by Docker’s proxy in front of nothing',
    server: createServer((socket) => socket.destroy()),
    kind: 'refused',
  },
  { name: 'a connection on which nothing comes', server: createServer(() => undefined), kind: 'silent' },
  {
    name: 'another protocol',
    server: createServer((socket) => socket.end(Buffer.from([0x15, 0x03, 0x01, 0, 2, 2, 0x16]))),
    kind: 'not-http',
  },
])('tells $name', async ({ server, kind }) => {
  expect(await ask(server, '/', kind === 'silent' ? 500 : 60_000)).toEqual({ kind })
})

test('tells that nobody listens', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  expect(await askHttp(`127.0.0.1:${port}`, '/', 5_000, never)).toEqual({ kind: 'refused' })
})

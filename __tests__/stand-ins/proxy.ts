import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

/** A running HTTP proxy. */
export interface ProxyStandIn extends AsyncDisposable {
  /** The value of HTTP_PROXY. */
  readonly url: string
  /** `host:port` of everything that was asked for, each once. */
  hosts(): string[]
}

/**
 * Starts a proxy as companies have one: for `CONNECT` and for whole addresses. Names that end in `.invalid`, which nobody can resolve, lead
 * to this machine: what gets there came through the proxy.
 */
export async function startProxy(): Promise<ProxyStandIn> {
  const hosts = new Set<string>()
  const sockets = new Set<Socket>()
  const toTarget = (host: string, port: string): { host: string; port: number } => {
    hosts.add(`${host}:${port}`)
    return { host: host.endsWith('.invalid') ? '127.0.0.1' : host, port: Number(port) }
  }
  const server = createServer((asked, response) => {
    const url = new URL(asked.url ?? '')
    const target = toTarget(url.hostname, url.port || '80')
    const { method, headers } = asked
    const passed = httpRequest({ ...target, method, headers, path: url.pathname + url.search }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.once('error', () => response.writeHead(502).end())
    asked.pipe(passed)
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', (asked, client: Socket) => {
    const [host = '', port = '443'] = (asked.url ?? '').split(':')
    const target = connect(toTarget(host, port), () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(target).pipe(client)
    })
    sockets.add(target)
    for (const socket of [client, target]) socket.on('error', () => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hosts: () => [...hosts].sort(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

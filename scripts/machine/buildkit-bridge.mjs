import { createConnection, createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

/** What asks dockerd for BuildKit's own API on this connection (moby, api/server/router/grpc). */
const UPGRADE = ['POST /grpc HTTP/1.1', 'Host: docker', 'Connection: Upgrade', 'Upgrade: h2c', '', ''].join(
  '\r\n',
)
const END_OF_HEAD = Buffer.from('\r\n\r\n')
const MAX_HEAD_BYTES = 16 * 1024

/**
 * @typedef {object} BuildkitBridge
 * @property {string} address host:port, where a BuildKit client finds the engine's BuildKit
 * @property {() => Promise<void>} stop ends it with all its connections; a second call does nothing
 */

/**
 * Serves the BuildKit that is part of a Docker engine over TCP, as buildkitd does, so that it can be a builder of buildx's
 * drivers `remote` and `docker-container`.
 * @param {{ host?: string, address?: string, tls?: import('./certificates.mjs').Certificates['server'] }} [options] host: a value for
 *   DOCKER_HOST that begins with unix://; address: the IPv4 address to listen on; tls: takes only clients with a certificate of that authority
 * @returns {Promise<BuildkitBridge & AsyncDisposable>} `await using` stops it too
 */
export async function startBuildkitBridge({
  host = 'unix:///var/run/docker.sock',
  address = '127.0.0.1',
  tls,
} = {}) {
  if (!host.startsWith('unix://')) throw new Error(`A bridge to ${host} is not possible: it takes unix://…`)
  const socketPath = host.slice('unix://'.length)
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const serve = (/** @type {import('node:net').Socket} */ client) => {
    const engine = createConnection(socketPath)
    for (const socket of [client, engine]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }
    join(client, engine)
  }
  const server =
    tls === undefined
      ? createServer({ pauseOnConnect: true }, serve)
      : // gRPC speaks HTTP/2 alone, and wants to be told so.
        createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] }, serve)
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, address, () => {
      resolve(undefined)
    })
  })
  const listening = /** @type {import('node:net').AddressInfo} */ (server.address())
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return { address: `${address}:${String(listening.port)}`, stop, [Symbol.asyncDispose]: stop }
}

/**
 * Asks the engine to speak BuildKit's API, and then passes all bytes on in both directions.
 * @param {import('node:net').Socket} client
 * @param {import('node:net').Socket} engine
 * @returns {void}
 */
function join(client, engine) {
  const end = () => {
    client.destroy()
    engine.destroy()
  }
  for (const socket of [client, engine]) socket.on('error', end).on('close', end)
  let head = Buffer.alloc(0)
  const readHead = (/** @type {Buffer} */ chunk) => {
    head = Buffer.concat([head, chunk])
    const length = head.indexOf(END_OF_HEAD)
    if (length < 0 && head.length < MAX_HEAD_BYTES) return
    if (!/^HTTP\/1\.1 101 /.test(head.toString('latin1'))) {
      end()
      return
    }
    engine.off('data', readHead)
    client.write(head.subarray(length + END_OF_HEAD.length))
    engine.pipe(client)
    client.pipe(engine)
  }
  engine.on('data', readHead)
  engine.write(UPGRADE)
}

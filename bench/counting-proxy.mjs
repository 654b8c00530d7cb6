/** What passes between builders and a registry, counted. */
import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/**
 * Stands in front of a registry, and counts the bytes that are fetched from it and sent to it, with those of HTTP.
 * @param {string} registry host:port @param {string} address where to listen
 */
export async function startCountingProxy(registry, address) {
  const [host = '', port = ''] = registry.split(':')
  const counts = { fetched: 0, sent: 0 }
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const server = createServer((client) => {
    const behind = connect(Number(port), host)
    for (const socket of [client, behind]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        behind.destroy()
      })
    }
    client.on('data', ({ length }) => (counts.sent += length)).pipe(behind)
    behind.on('data', ({ length }) => (counts.fetched += length)).pipe(client)
  })
  server.listen(0, address)
  await once(server, 'listening')
  const listening = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    address: `${address}:${listening.port}`,
    /** Bytes since the last reading. */
    take: () => {
      const taken = { ...counts }
      Object.assign(counts, { fetched: 0, sent: 0 })
      return taken
    },
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

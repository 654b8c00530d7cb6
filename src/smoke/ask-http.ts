import { get } from 'node:http'

/** What came of one HTTP GET. */
export type HttpAnswer =
  | { kind: 'answered'; status: number; location: string | undefined; body: string }
  /** Nobody took the connection, or it was closed before a word was said: nothing listens there (yet). */
  | { kind: 'refused' }
  | { kind: 'silent' }
  | { kind: 'not-http' }

const maxBodyLength = 2_000

/**
 * Asks a server on this machine, at an address such as `127.0.0.1:32768`, without a proxy and on a connection of its own; no redirect is
 * followed. Throws nothing for what the server does.
 */
export function askHttp(
  address: string,
  path: string,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    const { pathname, search } = new URL(`http://${address}${path}`)
    const [host, port] = address.split(':')
    // `localhost`: ASP.NET's AllowedHosts, where a team set it, rarely has an address.
    const headers = { host: 'localhost', 'user-agent': 'dotnet-container-smoke-test', accept: '*/*' }
    const timeout = AbortSignal.timeout(Math.max(1, deadlineMs))
    const request = get(
      {
        host,
        port,
        path: `${pathname}${search}`,
        headers,
        agent: false,
        signal: AbortSignal.any([timeout, signal]),
      },
      (response) => {
        const { statusCode: status = 0 } = response
        const { location } = response.headers
        let body = ''
        const done = (): void => {
          resolve({ kind: 'answered', status, location, body: body.slice(0, maxBodyLength) })
          // One that never ends must not hold the process.
          response.destroy()
        }
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
          if (body.length >= maxBodyLength) done()
        })
        response.once('end', done)
        response.once('error', done)
        response.once('close', done)
      },
    )
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (timeout.aborted || signal.aborted) resolve({ kind: 'silent' })
      else resolve({ kind: error.code?.startsWith('HPE_') ? 'not-http' : 'refused' })
    })
  })
}

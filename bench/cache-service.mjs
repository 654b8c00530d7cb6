/**
 * The tests' stand-in of GitHub's Actions cache as a process of its own, on this address of the machine: prints its URL and a token, and
 * runs until it is stopped.
 */
import { startCacheService } from '../__tests__/stand-ins/cache-service.ts'
import { mainScope } from '../__tests__/stand-ins/cached-job.ts'

const service = await startCacheService({ address: process.argv[2] ?? '127.0.0.1' })
console.log(JSON.stringify({ url: service.url, token: service.token({ scopes: [mainScope] }) }))

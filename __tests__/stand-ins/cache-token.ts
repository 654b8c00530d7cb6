import { createHmac } from 'node:crypto'

/** A cache scope (a Git ref) of a token; permission is the sum of 1 (read) and 2 (write). */
export interface TokenScope {
  scope: string
  permission: 1 | 2 | 3
}

/** What a token says. A negative `expiresInSeconds` gives one that has expired. */
export interface TokenClaims {
  scopes: TokenScope[]
  expiresInSeconds?: number
}

/** What the service makes of a request's token. */
export type TokenReading = { kind: 'accepted'; scopes: TokenScope[] } | { kind: 'refused'; reason: string }

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign = (secret: Buffer, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')

/**
 * Makes a runtime token like the runner's: a JWT whose claim `ac` is a JSON string of scopes. BuildKit reads `nbf`,
 * `exp` and `ac` (tonistiigi/go-actions-cache, cache.go).
 */
export function makeToken(secret: Buffer, { scopes, expiresInSeconds = 6 * 3600 }: TokenClaims): string {
  const now = Math.floor(Date.now() / 1000)
  const access = scopes.map(({ scope, permission }) => ({ Scope: scope, Permission: permission }))
  const claims = {
    nbf: now - 300 + Math.min(0, expiresInSeconds),
    exp: now + expiresInSeconds,
    ac: JSON.stringify(access),
  }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${sign(secret, signed)}`
}

/** Reads an Authorization header; only an unexpired token that `makeToken` made with this secret is accepted. */
export function readToken(secret: Buffer, authorization: string | undefined): TokenReading {
  const [header, payload, signature] = (authorization ?? '').replace(/^Bearer /i, '').split('.')
  if (header === undefined || payload === undefined || signature !== sign(secret, `${header}.${payload}`)) {
    return { kind: 'refused', reason: 'invalid token' }
  }
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number; ac: string }
  if (claims.exp * 1000 <= Date.now()) return { kind: 'refused', reason: 'token expired' }
  const access = JSON.parse(claims.ac) as { Scope: string; Permission: TokenScope['permission'] }[]
  return {
    kind: 'accepted',
    scopes: access.map((item) => ({ scope: item.Scope, permission: item.Permission })),
  }
}

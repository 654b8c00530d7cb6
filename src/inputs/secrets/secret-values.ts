/** A name of which the value is likely to be a secret: `NUGET_TOKEN`, `DbPassword`, `STORAGE_ACCOUNT_KEY`. */
const secretName =
  /password|passwd|secret|passphrase|(?:^|_)(?:token|pat|pwd|credentials?|api_?key|sas|(?:access|private|signing|account|storage|feed|license)_key|connection_string)(?:_|$)/

/** What only tells of a secret: where it is, or of what kind. */
const aboutSecret =
  /_(?:type|name|file|path|dir|url|uri|id|endpoint|mode|length|count|required|enabled|expiry)$/

/** Attributes of a cache source or destination that open it (BuildKit: `type=gha`, `s3` and `azblob`). */
const cacheSecret = /(?:^|,)"?(?:token|ghtoken|secret_access_key|session_token|account_key)=([^,"]+)/g

/** The settings that may have secrets in them. */
interface SecretHolders {
  secrets: readonly (readonly [id: string, value: string])[]
  buildArgs: readonly (readonly [name: string, value: string])[]
  smokeEnv: readonly (readonly [name: string, value: string])[]
  githubToken: string | undefined
  cacheFrom: readonly string[]
  cacheTo: readonly string[]
}

/** Everything in the settings that must not be seen: it goes to the masks before anything else is done. */
export function secretValuesOf(settings: SecretHolders): string[] {
  const { secrets, buildArgs, smokeEnv, githubToken, cacheFrom, cacheTo } = settings
  const fromCaches = [...cacheFrom, ...cacheTo].flatMap((cache) =>
    [...cache.matchAll(cacheSecret)].map(([, value]) => value ?? ''),
  )
  return [
    ...secrets.map(([, value]) => value),
    ...[...buildArgs, ...smokeEnv].filter(isSecret).map(([, value]) => value),
    ...fromCaches,
    ...(githubToken === undefined ? [] : [githubToken]),
  ].filter((value) => value.trim() !== '')
}

/** A warning for build arguments that look like secrets: they are hidden here, but not in the image. */
export function warnOfSecretBuildArgs(settings: Pick<SecretHolders, 'buildArgs'>): string[] {
  const names = settings.buildArgs.filter(isSecret).map(([name]) => name)
  if (names.length === 0) return []
  return [
    `build-args: ${names.join(', ')} ${names.length === 1 ? 'looks like a secret' : 'look like secrets'}. Build arguments stay ` +
      'readable in the image’s history; give a secret through secrets, and use it with RUN --mount=type=secret.',
  ]
}

/** Whether a name and its value look like those of a secret. */
export function isSecret([key, value]: readonly [key: string, value: string]): boolean {
  const name = key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[.-]/g, '_')
    .toLowerCase()
  return secretName.test(name) && !aboutSecret.test(name) && !/^(?:true|false|\d{0,5})$/i.test(value.trim())
}

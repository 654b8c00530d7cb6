import { readFile } from 'node:fs/promises'
import type { InputReader } from './input-reader.ts'

/** Says of a secret that it is written as for docker's own option, such as `id=feed,src=./token`. */
export function flawOfSecret(entry: string): string | undefined {
  if (!/^id=[^,=]+,\s*(?:type|src|source|env)=/.test(entry)) return undefined
  return 'is written as for docker build --secret. A secret from a file is secret-files: ID=PATH, one from a variable secret-envs: ID=VARIABLE.'
}

/** Secrets by value and from environment variables. An empty one, as for a fork's pull request, is left out: a RUN sees none then. */
export function readSecrets(
  read: InputReader,
  env: NodeJS.ProcessEnv,
): { secrets: [id: string, value: string][]; warnings: string[] } {
  const warnings: string[] = []
  const fromEnvironment = read.keyValues('secret-envs', 'id=VARIABLE', {
    splitAtCommas: true,
    flawOf: flawOfSecret,
  })
  const named = fromEnvironment.flatMap(([id, variable]): [string, string][] => {
    const value = env[variable]
    if (value) return [[id, value]]
    warnings.push(`The build secret ${id} is left out: the environment variable ${variable} is not set.`)
    return []
  })
  const given = read.keyValues('secrets', 'id=value', { keepsSpaces: true, flawOf: flawOfSecret })
  const full = given.filter(([id, value]) => {
    if (value === '') warnings.push(`The build secret ${id} is left out: it has no value.`)
    return value !== ''
  })
  return { secrets: [...named, ...full], warnings }
}

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

/** A larger file is no credential, and nobody waits for it. */
const maxLength = 65_536

/** `name: value`, `NAME=value` and `"name": "value"`. */
const assignment =
  /["']?([A-Za-z_][\w.-]{0,99})["']?[ \t]{0,99}[:=][ \t]{0,99}(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'#,;][^\n]*))/g

/** A setting of a NuGet.Config, its attributes in either order (learn.microsoft.com, "nuget.config reference"). */
const setting = /<add\s[^<>]*>/g
const attribute = /\b(key|value)="([^"]*)"/g

/**
 * What must not be seen of the files that are build secrets: a file of one line, which is a token, and a PEM as a whole; of others, such as
 * a NuGet.Config or a file of variables, the values whose names look like those of secrets. A file that can't be read has none.
 */
export async function readSecretFileValues(
  files: readonly (readonly [id: string, path: string])[],
): Promise<string[]> {
  const texts = await Promise.all(files.map(([, path]) => readFile(path, 'utf8').catch(() => '')))
  return texts.filter((text) => text.length <= maxLength).flatMap((text) => secretsIn(text.trim()))
}

function secretsIn(text: string): string[] {
  const isWhole = !text.includes('\n') || text.startsWith('-----BEGIN ')
  const pairs = [...readAssignments(text), ...readSettings(text)]
  return [...(isWhole && text !== '' ? [text] : []), ...pairs.filter(isSecret).map(([, value]) => value)]
}

function readAssignments(text: string): [name: string, value: string][] {
  return [...text.matchAll(assignment)].map(([, name = '', double, single, bare]) => [
    name,
    (double ?? single ?? bare ?? '').trim(),
  ])
}

function readSettings(text: string): [name: string, value: string][] {
  return [...text.matchAll(setting)].flatMap(([element]) => {
    const found = new Map([...element.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]))
    const [name, value] = [found.get('key'), found.get('value')]
    return name === undefined || value === undefined
      ? []
      : [
          [name, value],
          [name, decode(value)],
        ]
  })
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (written, name: string) => characters[name] ?? written)
}

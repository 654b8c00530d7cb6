import type { InputReader } from './input-reader.ts'
import type { RunFacts } from './run-facts.ts'
import { parseFields, parseKeyValue } from '../shared/csv.ts'

/** The image's names without a tag, and those with one. */
export interface ImageTags {
  /** In lower case, as registries take them. */
  imageNames: string[]
  tags: string[]
  /** What the first rule gave: the version of the image. */
  version: string | undefined
}

/** Reads `image-name` and `tags`: full names, and rules for every image name, of which those that give nothing in this run are left out. */
export function readTags(read: InputReader, facts: RunFacts): ImageTags {
  const imageNames = [...new Set(read.list('image-name', true).map((name) => name.toLowerCase()))]
  const lines = read.list('tags', false)
  const isRule = (line: string): boolean =>
    /^type\s*=/.test(line) || (imageNames.length > 0 && !/[/:,]/.test(line))
  const full = lines
    .filter((line) => !isRule(line))
    .flatMap((line) => line.split(',').map((tag) => tag.trim()))
  const rules = imageNames.length > 0 && lines.length === 0 ? defaultRules : lines.filter(isRule)
  if (rules.length > 0 && imageNames.length === 0)
    read.refuse('image-name', 'rules in tags need it, such as ghcr.io/acme/shop.')
  const given = [
    ...new Set(rules.flatMap((rule) => read.attempt('tags', () => applyRule(rule, facts)) ?? [])),
  ]
  const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`))
  const tags = [...full.filter((tag) => tag !== ''), ...named]
  return { imageNames, tags: [...new Set(tags)], version: given[0] }
}

/** What is wrong with a name that is none of an image; undefined where the list has said it already. */
export function flawOfName(tag: string): string | undefined {
  if (tag.startsWith('-')) return undefined
  const form = /^[^:]*(?::\d+\/[^:]*)?:[^:]*\/[^:]*$/.test(tag)
    ? 'a tag has no /. Of a branch, image-name with type=ref,event=branch in tags makes one that fits.'
    : 'write it as ghcr.io/acme/shop:1.2, in lower case.'
  return `is not an image name; ${form}`
}

/** What is wrong with a good name that is to be pushed: without a registry or an owner it is one of Docker's own images. */
export function flawOfPush(tag: string, isPushed: boolean): string | undefined {
  return !isPushed || tag.includes('/')
    ? undefined
    : `would be pushed to docker.io/library, which is Docker's own; begin it with a registry and an owner: ghcr.io/acme/${tag.includes(':') ? tag : `shop:${tag}`}.`
}

/** An attribute of a rule; what is not given is the fallback, or empty. */
type Attributes = (name: string, fallback?: string) => string

/** A type of rule for a tag. */
interface TagType {
  /** Those that it has besides `commonAttributes`. */
  attributes: readonly string[]
  /** What is wrong with a rule of this type. */
  flawOf?: (get: Attributes) => string | undefined
  /** What it gives in a run, without prefix and suffix; undefined or empty where that is nothing. */
  tagOf: (get: Attributes, facts: RunFacts) => string | undefined
}

const commonAttributes = ['enable', 'prefix', 'suffix']

/** In the words of docker/metadata-action. */
const types: Readonly<Record<string, TagType>> = {
  ref: {
    attributes: ['event'],
    flawOf: (get) =>
      ['branch', 'tag', 'pr'].includes(get('event')) ? undefined : 'event=branch, event=tag or event=pr',
    tagOf: (get, facts) => partsOf(facts)[get('event')],
  },
  sha: {
    attributes: ['format'],
    tagOf: (get, { commit }) => (get('format') === 'long' ? commit : commit.slice(0, 7)),
  },
  semver: {
    attributes: ['pattern', 'value'],
    flawOf: (get) => (get('pattern') ? undefined : 'a pattern, such as pattern={{version}}'),
    tagOf: (get, facts) => {
      const values = placeholdersOf(facts)
      return versionOf(fill(get('value'), values) || (values['tag'] ?? ''), get('pattern'), values)
    },
  },
  raw: { attributes: ['value'], tagOf: (get, facts) => fill(get('value'), placeholdersOf(facts)) },
  schedule: {
    attributes: ['pattern'],
    tagOf: (get, facts) =>
      facts.event === 'schedule' ? fill(get('pattern', 'nightly'), placeholdersOf(facts)) : undefined,
  },
  edge: {
    attributes: ['branch'],
    tagOf: (get, facts) =>
      partsOf(facts)['branch'] === get('branch', facts.defaultBranch) ? 'edge' : undefined,
  },
}

/** Where `image-name` is given and `tags` is not: the branch, the commit, the version of a tag, `latest` on the default branch. */
const defaultRules = [
  'type=semver,pattern={{version}}',
  'type=semver,pattern={{major}}.{{minor}}',
  'type=ref,event=branch',
  'type=ref,event=pr',
  'type=sha',
  'type=raw,value=latest,enable={{is_default_branch}}',
]

/** The tag that a rule such as `type=semver,pattern={{version}}` gives in this run, if any; a text alone is `type=raw`. Throws an Error with what is wrong. */
function applyRule(rule: string, facts: RunFacts): string | undefined {
  const pairs = parseFields(rule).map((field) => parseKeyValue(field) ?? (['value', field] as const))
  const { type: name = 'raw', ...given } = Object.fromEntries(
    pairs.map(([key, value]) => [key.trim(), value.trim()]),
  )
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  if (type === undefined)
    throw new Error(`"${name}" is not a type of tag; these are: ${Object.keys(types).join(', ')}.`)
  const known = [...type.attributes, ...commonAttributes]
  const unknown = Object.keys(given).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new Error(`"${rule}" has no "${unknown}"; it has ${known.join(', ')}.`)
  const get: Attributes = (key, fallback = '') => given[key] ?? fallback
  const needed = type.flawOf?.(get)
  if (needed !== undefined) throw new Error(`"${rule}" needs ${needed}.`)
  for (const value of Object.values(given)) checkPlaceholders(value, name === 'semver')
  const values = placeholdersOf(facts)
  const bare = fill(get('enable', 'true'), values) === 'true' ? type.tagOf(get, facts) : undefined
  if (!bare) return undefined
  const usual = name === 'sha' ? 'sha-' : get('event') === 'pr' ? 'pr-' : ''
  const tag = `${fill(get('prefix', usual), values)}${bare}${fill(get('suffix'), values)}`
  return tag
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128)
}

const globals = ['branch', 'tag', 'sha', 'is_default_branch', 'is_not_default_branch']
const versions = ['raw', 'version', 'major', 'minor', 'patch']

function checkPlaceholders(value: string, hasVersion: boolean): void {
  const known = hasVersion ? [...versions, ...globals] : globals
  for (const [whole, name = ''] of value.matchAll(/\{\{([^}]*)\}\}/g)) {
    if (!known.includes(name.trim()))
      throw new Error(
        `${whole} is not known here; these are: ${known.map((one) => `{{${one}}}`).join(', ')}.`,
      )
  }
}

/** The branch, the tag or the pull request that a run is of. */
function partsOf({ ref }: RunFacts): Partial<Record<string, string>> {
  const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? []
  if (kind === 'heads') return { branch: name }
  if (kind === 'tags') return { tag: name }
  return kind === 'pull' ? { pr: name.replace(/\/(?:merge|head)$/, '') } : {}
}

type Placeholders = Readonly<Record<string, string>>

function placeholdersOf(facts: RunFacts): Placeholders {
  const { branch = '', tag = '' } = partsOf(facts)
  const isDefault = facts.event === 'schedule' || (branch !== '' && branch === facts.defaultBranch)
  return {
    ...{ branch, tag, sha: facts.commit.slice(0, 7) },
    ...{ is_default_branch: String(isDefault), is_not_default_branch: String(!isDefault) },
  }
}

/** Of a pre-release only `{{version}}` and `{{raw}}`: `1.2` and `1` belong to what is released. */
function versionOf(text: string, pattern: string, values: Placeholders): string | undefined {
  const found = /^v?((\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text)
  if (found === null) return undefined
  const [raw, version = '', major = '', minor = '', patch = '', preRelease] = found
  const shape = preRelease !== undefined && !/\{\{\s*raw\s*\}\}/.test(pattern) ? '{{version}}' : pattern
  return fill(shape, { ...values, raw, version, major, minor, patch })
}

function fill(text: string, values: Placeholders): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole)
}

import { messageOf } from '../shared/errors.ts'
import type { InputReader } from './input-reader.ts'
import type { RunFacts } from './run-facts.ts'
import { parseFields } from '../shared/csv.ts'

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
    ...new Set(
      rules.flatMap((rule) => read.attempt('tags', () => applyTagRule(parseTagRule(rule), facts)) ?? []),
    ),
  ]
  const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`))
  const tags = [...full.filter((tag) => tag !== ''), ...named]
  return { imageNames, tags: [...new Set(tags)], version: given[0] }
}

/** A rule for a tag, in the words of docker/metadata-action; what it gives depends on the run. */
interface TagRule {
  type: (typeof types)[number]
  attributes: ReadonlyMap<string, string>
}

const types = ['ref', 'sha', 'semver', 'raw', 'schedule', 'edge'] as const
const common = ['enable', 'prefix', 'suffix']
const attributesOf: Record<TagRule['type'], readonly string[]> = {
  ref: ['event'],
  sha: ['format'],
  semver: ['pattern', 'value'],
  raw: ['value'],
  schedule: ['pattern'],
  edge: ['branch'],
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

/** Reads a rule such as `type=semver,pattern={{version}}`; a text by itself is `type=raw`. Throws an Error that says what is wrong. */
function parseTagRule(written: string): TagRule {
  const pairs = fieldsOf(written).map((field) => {
    const at = field.indexOf('=')
    return at < 0
      ? (['value', field] as const)
      : ([field.slice(0, at).trim(), field.slice(at + 1).trim()] as const)
  })
  const { type: asked = 'raw', ...given } = Object.fromEntries(pairs)
  const type = types.find((one) => one === asked)
  if (type === undefined) throw new Error(`"${asked}" is not a type of tag; these are: ${types.join(', ')}.`)
  const known = [...attributesOf[type], ...common]
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`"${written}" has no "${unknown}"; it has ${known.join(', ')}.`)
  const attributes = new Map(Object.entries(given))
  if (type === 'ref' && !['branch', 'tag', 'pr'].includes(attributes.get('event') ?? ''))
    throw new Error(`"${written}" needs event=branch, event=tag or event=pr.`)
  if (type === 'semver' && !attributes.has('pattern'))
    throw new Error(`"${written}" needs a pattern, such as pattern={{version}}.`)
  for (const value of attributes.values()) checkPlaceholders(value, type)
  return { type, attributes }
}

function fieldsOf(written: string): string[] {
  try {
    return parseFields(written)
  } catch (error) {
    throw new Error(`"${written}" can't be read: ${messageOf(error)}.`, { cause: error })
  }
}

const globals = ['branch', 'tag', 'sha', 'is_default_branch', 'is_not_default_branch']
const versions = ['raw', 'version', 'major', 'minor', 'patch']

function checkPlaceholders(value: string, type: TagRule['type']): void {
  const known = type === 'semver' ? [...versions, ...globals] : globals
  for (const [whole, name = ''] of value.matchAll(/\{\{([^}]*)\}\}/g)) {
    if (!known.includes(name.trim()))
      throw new Error(
        `${whole} is not known here; these are: ${known.map((one) => `{{${one}}}`).join(', ')}.`,
      )
  }
}

/** The tag that a rule gives in this run, made of what a registry takes; undefined where it gives none. */
function applyTagRule({ type, attributes }: TagRule, facts: RunFacts): string | undefined {
  const get = (name: string, fallback = ''): string => attributes.get(name) ?? fallback
  const enabled = fill(get('enable', 'true'), facts)
  if (enabled !== 'true') return undefined
  const bare = bareTag(type, get, facts)
  if (bare === undefined || bare === '') return undefined
  const usual = type === 'sha' ? 'sha-' : type === 'ref' && get('event') === 'pr' ? 'pr-' : ''
  const tag = `${fill(get('prefix', usual), facts)}${bare}${fill(get('suffix'), facts)}`
  return tag
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128)
}

function bareTag(
  type: TagRule['type'],
  get: (name: string, fallback?: string) => string,
  facts: RunFacts,
): string | undefined {
  const { branch, tag, pullRequest } = partsOf(facts)
  switch (type) {
    case 'ref':
      return { branch, tag, pr: pullRequest }[get('event')]
    case 'sha':
      return get('format') === 'long' ? facts.commit : facts.commit.slice(0, 7)
    case 'semver':
      return versionOf(fill(get('value'), facts) || (tag ?? ''), get('pattern'))
    case 'raw':
      return fill(get('value'), facts)
    case 'schedule':
      return facts.event === 'schedule' ? fill(get('pattern', 'nightly'), facts) : undefined
    case 'edge':
      return branch !== undefined && branch === get('branch', facts.defaultBranch) ? 'edge' : undefined
  }
}

function partsOf({ ref }: RunFacts): Partial<Record<'branch' | 'tag' | 'pullRequest', string>> {
  const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? []
  if (kind === 'heads') return { branch: name }
  if (kind === 'tags') return { tag: name }
  return kind === 'pull' ? { pullRequest: name.replace(/\/(?:merge|head)$/, '') } : {}
}

/** Of a pre-release only `{{version}}` and `{{raw}}`: `1.2` and `1` belong to what is released. */
function versionOf(text: string, pattern: string): string | undefined {
  const found = /^v?((\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text)
  if (found === null) return undefined
  const [raw, version = '', major = '', minor = '', patch = '', preRelease] = found
  const values: Record<string, string> = { raw, version, major, minor, patch }
  const shape = preRelease !== undefined && !/\{\{\s*raw\s*\}\}/.test(pattern) ? '{{version}}' : pattern
  return shape.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? '')
}

function fill(value: string, facts: RunFacts): string {
  const { branch = '', tag = '' } = partsOf(facts)
  const isDefault = facts.event === 'schedule' || (branch !== '' && branch === facts.defaultBranch)
  const values: Record<string, string> = {
    ...{ branch, tag, sha: facts.commit.slice(0, 7) },
    ...{ is_default_branch: String(isDefault), is_not_default_branch: String(!isDefault) },
  }
  return value.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole)
}

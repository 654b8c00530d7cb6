import { messageOf } from '../../shared/errors.ts'
import type { InputReader } from '../input-reader.ts'
import type { Problems } from '../problems.ts'
import type { RunFacts } from './run-facts.ts'
import { applyTagRule, defaultRules, parseTagRule } from './tag-rule.ts'

/** The image's names without a tag, and those with one. */
export interface ImageTags {
  /** In lower case, as registries take them. */
  imageNames: string[]
  tags: string[]
  /** What the first rule gave: the version of the image. */
  version: string | undefined
}

/**
 * Reads `image-name` and `tags`: full names as they are, and rules, each for every image name. A rule that gives nothing in this run,
 * such as one for a tag on a branch, leaves its tag out.
 */
export function readTags(read: InputReader, facts: RunFacts, problems: Problems): ImageTags {
  const imageNames = [...new Set(read.list('image-name', true).map((name) => name.toLowerCase()))]
  const lines = read.list('tags', false)
  const isRule = (line: string): boolean =>
    /^type\s*=/.test(line) || (imageNames.length > 0 && !/[/:,]/.test(line))
  const full = lines
    .filter((line) => !isRule(line))
    .flatMap((line) => line.split(',').map((tag) => tag.trim()))
  const rules = imageNames.length > 0 && lines.length === 0 ? defaultRules : lines.filter(isRule)
  if (rules.length > 0 && imageNames.length === 0)
    problems.add('image-name', 'rules in tags need it, such as ghcr.io/acme/shop.')
  const given = [...new Set(rules.flatMap((rule) => attempt(rule, facts, problems) ?? []))]
  const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`))
  const tags = [...full.filter((tag) => tag !== ''), ...named]
  return { imageNames, tags: [...new Set(tags)], version: given[0] }
}

function attempt(rule: string, facts: RunFacts, problems: Problems): string | undefined {
  try {
    return applyTagRule(parseTagRule(rule), facts)
  } catch (error) {
    problems.add('tags', `${messageOf(error)}.`)
    return undefined
  }
}

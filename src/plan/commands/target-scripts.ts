import { posix } from 'node:path'
import * as v from 'valibot'
import { parseAs } from '../../shared/schema-values.ts'
import { expandVariables } from '../dockerfile/variables.ts'

type ReadFile = (path: string) => string | undefined

/** A target of a Makefile: what it depends on, and its recipe. */
interface Rule {
  needs: string[]
  lines: string[]
}

const manifestSchema = v.object({ scripts: v.record(v.string(), v.unknown()) })

/**
 * The shell text that `make TARGET`, `npm run NAME`, `npm test`, `yarn NAME` or `pnpm NAME` runs; undefined where the words are none of
 * these, or what they name is not there. `read` gives the text of a file by its path from the folder in which the command runs.
 */
export function targetScript(words: readonly string[], read: ReadFile): string | undefined {
  const [program = '', ...rest] = words
  const name = program.replace(/^.*\//, '')
  if (/^g?make$/.test(name)) return makeScript(rest, read)
  return /^(?:npm|yarn|pnpm)$/.test(name) ? manifestScript(name, rest, read) : undefined
}

/** The `scripts` of package.json, with what runs before and after one of them by its name. */
function manifestScript(program: string, words: readonly string[], read: ReadFile): string | undefined {
  const folder = valueOf(words, /^(?:--prefix|--cwd|-C|--dir)$/) ?? '.'
  const [first, second] = words.filter((word) => !word.startsWith('-') && word !== folder)
  const isRun = /^(?:run|run-script)$/.test(first ?? '')
  // npm has commands of its own where the others take the name of a script.
  const name = isRun ? second : /^t(?:st)?$/.test(first ?? '') ? 'test' : first
  if (program === 'npm' && !isRun && name !== 'test') return undefined
  const scripts = parseAs(manifestSchema, read(posix.join(folder, 'package.json')) ?? '')?.scripts
  if (scripts === undefined || name === undefined) return undefined
  const texts = [`pre${name}`, name, `post${name}`].map((one) => scripts[one])
  if (typeof texts[1] !== 'string') return undefined
  return [`cd ${folder}`, ...texts.filter((one) => typeof one === 'string')].join(' && ')
}

/** The recipes of the targets that are named, else of the first one, each after those that it depends on. */
function makeScript(words: readonly string[], read: ReadFile): string | undefined {
  const folder = valueOf(words, /^(?:-C|--directory)$/) ?? '.'
  const file = valueOf(words, /^(?:-f|--file)$/)
  const [text] = (file === undefined ? ['Makefile', 'makefile'] : [file]).flatMap(
    (name) => read(posix.join(folder, name)) ?? [],
  )
  if (text === undefined) return undefined
  const { rules, variables } = parseMakefile(text)
  const asked = words.filter((word) => !/^-|=/.test(word) && word !== folder && word !== file)
  // What a pattern or an included file makes is not known.
  if (!asked.every((target) => rules.has(target))) return undefined
  const done = new Set<string>()
  const linesOf = (target: string): string[] => {
    const rule = rules.get(target)
    if (rule === undefined || done.has(target)) return []
    done.add(target)
    return [...rule.needs.flatMap(linesOf), ...rule.lines]
  }
  const [first] = rules.keys()
  const lines = (asked.length > 0 ? asked : first === undefined ? [] : [first]).flatMap(linesOf)
  const shell = lines.map((line) =>
    expandVariables(line.replace(/\$\((\w+)\)/g, '$${$1}'), variables).replaceAll('$$', '$'),
  )
  return shell.length === 0 ? undefined : ['set -e', `cd ${folder}`, ...shell].join('\n')
}

/** What a Makefile says in the plain: variables, and rules with their recipes. Functions, patterns and includes are not evaluated. */
function parseMakefile(text: string): { rules: Map<string, Rule>; variables: Map<string, string> } {
  const rules = new Map<string, Rule>()
  const variables = new Map<string, string>()
  let current: Rule[] = []
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const [, name, value = ''] = /^(?:export\s+)?(\w+)\s*[:?+]?:?=\s*(.*)$/.exec(line) ?? []
    const [, targets, needs = ''] = /^([^\s#:=][^#:=]*):(?!=)\s*([^#;]*)/.exec(line) ?? []
    if (line.startsWith('\t')) for (const rule of current) rule.lines.push(line.trim().replace(/^[@+-]+/, ''))
    else if (name !== undefined) variables.set(name, value.trim())
    else if (targets !== undefined)
      current = targets
        .trim()
        .split(/\s+/)
        .filter((target) => !target.startsWith('.'))
        .map((target) => {
          const rule = rules.get(target) ?? { needs: [], lines: [] }
          rule.needs.push(...needs.split(/\s+/).filter((one) => one !== ''))
          rules.set(target, rule)
          return rule
        })
  }
  return { rules, variables }
}

function valueOf(words: readonly string[], option: RegExp): string | undefined {
  const at = words.findIndex((word) => option.test(word))
  return at < 0 ? undefined : words[at + 1]
}

/** Sources that follow from something else: the table of inputs from action.yml, the list of the rules of advice from their files. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/**
 * The table of inputs. What is `true` or `false` is a flag; what the description calls one per line, or with commas or new lines
 * between them, is a list. @param {Record<string, { description: string, default?: string }>} inputs
 */
export function writeInputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, default: fallback = '' }]) => {
    const isFlag = fallback === 'true' || fallback === 'false'
    const isList = /\bper line\b|\bwith commas or new lines between them\b/.test(description)
    const key = /^\w+$/.test(name) ? name : `'${name}'`
    return `  ${key}: { fallback: '${fallback}', kind: '${isFlag ? 'flag' : isList ? 'list' : 'text'}' },`
  })
  return `/** Every input with its default, which \`npm run docs\` takes from action.yml: a \`flag\` is true or false, a \`list\` has one value per line. */
export const inputTable = {
${rows.join('\n')}
} as const satisfies Record<string, { fallback: string; kind: 'text' | 'list' | 'flag' }>

/** The name of an input, as a user writes it. */
export type InputName = keyof typeof inputTable

/** All names in the order of action.yml. */
export const inputNames = Object.keys(inputTable) as InputName[]

/** The inputs as they were written, before anything is checked. */
export type RawInputs = Readonly<Record<InputName, string>>
`
}

const advice = new URL('../src/measure/advice/', import.meta.url)

/**
 * The rules of advice: every exported \`find…\` below advice/rules, with the first sentence above it, and the ids that it gives.
 * @returns {{ file: string, name: string, about: string, ids: string[] }[]}
 */
function readRules() {
  const files = readdirSync(fileURLToPath(new URL('rules/', advice)), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `rules/${file.replaceAll('\\', '/')}`)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(new URL(file, advice), 'utf8')
      const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
      const finders = statements
        .filter(ts.isFunctionDeclaration)
        .filter((one) => /^export function find[A-Z]/.test(one.getText()))
      return finders.map((finder, index) => {
        const words = ts
          .getJSDocCommentsAndTags(finder)
          .map((one) => ts.getTextOfJSDocComment(one.comment) ?? '')
        const [about = ''] = words
          .join(' ')
          .replace(/\s+/g, ' ')
          .split(/(?<=\.) /)
        // What stands below a rule belongs to it.
        const own = text.slice(index === 0 ? 0 : finder.pos, finders[index + 1]?.pos)
        const ids = [...own.matchAll(/\bid: (?:'([\w-]+)'|`\$\{name\}([\w-]+)`)/g)].flatMap(
          ([, id, ending]) =>
            id !== undefined
              ? [id]
              : [...text.matchAll(/^ +(?:\{ )?name: '([\w-]+)'/gm)].map(([, name]) => `${name}${ending}`),
        )
        return {
          file,
          name: finder.name?.text ?? '',
          about: about.replace(/:.*|\.$/, ''),
          ids: [...new Set(ids)],
        }
      })
    })
}

/** The list of all rules. */
export function writeRules() {
  const rules = readRules()
  const files = [...new Set(rules.map(({ file }) => file))]
  const imports = files.map((file) => {
    const names = rules.filter((rule) => rule.file === file).map(({ name }) => name)
    return `import { ${names.join(', ')} } from './${file}'`
  })
  return `import type { Rule } from './advice.ts'
${imports.join('\n')}

/** Every rule, which \`npm run docs\` finds in the folder \`rules\`. */
export const rules: readonly Rule[] = [
${rules.map(({ name }) => `  ${name},`).join('\n')}
]
`
}

/** The table of all rules for the page on suggestions. */
export function describeRules() {
  const rows = readRules().map(
    ({ about, ids }) => `| ${about} | ${ids.map((id) => `\`${id}\``).join(', ')} |`,
  )
  return ['| about | id |', '| --- | --- |', ...rows].join('\n')
}

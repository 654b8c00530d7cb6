/** The pages of docs/reference/, each written from what the program itself has. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** @typedef {{ description: string, default?: string }} Declared an input or output as action.yml declares it */
/** @typedef {{ type?: string, const?: unknown, enum?: unknown[], description?: string, properties?: Record<string, Schema>, required?: string[], items?: Schema, oneOf?: Schema[] }} Schema of what makeReportSchema gives */

const note = '<!-- Written by npm run docs. -->'

/** @param {Record<string, Declared>} inputs */
export function writeInputs(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, default: fallback }]) => [
    code(name),
    fallback === undefined ? '' : code(fallback),
    description,
  ])
  return page(
    'Inputs',
    "All are optional. Lists have one entry per line. In a terminal they are options of the same names: `--max-size '120 MB'`.",
    table(['input', 'default', 'meaning'], rows),
  )
}

/** @param {Record<string, Declared>} outputs */
export function writeOutputs(outputs) {
  return page(
    'Outputs',
    'They are set also when the step fails; what is not known is empty.',
    table(
      ['output', 'meaning'],
      Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    ),
  )
}

/** @param {Record<string, Declared>} inputs */
export function writeCommandLine(inputs) {
  const options = Object.entries(inputs)
    .filter(([name]) => name !== 'context')
    .map(([name, { default: fallback }]) => {
      const isFlag = fallback === 'true' || fallback === 'false'
      return [code(isFlag ? `--${name}` : `--${name} VALUE`), fallback === undefined ? '' : code(fallback)]
    })
  return page(
    'Command line',
    '```console\nnode dist/cli/index.js [CONTEXT] [--option value …]\n```',
    'The same job as the action, on a folder of this machine (default: `.`). Progress goes to stderr, the report to stdout, and `report.json` and ' +
      '`report.md` to `--report-dir`. Baselines are stored in `$XDG_STATE_HOME/dotnet-container` (default: `~/.local/state`), each repository apart. ' +
      '`--help` explains the options, `RUNNER_DEBUG=1` shows each docker command, `NO_COLOR=1` leaves colours out.',
    'The options are the [inputs](inputs.md) of the action. An option that is `true` or `false` can stand without a value, which is `true`; one that is a list can be given several times. ' +
      'What it ends with: [exit codes](exit-codes.md).',
    table(['option', 'default'], options),
  )
}

/** From the comments of `exitCodes` in src/entries/run-entry.ts. */
export function writeExitCodes() {
  const name = new URL('../src/entries/run-entry.ts', import.meta.url)
  const file = ts.createSourceFile('run-entry.ts', readFileSync(name, 'utf8'), ts.ScriptTarget.Latest, true)
  /** @type {string[][]} */
  const rows = []
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isNumericLiteral(node.initializer)) {
      const words = ts.getJSDocCommentsAndTags(node).map((one) => ts.getTextOfJSDocComment(one.comment))
      rows.push([node.initializer.getText(), words.join(' ')])
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return page(
    'Exit codes',
    'Of the step of a workflow and of the [command line](command-line.md).',
    table(['code', 'meaning'], rows),
  )
}

/** @param {string} text the schema of report.json */
export function writeReportPage(text) {
  return page(
    'report.json',
    'Its path is the output `report-json`. Its form is [report.schema.json](report.schema.json), a JSON Schema. `version` changes when a field changes ' +
      'its meaning or goes away; pass over fields that you do not know. Sizes are in bytes, times in milliseconds, `[]` is each entry of a list.',
    table(['field', 'type', 'meaning'], fieldsOf(JSON.parse(text), '')),
  )
}

/** @param {Schema} schema @param {string} path @returns {string[][]} */
function fieldsOf(schema, path) {
  if (schema.oneOf !== undefined) return variantsOf(schema.oneOf, path)
  if (schema.items !== undefined) return fieldsOf(schema.items, `${path}[]`)
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`
    const optional = schema.required?.includes(name) === true ? '' : ', optional'
    return [[code(at), `${typeOf(field)}${optional}`, field.description ?? ''], ...fieldsOf(field, at)]
  })
}

/** The fields that any kind of a union has, each once. @param {Schema[]} kinds @param {string} path */
function variantsOf(kinds, path) {
  const rows = kinds.flatMap((kind) => fieldsOf(kind, path))
  /** @type {Map<string, string[]>} */
  const byField = new Map()
  for (const [field = '', type = '', meaning = ''] of rows) {
    const known = byField.get(field)
    if (known === undefined) byField.set(field, [field, type, meaning])
    else if (!known[1]?.includes(type)) known[1] = `${known[1] ?? ''} or ${type}`
  }
  return [...byField.values()]
}

/** @param {Schema} schema @returns {string} */
function typeOf(schema) {
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ')
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.oneOf !== undefined) return 'object'
  if (schema.items !== undefined)
    return `list of ${schema.items.properties === undefined ? `${typeOf(schema.items)}s` : 'objects'}`
  return schema.type ?? 'any'
}

/** @param {string} title @param {...string} parts */
function page(title, ...parts) {
  return `${[`# ${title}`, note, ...parts].join('\n\n')}\n`
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``
}

/** @param {string[]} headings @param {string[][]} rows */
function table(headings, rows) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

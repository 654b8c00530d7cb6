/**
 * Writes the tables of inputs and outputs in README.md from action.yml, between their markers, its inputs into the reusable
 * workflow, the same action into action/, and docs/report.schema.json from src/report/model/report-schema.ts. With `--check` it writes nothing, and fails when they are not up to date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { makeReportSchema } from './report-schema.mjs'
import { inFolder, updateWorkflow } from './write-workflow.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const actionFile = new URL('../action.yml', import.meta.url)
const readmeFile = new URL('../README.md', import.meta.url)

/** @typedef {{ description: string, default?: string }} Declared an input or output as action.yml declares it */
const actionText = readFileSync(actionFile, 'utf8')
/** @type {{ inputs: Record<string, Declared>, outputs: Record<string, Declared> }} */
const action = parse(actionText)

const inputs = Object.entries(action.inputs).map(([name, { description, default: fallback }]) => [
  code(name),
  fallback === undefined ? '' : code(fallback),
  description,
])
const outputs = Object.entries(action.outputs).map(([name, { description }]) => [code(name), description])

const before = readFileSync(readmeFile, 'utf8')
const withInputs = replaceBetween(before, 'inputs', table(['input', 'default', 'meaning'], inputs))
const after = replaceBetween(withInputs, 'outputs', table(['output', 'meaning'], outputs))

bring(readmeFile, 'README.md', after)
const workflowFile = new URL('../.github/workflows/dotnet-container.yml', import.meta.url)
bring(
  workflowFile,
  'The reusable workflow',
  updateWorkflow(readFileSync(workflowFile, 'utf8'), action.inputs),
)
bring(new URL('../action/action.yml', import.meta.url), 'action/action.yml', inFolder(actionText))
bring(
  new URL('../docs/report.schema.json', import.meta.url),
  'docs/report.schema.json',
  await makeReportSchema(),
)

/** Writes a file that is not as it should be, or says so. @param {URL} file @param {string} name @param {string} content */
function bring(file, name, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) console.log(`${name} is up to date.`)
  else if (values.check) {
    console.error(`${name} is not up to date: run npm run docs.`)
    process.exitCode = 1
  } else {
    writeFileSync(file, content)
    console.log(`Wrote ${name}.`)
  }
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

/**
 * Replaces what stands between the two markers of a name; prettier leaves it alone. Throws when they are not there.
 * @param {string} text @param {string} name @param {string} content
 */
function replaceBetween(text, name, content) {
  const begin = `<!-- ${name} of action.yml: npm run docs -->\n<!-- prettier-ignore-start -->\n`
  const end = `\n<!-- prettier-ignore-end -->\n<!-- end of ${name} -->`
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0)
    throw new Error(`README.md has no markers for the ${name}; they are\n${begin}…${end}`)
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`
}

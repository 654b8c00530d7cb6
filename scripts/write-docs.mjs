/**
 * Writes what follows from something else: pages of docs/reference/ from action.yml and from the schema of report.json, the action's inputs
 * into the reusable workflow, the same action into action/, the anchors of docs/troubleshooting.md into the sources, and the name of this
 * repository everywhere. With `--check` it writes nothing, and fails when they are not up to date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { makeReportSchema } from './report-schema.mjs'
import { fillIn, filesThatNameIt, nameFile, readAddress, readNameInFiles } from './repository.mjs'
import { inFolder, updateWorkflow } from './write-workflow.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const actionFile = new URL('../action.yml', import.meta.url)

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

bring(
  new URL('../docs/reference/inputs.md', import.meta.url),
  'docs/reference/inputs.md',
  `# Inputs

All are optional. Lists have one entry per line. In a terminal they are options of the same names: \`--max-size '120 MB'\`.

${table(['input', 'default', 'meaning'], inputs)}
`,
)
bring(
  new URL('../docs/reference/outputs.md', import.meta.url),
  'docs/reference/outputs.md',
  `# Outputs

They are set also when the step fails; what is not known is empty.

${table(['output', 'meaning'], outputs)}
`,
)
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

bring(
  new URL('../src/shared/help/error-anchors.ts', import.meta.url),
  'src/shared/help/error-anchors.ts',
  writeAnchors(readFileSync(new URL('../docs/troubleshooting.md', import.meta.url), 'utf8')),
)
const address = readAddress()
const before = readNameInFiles()
for (const name of filesThatNameIt()) {
  const file = new URL(`../${name}`, import.meta.url)
  const text = readFileSync(file, 'utf8')
  const filled = fillIn(text, before, address)
  if (filled !== text) bring(file, name, filled)
}
bring(
  new URL(`../${nameFile}`, import.meta.url),
  nameFile,
  `/** This repository on GitHub; \`npm run docs\` writes it from package.json. */
export const repository = '${address.repository}'
`,
)

/** The headings of errors with their anchors: one that is written, or else the one that GitHub makes. @param {string} page */
function writeAnchors(page) {
  const headings = [...page.matchAll(/^### (?:<a id="([\w-]+)"><\/a>)?(.*)$/gm)].map(([, id, title = '']) => {
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    return `  ['${title.replaceAll("'", "\\'")}', '${id ?? slug}'],`
  })
  return `/** The titles of errors, where \`…\` stands for what differs, each with its anchor in docs/troubleshooting.md, from which \`npm run docs\` writes it. */
export const errorAnchors: readonly (readonly [title: string, anchor: string])[] = [
${headings.join('\n')}
]
`
}

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

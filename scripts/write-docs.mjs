/**
 * Writes what follows from something else: pages of docs/reference/ from action.yml and from the schema of report.json, the action's inputs
 * into the reusable workflow, the same action into action/, the table of inputs, the list of the rules of advice, the picture of the rooms of src/ into CONTRIBUTING.md, the anchors of docs/troubleshooting.md into the sources, and the name of this
 * repository everywhere. With `--check` it writes nothing, and fails when they are not up to date.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { makeReportSchema } from './report-schema.mjs'
import { fillIn, filesThatNameIt, nameFile, readAddress, readNameInFiles } from './repository.mjs'
import {
  writeCommandLine,
  writeExitCodes,
  writeInputs,
  writeOutputs,
  writeReportPage,
} from './write-reference.mjs'
import { describeRules, writeInputTable, writeRules } from './write-sources.mjs'
import { inFolder, updateWorkflow } from './write-workflow.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const actionFile = new URL('../action.yml', import.meta.url)

const actionText = readFileSync(actionFile, 'utf8')
/** @type {{ inputs: Record<string, import('./write-reference.mjs').Declared>, outputs: Record<string, import('./write-reference.mjs').Declared> }} */
const action = parse(actionText)

const workflowFile = new URL('../.github/workflows/dotnet-container.yml', import.meta.url)
bring(
  workflowFile,
  'The reusable workflow',
  updateWorkflow(readFileSync(workflowFile, 'utf8'), action.inputs),
)
bring(new URL('../action/action.yml', import.meta.url), 'action/action.yml', inFolder(actionText))
const schema = await makeReportSchema()
const reference = {
  'inputs.md': writeInputs(action.inputs),
  'outputs.md': writeOutputs(action.outputs),
  'command-line.md': writeCommandLine(action.inputs),
  'exit-codes.md': writeExitCodes(),
  'report.md': writeReportPage(schema),
  'report.schema.json': schema,
}
for (const [name, content] of Object.entries(reference))
  bring(new URL(`../docs/reference/${name}`, import.meta.url), `docs/reference/${name}`, content)
const helpLink = new URL('../src/shared/help-link.ts', import.meta.url)
bring(helpLink, 'src/shared/help-link.ts', writeAnchors(readFileSync(helpLink, 'utf8')))
bring(
  new URL('../src/inputs/input-table.generated.ts', import.meta.url),
  'src/inputs/input-table.generated.ts',
  writeInputTable(action.inputs),
)
bring(
  new URL('../src/measure/advice/rules.generated.ts', import.meta.url),
  'src/measure/advice/rules.generated.ts',
  writeRules(),
)
await fillPage('docs/guides/size-report.md', 'advice', describeRules())
const checkImports = fileURLToPath(new URL('check-imports.mjs', import.meta.url))
await fillPage(
  'CONTRIBUTING.md',
  'rooms',
  execFileSync(process.execPath, [checkImports, '--picture'], { encoding: 'utf8' }),
)
const address = readAddress()
const before = readNameInFiles()
for (const name of [nameFile, ...filesThatNameIt()]) {
  const file = new URL(`../${name}`, import.meta.url)
  const text = readFileSync(file, 'utf8')
  const filled = fillIn(text, before, address)
  if (filled !== text) bring(file, name, filled)
}

/** The source with those headings of errors that have an anchor of their own. @param {string} source */
function writeAnchors(source) {
  const page = readFileSync(new URL('../docs/troubleshooting.md', import.meta.url), 'utf8')
  const headings = [...page.matchAll(/^### <a id="([\w-]+)"><\/a>(.*)$/gm)].map(
    ([, id, title = '']) => `  ['${title.replaceAll("'", "\\'")}', '${id}'],`,
  )
  return source.replace(/(const ownAnchors: .* = \[\n)[^]*?(\n\]\n)/, `$1${headings.join('\n')}$2`)
}

/** Puts a part that is written by machine between its marks in a page. @param {string} name @param {string} mark @param {string} part */
async function fillPage(name, mark, part) {
  const file = new URL(`../${name}`, import.meta.url)
  const marks = new RegExp(`(<!-- ${mark}: npm run docs -->\\n)[^]*?(\\n<!-- end ${mark} -->)`)
  const text = readFileSync(file, 'utf8').replace(marks, (_, begin, end) => `${begin}\n${part}\n${end}`)
  bring(file, name, await format(text, { ...(await resolveConfig(file)), filepath: fileURLToPath(file) }))
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

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import typescript from 'typescript'

const source = new URL('../src/', import.meta.url)
const folder = new URL('../lib/docs/', import.meta.url)

/**
 * The JSON Schema of report.json as text, made from the program's own one (src/report/model/report-schema.ts).
 * @returns {Promise<string>}
 */
export async function makeReportSchema() {
  const file = new URL('report/model/report-schema.ts', source)
  /** @type {Set<string>} */
  const known = new Set()
  await transpile(file, known)
  const { reportSchema } = await import(`${outputOf(file).href}?${process.hrtime.bigint()}`)
  const schema = {
    title: 'report.json of the .NET container action',
    ...toJsonSchema(reportSchema, { errorMode: 'ignore' }),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** Where a source goes as JavaScript: in the project's folder, so that node finds what it imports. @param {URL} file */
function outputOf(file) {
  return new URL(file.href.slice(source.href.length).replace(/\.ts$/, '.mjs'), folder)
}

/** A source and all that it imports. @param {URL} file @param {Set<string>} known */
async function transpile(file, known) {
  if (known.has(file.href)) return
  known.add(file.href)
  const { outputText } = typescript.transpileModule(await readFile(file, 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  })
  const imports = [...outputText.matchAll(/(?<=^(?:import|export) [^']*from )'(\.[^']+)\.ts'/gm)]
  await Promise.all(imports.map(([, path]) => transpile(new URL(`${path}.ts`, file), known)))
  const text = outputText.replaceAll(/(?<=from )'(\.[^']+)\.ts'/g, "'$1.mjs'")
  await mkdir(new URL('.', outputOf(file)), { recursive: true })
  await writeFile(outputOf(file), text)
}

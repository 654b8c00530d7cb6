import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import typescript from 'typescript'

const source = new URL('../src/report/model/report-schema.ts', import.meta.url)
const folder = new URL('../lib/docs/', import.meta.url)

/**
 * The JSON Schema of report.json as text, made from the program's own one (src/report/model/report-schema.ts).
 * @returns {Promise<string>}
 */
export async function makeReportSchema() {
  const { outputText } = typescript.transpileModule(await readFile(source, 'utf8'), {
    compilerOptions: { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 },
  })
  // It has to be in the project's folder, so that node finds what it imports.
  await mkdir(folder, { recursive: true })
  const file = new URL('report-schema.mjs', folder)
  await writeFile(file, outputText)
  const { reportSchema } = await import(`${file.href}?${process.hrtime.bigint()}`)
  const schema = {
    title: 'report.json of the .NET container action',
    ...toJsonSchema(reportSchema, { errorMode: 'ignore' }),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

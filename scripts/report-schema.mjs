import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import typescript from 'typescript'

const source = new URL('../src/report/model/', import.meta.url)
const folder = new URL('../lib/docs/', import.meta.url)

/**
 * The JSON Schema of report.json as text, made from the program's own one (src/report/model/report-schema.ts).
 * @returns {Promise<string>}
 */
export async function makeReportSchema() {
  // They have to be in the project's folder, so that node finds what they import.
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(source)) {
    const { outputText } = typescript.transpileModule(await readFile(new URL(name, source), 'utf8'), {
      compilerOptions: { module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 },
    })
    const text = outputText.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.mjs'")
    await writeFile(new URL(name.replace(/\.ts$/, '.mjs'), folder), text)
  }
  const file = new URL('report-schema.mjs', folder)
  const { reportSchema } = await import(`${file.href}?${process.hrtime.bigint()}`)
  const schema = {
    title: 'report.json of the .NET container action',
    ...toJsonSchema(reportSchema, { errorMode: 'ignore' }),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { parse } from 'yaml'
import { inputNames, inputTable } from '../inputs/input-table.generated.ts'
import { docsLink } from '../shared/help-link.ts'

// From src/entries/ and from dist/app/ alike.
const actionFile = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'action.yml')
const actionSchema = v.object({ inputs: v.record(v.string(), v.object({ description: v.string() })) })

/** What `--help` prints: each option with what action.yml says of the input, in lines of at most 90 characters. */
export async function renderHelp(): Promise<string> {
  const { inputs } = v.parse(actionSchema, parse(await readFile(actionFile, 'utf8')))
  const values = { flag: '', list: ' VALUE …', text: ' VALUE' }
  const options = inputNames
    .filter((name) => name !== 'context')
    .flatMap((name) => {
      const { kind, fallback } = inputTable[name]
      // An expression means something to GitHub alone.
      const hasDefault = fallback !== '' && !fallback.startsWith('${{')
      const text = `${(inputs[name]?.description ?? '').trim()}${hasDefault ? ` Default: \`${fallback}\`.` : ''}`
      // With the six spaces in front.
      const lines = text.match(/\S.{0,83}(?=\s|$)/g) ?? []
      return [`  --${name}${values[kind]}`, ...lines.map((line) => `      ${line}`)]
    })
  return [
    'Tests, builds and measures a .NET image, as the action of the same name does.',
    '',
    'node dist/cli/index.js [CONTEXT] [options]',
    '',
    ...options,
    '',
    'More of each, and examples:',
    docsLink('reference/inputs.md'),
    '',
  ].join('\n')
}

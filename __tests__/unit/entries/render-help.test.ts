import { expect, test } from '@jest/globals'
import { renderHelp } from '../../../src/entries/render-help.ts'
import { inputNames } from '../../../src/inputs/input-table.generated.ts'

test('--help says of every option what it does, and its default', async () => {
  const help = await renderHelp()
  const lines = help.split('\n')
  for (const name of inputNames.filter((each) => each !== 'context')) {
    const at = lines.findIndex((line) => new RegExp(`^  --${name}( VALUE| VALUE …)?$`).test(line))
    expect({ name, text: lines[at + 1] }).toEqual({ name, text: expect.stringMatching(/^ {6}\S/) })
  }
  expect(help).toMatch(/^ {2}--file VALUE\n(?: {6}\S.*\n)* {6}.*`Dockerfile` in the context\.\n/m)
  expect(help.replace(/\s+/g, ' ')).toMatch(/--min-change VALUE (?:(?! --\w).)+ Default: `500 B`\. --/)
  expect(lines.filter((line) => line.length > 90 && !line.includes('://'))).toEqual([])
})

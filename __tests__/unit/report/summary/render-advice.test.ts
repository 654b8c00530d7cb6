import { expect, test } from '@jest/globals'
import type { Advice } from '../../../../src/measure/advice/advice.ts'
import { renderAdvice } from '../../../../src/report/summary/render-advice.ts'

const advice = (more: Partial<Advice> = {}): Advice => ({
  id: 'symbols',
  title: '1.20 MB of symbols ship.',
  uncompressedBytes: 1_200_000,
  compressedBytes: 500_000,
  evidence: ['app/Shop.pdb (1.20 MB)'],
  place: { file: 'Dockerfile', line: 9 },
  fix: '<DebugType>none</DebugType>',
  link: 'https://learn.microsoft.com/x',
  ...more,
})

test('each suggestion has its figure, its place, what it was seen by and what to write', () => {
  expect(renderAdvice({ advice: [advice()] }).join('\n'))
    .toBe(`<details><summary>💡 1 suggestion: 1.20 MB of symbols ship.</summary>

**1.20 MB of symbols ship.** — <code>Dockerfile:9</code>

- <code>app/Shop.pdb (1.20 MB)</code>

\`\`\`text
<DebugType>none</DebugType>
\`\`\`

[Read more](https://learn.microsoft.com/x)

</details>`)
})

test('one without place and evidence is short', () => {
  const [markdown] = renderAdvice({ advice: [advice({ place: undefined, evidence: [] })] })
  expect(markdown).toContain('**1.20 MB of symbols ship.**\n\n```text')
})

test('what is too much for a summary is counted', () => {
  const [markdown] = renderAdvice({ advice: Array.from({ length: 15 }, () => advice()) })
  expect(markdown).toContain('15 suggestions')
  expect(markdown?.match(/Read more/g)).toHaveLength(12)
  expect(markdown).toContain('… and 3 more pieces of advice; report.json has them.')
})

test('nothing is said where there is nothing to say', () => {
  expect(renderAdvice({ advice: [] })).toEqual([])
})

test('names from the image are no markup', () => {
  const hostile = '</details> @org #1 `x` <img src=x> \n| **b**'
  const [markdown] = renderAdvice({
    advice: [
      advice({
        title: hostile,
        evidence: [hostile],
        place: { file: hostile, line: 1 },
        fix: `\`\`\`\n${hostile}`,
      }),
    ],
  })
  const outside = markdown?.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '').replace(/&#\d+;|<!-- -->/g, '')
  expect(outside).not.toMatch(/@|#|`|<img|\|/)
  expect(outside?.match(/<\/details>/g)).toHaveLength(1)
})

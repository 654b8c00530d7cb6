import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Words that we don’t use, each with the one that we do. */
const unwanted: readonly [RegExp, string][] = [
  // Things
  [/\bstages? that tests?\b/i, 'test stage'],
  [/\bships?\b|\bshipp(?:ed|ing)\b/i, 'final stage, final image'],
  [/\b(?:un)?packed\b/i, 'compressed, uncompressed'],
  [/\bpull cost\b/i, 'download size'],
  [/\bgr[eo]w(?:s|n)? from\b/i, 'base commit'],
  [/\blast time\b/i, 'baseline'],
  [/\b(?<!build )records?\b(?! of the build)/i, 'measurement; build record'],
  [/\byours\b|\bon top\b/i, 'your layers'],
  [/\bdeltas?\b/i, 'change'],
  [/\bpacked anew\b|\brepacked\b/i, 'recompressed, same content'],
  [/\b(?:first|second|third|each|every|another|last|one|which|\d) tr(?:y|ies)\b/i, 'attempt'],
  [/\bsynthesi[sz]ed?\b/i, 'generated test stage'],
  // Doing
  [/\bweigh(?:s|ed|ing|ts?)?\b/i, 'measure; has a size of'],
  [/\bdeliver(?:s|ed|ing|y|ies)?\b/i, 'push, load, export'],
  [
    /\b(?:brings?|brought|bringing) (?:[\w’]+ ){0,4}out\b|\b(?:goes?|went|going) out\b/i,
    'push, load, export',
  ],
  [/\blast act\b/i, 'after all checks have passed'],
  [/\btell(?:s|ing)?\b|\btold\b/i, 'report, say'],
  [/\blooked at\b/i, 'read, analyzed'],
  [/\bbesides?\b|\bcompany\b|\boverlap(?:s|ped|ping)?\b/i, 'in parallel, while the image is built'],
  // Values
  [
    /\b(?:verdicts?|none-ran|not-run|breached|image-id|packed-bytes|delta-(?:bytes|percent))\b/i,
    'test-result …',
  ],
  [/\bGood: |\bLook at this\b/, 'Passed, Warning'],
  // Sentences
  [/\bnobody\b/i, 'say who, or say it in the passive'],
  [/\ball that is known\b|\bwhat is told of\b/i, 'say what it is'],
  [/≈ 0 B\b/, 'no change'],
]

/** Sentences that have such a word for a reason. */
const exceptions: readonly RegExp[] = [
  // A company has a name of its own.
  /\bThe company’s\b/,
]

/** What users read: pages without decisions, the action’s own texts. */
const pages = [
  'README.md',
  'action.yml',
  'comment/action.yml',
  'merge/action.yml',
  'matrix/action.yml',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('adr'))
    .map((name) => join('docs', name)),
]

/** What the job prints: texts in the sources, without comments and names. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))

const wordsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    exceptions.some((exception) => exception.test(line))
      ? []
      : unwanted
          .filter(([word]) => word.test(line))
          .map(([word, instead]) => `${word.exec(line)?.[0] ?? ''} (${instead}): ${line.trim()}`),
  )

/** Not read by people: where a link leads, an anchor, and paths of files. */
const hidden = /\]\([^)]*\)|<a id="[^"]*">|`[^`\s]*\/[^`\s]*`/g

test.each(pages)('%s has the words of our vocabulary', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(hidden, '')
  expect(wordsOf(text.split('\n'))).toEqual([])
})

test('report.json, inputs and outputs are named in the words of our vocabulary', () => {
  const schema = readFileSync(join(root, 'docs/reference/report.md'), 'utf8')
  const fields = [...schema.matchAll(/^\| `([^`]+)`/gm)].map(([, field = '']) => field)
  expect(fields.length).toBeGreaterThan(100)
  const named = fields.map((field) => field.replaceAll(/[^a-z]+|(?=[A-Z])/gi, ' '))
  expect(wordsOf(named)).toEqual([])
})

/** The texts of a source file, without names, comments and paths of imports. */
function textsOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    // Without a space it is a name.
    if (isText && node.text.includes(' ')) texts.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return texts
}

test.each(sources)('%s says it in the words of our vocabulary', (source) => {
  expect(wordsOf(textsOf(source))).toEqual([])
})

test('the list of exceptions stays short', () => {
  expect(exceptions.length).toBeLessThanOrEqual(10)
})

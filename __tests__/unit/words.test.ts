import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Words that we don't use, each with the one that we do. */
const unwanted: readonly [RegExp, string][] = [
  [/\bweigh(?:s|ed|ing)?\b/i, 'measure; has a size of'],
  [/\b(?:un)?packed\b/i, 'compressed, uncompressed'],
  [/\bships?\b|\bshipp(?:ed|ing)\b/i, 'final stage, final image'],
  [/\bstages? that tests?\b/i, 'test stage'],
  [/\blast act\b/i, 'after all checks have passed'],
  [/\bpacked anew\b|\brepacked\b/i, 'recompressed, same content'],
  [/\bgrew from\b/i, 'base commit'],
  [/\ball that is known\b|\bwhat is told of\b/i, 'say what it is'],
  [/\bcompany\b/i, 'runs while the image is built'],
  [/\bsynthesi[sz]ed?\b/i, 'generated test stage'],
  [/\bpull cost\b/i, 'download size'],
  [/\bGood: |\bLook at this\b/, 'Passed, Warning'],
]

/** Sentences that have such a word for a reason. */
const exceptions: readonly RegExp[] = [
  // GitHub and companies have names of their own.
  /\bThe company’s\b/,
]

/** What users read: pages without decisions, the action’s own texts. */
const pages = [
  'README.md',
  'action.yml',
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

test.each(pages)('%s has the words of our vocabulary', (page) => {
  expect(wordsOf(readFileSync(join(root, page), 'utf8').split('\n'))).toEqual([])
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

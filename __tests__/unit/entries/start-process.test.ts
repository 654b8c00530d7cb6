import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const app = fileURLToPath(new URL('../../../src/entries/app.ts', import.meta.url))

/** What a file imports by itself at run time, types and dynamic imports aside. */
function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) &&
    statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  )
}

test('before docker is asked no package is loaded, since each one delays it', () => {
  const seen = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) visit(join(dirname(file), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  visit(app)
  expect([...packages]).toEqual([])
  expect([...seen].map((file) => relative(join(dirname(app), '..'), file))).toContain('docker/builder.ts')
})

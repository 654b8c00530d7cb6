import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('what is shipped names the licence of every package that is in it', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const lines = new Set(
    ['app', 'cache-process'].flatMap((name) => read(`dist/${name}/licenses.txt`).split('\n')),
  )
  expect(Object.keys(dependencies).filter((name) => !lines.has(name))).toEqual([])
})

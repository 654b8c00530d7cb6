import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const repository = new URL('../../', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, repository), 'utf8')
const names = v.record(v.string(), v.string())
const manifest = v.parse(
  v.looseObject({ version: v.string(), dependencies: names, devDependencies: names }),
  JSON.parse(read('package.json')),
)

test.each(['dependencies', 'devDependencies'] as const)('each of the %s has its reason in ADR 7', (kind) => {
  const decision = read('docs/adr/0007-dependencies.md')
  expect(Object.keys(manifest[kind]).filter((name) => !decision.includes(`\`${name}\``))).toEqual([])
})

test('no package runs a script when it is installed', () => {
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true')
})

const notesOf = (tag: string) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('scripts/release-notes.mjs', repository)), tag], {
    encoding: 'utf8',
  })

test('a version that the changelog does not know has no release', () => {
  const { status, stdout, stderr } = notesOf('v99.0.0')
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'CHANGELOG.md has no section "## [99.0.0]": name it so before the tag is made.\n',
  })
})

test('the notes of a release are its section of the changelog', () => {
  const { status, stdout } = notesOf('Unreleased')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^### Added\n\n- The job: /)
})

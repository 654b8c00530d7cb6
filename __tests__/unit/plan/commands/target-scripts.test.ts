import { expect, test } from '@jest/globals'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'
import { noPrograms } from '../../../../src/plan/projects/repository.ts'

const makefile = `DOTNET ?= dotnet
.PHONY: all check build
all: build

build:
\t@$(DOTNET) build Shop.slnx
check: build ## runs the tests
\t$(DOTNET) test tests/Shop.Tests \\
\t  --no-build
lint:
\tnpx eslint .
`
const manifest = JSON.stringify({
  scripts: {
    pretest: 'tsc',
    test: 'jest',
    'test:api': 'dotnet test tests/Shop.Api.Tests',
    ci: 'npm run lint && npm run test:api',
    lint: 'eslint .',
  },
})
const files: Record<string, string> = {
  '/src/Makefile': makefile,
  '/src/package.json': manifest,
  '/src/web/package.json': manifest,
}
const programs = { ...noPrograms, scriptOf: (path: string) => files[path] }

test.each([
  { command: 'make check', kind: 'tests', targets: [['tests/Shop.Tests']] },
  { command: 'make -C /src check', kind: 'tests', targets: [['tests/Shop.Tests']] },
  { command: 'make', kind: 'known', targets: [] },
  { command: 'make lint', kind: 'known', targets: [] },
  { command: 'make release', kind: 'unknown', targets: [[]] },
  { command: 'npm run test:api', kind: 'tests', targets: [['tests/Shop.Api.Tests']] },
  { command: 'cd web && yarn test:api', kind: 'tests', targets: [['tests/Shop.Api.Tests']] },
  { command: 'npm --prefix web run test:api', kind: 'tests', targets: [['tests/Shop.Api.Tests']] },
  { command: 'npm run ci || true', kind: 'tests', targets: [['tests/Shop.Api.Tests']] },
  // What tests JavaScript is none of ours.
  { command: 'npm test', kind: 'known', targets: [] },
  { command: 'npm ci', kind: 'known', targets: [] },
])('$command: $kind', ({ command, kind, targets }) => {
  const found = findTests({ text: command, folder: '/src' }, programs)
  expect(found.kind).toBe(kind)
  expect(found.commands.map((one) => one.targets)).toEqual(targets)
})

import { expect, test } from '@jest/globals'
import { fits } from '../../../../src/plan/commands/command-targets.ts'
import { noPrograms } from '../../../../src/plan/projects/repository.ts'
import {
  findTests,
  hidesFailedBuild,
  type TestCommand,
  classifyOnbuildRun,
} from '../../../../src/plan/commands/find-test-commands.ts'

const findTestCommands = (text: string, options = ''): TestCommand[] => findTests({ text, options }).commands

/** Each command as `what it names: what hides it`; nothing hides where the second part is missing. */
const told = (text: string, options = ''): string[] =>
  findTestCommands(text, options).map(({ targets, hiddenBy }) =>
    [targets.join(' '), ...(hiddenBy === undefined ? [] : [hiddenBy])].join(': '),
  )

test.each<[string, string[]]>([
  ['dotnet test', ['']],
  ['dotnet test A.slnx', ['']],
  ['dotnet test A || true', ['A: || true']],
  ['dotnet test A; dotnet test B', ['A: ; dotnet test B', 'B']],
  ['dotnet test A\ndotnet test B\n', ['A: dotnet test B', 'B']],
  ['dotnet test A && dotnet test B', ['A', 'B']],
  ['dotnet test A && dotnet test B; exit 0', ['A: ; exit 0', 'B: ; exit 0']],
  ['dotnet test A & sleep 0', ['A: & sleep 0']],
  ['dotnet test A & dotnet test B & wait', ['A: & dotnet test B & wait', 'B: & wait']],
  ['timeout 2 dotnet test A || true', ['A: || true']],
  ['dotnet test A || exit 1; echo x', ['A']],
  ['dotnet test A || (cat log; exit 1)', ['A']],
  ['dotnet test A || { cat log; exit 1; }; echo', ['A']],
  ['dotnet test A || exit 0', ['A: || exit 0']],
  ['dotnet test A; rc=$?; ls', ['A: ; rc=$?; ls']],
  ['set -e; dotnet test A; dotnet test B || echo no; ls', ['A', 'B: || echo no']],
  ['set -e; dotnet test A && ls; ls', ['A: ; ls']],
  ['set -eux\ndotnet test A\nset +e\ndotnet test B; ls', ['A', 'B: ; ls']],
  ['dotnet test A | tee l', ['A: | tee l']],
  ['set -o pipefail; dotnet test A | tee l', ['A']],
  ['dotnet test "a; b" > l 2>&1', ['a; b']],
  ['! dotnet test A', ['A: !']],
  ['(dotnet test A; dotnet test B) || true', ['A: ; dotnet test B) || true', 'B: || true']],
  ['{ dotnet test A && echo ok; } || echo no', ['A: || echo no']],
  ['for p in A B; do dotnet test $p || exit 1; done', ['A', 'B']],
  ['for p in A B; do dotnet test "$p"; done', ['A: ; done', 'B: ; done']],
  ['for p in */*.Tests; do dotnet test $p; done', [': ; done']],
  ['for i in 1 2 3; do dotnet test A && break; done', ['A: ; done']],
  ['until dotnet test A; do sleep 1; done', ['A: until']],
  ['if dotnet test A; then echo; fi', ['A: if']],
  ['case $X in a) dotnet test A;; b) dotnet test B;; esac', ['A', 'B']],
  [`sh -c 'dotnet test A; dotnet test B'`, ['A: ; dotnet test B', 'B']],
  ['bash -ec "dotnet test A; dotnet test B"', ['A', 'B']],
  ['x=$(dotnet test A); echo "$x"', ['A: ; echo "$x"']],
  ['find . -name "*.Tests.csproj" -exec dotnet test {} \\;', ['']],
  ['ls *.Tests.csproj | xargs -n1 dotnet test', ['']],
  ['dotnet vstest A/bin/A.dll B/bin/B.dll || true', ['A/bin/A.dll B/bin/B.dll: || true']],
  ['dotnet test -c Release --filter "A|B" A --logger trx', ['A']],
  ['dotnet test --project A --report-trx', ['A']],
  ['dotnet test --solution A.slnx', ['']],
  ['dotnet run --project X -- -list full', ['X']],
  ['MODE=1 ./X/bin/Debug/net10.0/X || true', ['./X/bin/Debug/net10.0/X: || true']],
  ['dotnet restore; dotnet test A # ; dotnet test B', ['A']],
  ['f() { dotnet test A; }; dotnet test B', ['B']],
  ['dotnet build A', []],
  // Ways to keep an exit code.
  ['set -o pipefail && dotnet test A | tee l', ['A']],
  ['while read p; do dotnet test $p || exit 1; done < list', ['']],
  // Ways to lose it.
  ["trap 'exit 0' EXIT; dotnet test A", ["A: trap 'exit 0' EXIT"]],
  ['set -euo pipefail; set +euo pipefail; dotnet test A; ls', ['A: ; ls']],
  ['while read p; do dotnet test $p; done < list', [': ; done < list']],
  ['dotnet test A || rc=0; exit $rc', ['A: || rc=0']],
  ['coproc dotnet test A; ls', ['A: coproc']],
  ['diff <(dotnet test A) expected', ['A: $(…)']],
  [
    'dotnet test A; if (!$?) { Write-Warning "bad" }; exit 0',
    ['A: ; if ($LASTEXITCODE -ne 0) { Write-Warning "bad" }; exit 0'],
  ],
  // What a shell runs beside plain commands.
  ['t() { dotnet test "$1"; }; t A; t B', ['A: ; t A; t B', 'B: ; t A; t B']],
  ['p=A; dotnet test $p', ['A']],
  ['for p in A B; do p=$p.Tests; dotnet test $p; done', ['A.Tests: ; done', 'B.Tests: ; done']],
  ['<<EOF\ndotnet test A\ndotnet test B\nEOF\n', ['A: dotnet test B', 'B']],
  ['bash -eu <<EOF\ndotnet test A\ndotnet test B\nEOF\n', ['A', 'B']],
  ['bash <<< "dotnet test A; ls"', ['A: ; ls']],
  ['cat <<EOF > run.sh\ndotnet test A\nEOF\n', []],
  ['time dotnet test A', ['A']],
  ['timeout -k 5 1.5m dotnet test A', ['A']],
  ['ls */*.Tests.csproj | xargs -I{} dotnet test {}', ['']],
  ['powershell -Command dotnet test A', ['A']],
  ['su app -c "dotnet test A; ls"', ['A: ; ls']],
  [
    'if [ -f A ]; then dotnet test A; elif [ -f B ]; then dotnet test B; else dotnet test C; fi',
    ['A', 'B', 'C'],
  ],
])('%j starts tests of, and hides them by', (text, commands) => {
  expect(told(text)).toEqual(commands)
})

// Each of these was run by bash with a command that fails.
test.each<[string, string[]]>([
  ['set -e; (dotnet test A; ls); ls', ['A']],
  ['find . -name "*.Tests.csproj" -exec dotnet test {} +', ['']],
  ['<<EOF\n#!/bin/bash -e\ndotnet test A\nls\nEOF\n', ['A']],
  // It is lost, although it looks as if it weren't.
  ['dotnet test A; rc=$?; rc=0; exit $rc', ['A: ; rc=$?; rc=0; exit $rc']],
  ['dotnet test A || [ $? -eq 2 ]', ['A: || [ $? -eq 2 ]']],
  ['dotnet test A; echo; exit $?', ['A: ; echo; exit $?']],
  ['dotnet test A; sleep 1 &', ['A: ; sleep 1 &']],
  ['for p in A B; do dotnet test $p || break; done', ['A: || break', 'B: || break']],
  ['set -e; dotnet test A && dotnet test B; ls', ['A: ; ls', 'B']],
  ['(exit 0); (trap "exit 0" EXIT; dotnet test A)', ['A: trap "exit 0" EXIT']],
])('%j, as bash ends it', (text, commands) => {
  expect(told(text)).toEqual(commands)
})

// What a variable keeps is not followed: the processes themselves say what they ended with.
test.each([
  'dotnet test A; rc=$?; ls; exit $rc',
  'dotnet test A || failed=1; ls; exit $failed',
  'dotnet test A & pid=$!; ls; wait $pid',
  'dotnet test A | tee l; exit ${PIPESTATUS[0]}',
  'if ! dotnet test A; then exit 1; fi',
])('%j is taken for one that may hide its exit code', (text) => {
  expect(findTestCommands(text)).toMatchObject([{ targets: ['A'], hiddenBy: expect.any(String) }])
})

test('a script of the repository is looked into, with its own options and arguments', () => {
  const scripts: Record<string, string> = {
    '/src/all.sh': '#!/bin/sh\n./one.sh A\n./one.sh B\n',
    '/src/one.sh': '#!/bin/sh -e\ndotnet test "$1"\necho done\n',
  }
  const programs = { ...noPrograms, scriptOf: (path: string) => scripts[path] }
  const { kind, commands } = findTests({ text: 'cd /src && sh all.sh' }, programs)
  expect(findTests({ text: 'cd /src && . ./all.sh' }, programs)).toMatchObject({ kind, commands })
  expect(kind).toBe('tests')
  expect(commands.map(({ targets, hiddenBy }) => [targets, hiddenBy])).toEqual([
    [['A'], './one.sh B'],
    [['B'], undefined],
  ])
})

test.each(['node ci.mjs', 'python3 ci.mjs', 'ruby -w ci.mjs'])(
  'a script of another language is read: %s',
  (text) => {
    const kindOf = (script: string) => findTests({ text }, { ...noPrograms, scriptOf: () => script }).kind
    expect(kindOf("spawnSync('dotnet', ['test', 'A'])")).toBe('tests')
    expect(kindOf("spawnSync('dotnet', ['build', 'A'])")).toBe('known')
  },
)

test('variables of the Dockerfile are known, and stay as they are written', () => {
  const variables = new Map([['PROJECT', 'tests/A']])
  const { commands } = findTests({ text: 'dotnet test $PROJECT', variables })
  expect(commands).toMatchObject([{ text: 'dotnet test $PROJECT', targets: ['tests/A'] }])
})

test('SHELL may make a RUN end at its first failure, and a pipe tell of it', () => {
  expect(told('dotnet test A; dotnet test B | tee l', '/bin/bash -eo pipefail -c')).toEqual(['A', 'B'])
})

test('a command is told without what we put before it', () => {
  const [command] = findTestCommands('env -uA -uB dotnet test --no-build')
  expect(command).toMatchObject({ text: 'dotnet test --no-build', isSure: true, isProgram: false })
})

test.each([
  ['dotnet-coverage collect "dotnet test A --no-build" -f cobertura || true', 'A: || true'],
  ['dotnet tool run dotnet-coverage -- collect dotnet test A', 'A'],
  [
    'coverlet A/bin/Debug/net10.0/A.dll --target dotnet --targetargs "test A --no-build" --format opencover',
    'A',
  ],
  ['wait-for-it db:5432 -- dotnet test A', 'A'],
  ['script -qec "dotnet test A" /dev/null', 'A'],
])('what a wrapper starts is read as if it stood alone: %s', (text, expected) => {
  expect(told(text)).toEqual([expected])
})

test('listing tests and asking for help run none', () => {
  const text =
    'dotnet test A --list-tests; dotnet test B -t; dotnet vstest C.dll -lt; dotnet test --help; dotnet test D'
  expect(findTestCommands(text).map(({ isIdle }) => isIdle)).toEqual([true, true, true, true, false])
})

test('attempts at the same are known as that', () => {
  const retries = (text: string) => findTestCommands(text).map(({ isRetried }) => isRetried)
  expect(retries('dotnet test A || dotnet test A')).toEqual([true, true])
  expect(retries('for i in 1 2 3; do dotnet test A && break; done')).toEqual([true])
  expect(retries('dotnet test A; dotnet test A')).toEqual([false, false])
  expect(retries('npm install || dotnet test A')).toEqual([false])
})

test('a command behind || or in a branch may not be reached', () => {
  const text =
    'dotnet test A || dotnet test B; [ -f C ] && dotnet test C; if x; then dotnet test D; fi; dotnet test E'
  expect(findTestCommands(text).map((one) => one.isConditional)).toEqual([false, true, true, true, false])
})

test.each<[target: string, project: string, assembly: string, fit: string]>([
  ['A', 'A', '/src/A/bin/Debug/net10.0/A.dll', 'yes'],
  ['tests/A', 'Shop.A', '/src/tests/A/bin/Debug/net10.0/Shop.A.dll', 'yes'],
  ['./tests/A/A.csproj', 'Shop.A', '/src/tests/A/bin/Debug/net10.0/Shop.A.dll', 'yes'],
  ['../A/', 'A', '', 'yes'],
  ['A/bin/Debug/net10.0/A.dll', 'A', '/src/A/bin/Debug/net10.0/A.dll', 'yes'],
  ['B', 'A', '/src/A/bin/Debug/net10.0/A.dll', 'no'],
  ['B/bin/B.dll', 'A', '/src/A/bin/Debug/net10.0/A.dll', 'no'],
  ['tests/A', 'Shop.A', '/out/Shop.A.dll', 'maybe'],
])('what %s names, and the run of %s at %j: %s', (target, project, assembly, fit) => {
  expect(fits(target, { project, assembly })).toBe(fit)
})

test.each([
  ['dotnet build A || true', true],
  ['sed -i s/a/b/ A.cs; dotnet build A || true', true],
  ['dotnet publish A | tee log', true],
  ['dotnet build A; dotnet build B', true],
  ['dotnet restore || true; dotnet build A', false],
  ['dotnet build A && dotnet build B', false],
  ['dotnet build A || exit 1', false],
])('whether %j goes on after a build that failed: %s', (text, isHidden) => {
  expect(hidesFailedBuild({ text })).toBe(isHidden)
})

test.each([
  { words: 'ONBUILD RUN dotnet test', kind: 'tests' },
  { words: 'ONBUILD RUN --mount=type=cache,target=/x ["dotnet", "test"]', kind: 'tests' },
  { words: 'ONBUILD RUN ./build.sh', kind: 'unknown' },
  { words: 'ONBUILD RUN apt-get update', kind: 'known' },
  { words: 'ONBUILD COPY tests .', kind: undefined },
  { words: 'RUN dotnet test', kind: undefined },
])('$words: $kind', ({ words, kind }) => {
  expect(classifyOnbuildRun(words)).toBe(kind)
})

test('a program that is no test project is no name of what it tests', () => {
  const kinds = { build: 'build', Check: 'console', Shop: 'tests' } as const
  const programs = { ...noPrograms, kindOf: (one: string) => kinds[one as keyof typeof kinds] }
  const targetsOf = (text: string) => findTests({ text }, programs).commands.map(({ targets }) => targets)
  expect(targetsOf('dotnet run --project build -- test')).toEqual([[]])
  expect(targetsOf('dotnet run --project Check')).toEqual([[]])
  expect(targetsOf('dotnet test Shop')).toEqual([['Shop']])
})

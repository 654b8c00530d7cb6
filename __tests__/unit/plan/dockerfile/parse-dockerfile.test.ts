import { expect, test } from '@jest/globals'
import {
  findStage,
  parseDockerfile,
  stageLabel,
  type Instruction,
  type Stage,
} from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { UserError } from '../../../../src/shared/errors.ts'

const parse = (text: string, buildArgs: [string, string][] = []) =>
  parseDockerfile(text, 'Dockerfile', buildArgs)

type PlainInstruction = Omit<Instruction, 'stage'>
type PlainStage = Omit<Stage, 'dockerfile' | 'instructions'> & { instructions: PlainInstruction[] }

/** A stage with the defaults of what a row of a table leaves out. */
function stage(index: number, base: string, more: Partial<PlainStage> = {}): PlainStage {
  const { firstLine = 1 } = more
  return { index, name: undefined, base, firstLine, fromLastLine: firstLine, instructions: [], ...more }
}

function instruction(
  keyword: string,
  argument: string,
  firstLine: number,
  more: Partial<PlainInstruction> = {},
) {
  return { keyword, flags: [], argument, execForm: undefined, firstLine, lastLine: firstLine, ...more }
}

test.each<{ name: string; text: string; buildArgs?: [string, string][]; stages: PlainStage[] }>([
  {
    name: 'stages with names, bases and lines',
    text: '# syntax\nFROM sdk:10.0 AS build\n\nFROM build AS Test\nFROM aspnet:10.0\n',
    stages: [
      stage(0, 'sdk:10.0', { name: 'build', firstLine: 2 }),
      stage(1, 'build', { name: 'Test', firstLine: 4 }),
      stage(2, 'aspnet:10.0', { firstLine: 5 }),
    ],
  },
  {
    name: 'keywords in lower case',
    text: 'from sdk as build\nrun dotnet test\n',
    stages: [stage(0, 'sdk', { name: 'build', instructions: [instruction('RUN', 'dotnet test', 2)] })],
  },
  {
    name: 'a carriage return by itself, which ends no line',
    text: '# a\rb\nFROM sdk AS build\nRUN dotnet\rtest\n',
    stages: [
      stage(0, 'sdk', { name: 'build', firstLine: 2, instructions: [instruction('RUN', 'dotnet test', 3)] }),
    ],
  },
  {
    name: 'a byte order mark and Windows line ends',
    text: '\uFEFFFROM sdk AS build\r\nRUN dotnet test \\\r\n  --no-build\r\n',
    stages: [
      stage(0, 'sdk', {
        name: 'build',
        instructions: [instruction('RUN', 'dotnet test --no-build', 2, { lastLine: 3 })],
      }),
    ],
  },
  {
    name: 'a platform, which is no part of the base',
    text: 'FROM --platform=$BUILDPLATFORM sdk:10.0 AS build\n',
    stages: [stage(0, 'sdk:10.0', { name: 'build' })],
  },
  {
    name: 'ARGs above the first FROM, with and without quotes',
    text: 'ARG TAG="10.0" OS=\'alpine\' NOTE="a b"\nARG FULL=${TAG}-${OS}\nFROM sdk:$FULL\nFROM run:${TAG}$OS\n',
    stages: [stage(0, 'sdk:10.0-alpine', { firstLine: 3 }), stage(1, 'run:10.0alpine', { firstLine: 4 })],
  },
  {
    name: 'build arguments, which win over defaults',
    text: 'ARG TAG=9.0\nARG OS\nFROM sdk:$TAG-$OS\n',
    buildArgs: [
      ['TAG', '8.0'],
      ['TAG', '10.0'],
      ['OS', 'noble'],
      ['UNUSED', 'x'],
    ],
    stages: [stage(0, 'sdk:10.0-noble', { firstLine: 3 })],
  },
  {
    name: 'build arguments that no ARG declares, which mean nothing',
    text: 'FROM sdk:${TAG:-9.0}\n',
    buildArgs: [['TAG', '10.0']],
    stages: [stage(0, 'sdk:9.0')],
  },
  {
    name: 'ARGs inside of a stage, which FROM does not see',
    text: 'ARG TAG=9\nFROM sdk:$TAG\nARG TAG=10\nFROM run:$TAG\n',
    stages: [
      stage(0, 'sdk:9', { firstLine: 2, instructions: [instruction('ARG', 'TAG=10', 3)] }),
      stage(1, 'run:9', { firstLine: 4 }),
    ],
  },
  {
    name: 'continuation lines with comments and blank lines between',
    text: 'FROM a\nRUN dotnet test \\\n# comment\n  --no-build \\\n\n  -c Release\nUSER app\n',
    stages: [
      stage(0, 'a', {
        instructions: [
          instruction('RUN', 'dotnet test --no-build -c Release', 2, { lastLine: 6 }),
          instruction('USER', 'app', 7),
        ],
      }),
    ],
  },
  {
    name: 'another escape character',
    text: '# escape=`\nFROM a\nRUN dotnet `\n  test\nWORKDIR C:\\\nRUN x\n',
    stages: [
      stage(0, 'a', {
        firstLine: 2,
        instructions: [
          instruction('RUN', 'dotnet test', 3, { lastLine: 4 }),
          instruction('WORKDIR', 'C:\\', 5),
          instruction('RUN', 'x', 6),
        ],
      }),
    ],
  },
  {
    name: 'a continuation that the end of the file cuts',
    text: 'FROM a\nRUN dotnet test \\\n',
    stages: [stage(0, 'a', { instructions: [instruction('RUN', 'dotnet test', 2, { lastLine: 3 })] })],
  },
  {
    name: 'flags',
    text: 'FROM a\nRUN --mount=type=cache,target=/x --network=none dotnet test\nCOPY --from=build --chown=1:1 a b\n',
    stages: [
      stage(0, 'a', {
        instructions: [
          instruction('RUN', 'dotnet test', 2, {
            flags: [
              { name: 'mount', value: 'type=cache,target=/x' },
              { name: 'network', value: 'none' },
            ],
          }),
          instruction('COPY', 'a b', 3, {
            flags: [
              { name: 'from', value: 'build' },
              { name: 'chown', value: '1:1' },
            ],
          }),
        ],
      }),
    ],
  },
  {
    name: 'exec forms, and what only looks like one',
    text: 'FROM a\nENTRYPOINT ["dotnet", "test"]\nCMD [\'a\']\nCMD ["a", 1]\n',
    stages: [
      stage(0, 'a', {
        instructions: [
          instruction('ENTRYPOINT', '["dotnet", "test"]', 2, { execForm: ['dotnet', 'test'] }),
          instruction('CMD', "['a']", 3),
          instruction('CMD', '["a", 1]', 4),
        ],
      }),
    ],
  },
  {
    name: 'a here-document with what looks like instructions in it',
    text: 'FROM a\nRUN <<EOF\nFROM b\nRUN x\nEOF\nUSER app\n',
    stages: [
      stage(0, 'a', {
        instructions: [
          instruction('RUN', '<<EOF\nFROM b\nRUN x\nEOF', 2, { lastLine: 5 }),
          instruction('USER', 'app', 6),
        ],
      }),
    ],
  },
  {
    name: 'two here-documents at once',
    text: 'FROM a\nCOPY <<one <<two /dir/\nx\none\ny\ntwo\nUSER app\n',
    stages: [
      stage(0, 'a', {
        instructions: [
          instruction('COPY', '<<one <<two /dir/\nx\none\ny\ntwo', 2, { lastLine: 6 }),
          instruction('USER', 'app', 7),
        ],
      }),
    ],
  },
  {
    name: 'ONBUILD, whose RUN is not one of this file',
    text: 'FROM a\nONBUILD RUN dotnet test\n',
    stages: [stage(0, 'a', { instructions: [instruction('ONBUILD', 'RUN dotnet test', 2)] })],
  },
])('reads $name', ({ text, buildArgs, stages }) => {
  expect(parse(text, buildArgs).stages).toEqual(stages)
})

test.each([
  { name: 'an empty file', text: '', message: 'Dockerfile is empty, so there is nothing to build.' },
  {
    name: 'blank lines and a byte order mark',
    text: '\uFEFF\n \r\n',
    message: 'Dockerfile is empty, so there is nothing to build.',
  },
  {
    name: 'comments alone',
    text: '# FROM a\n',
    message: 'Dockerfile has no FROM instruction, so there is nothing to build.',
  },
  {
    name: 'a file that is no Dockerfile',
    text: '{"name": "shop"}\n',
    message: 'Dockerfile has no FROM instruction, so there is nothing to build.',
  },
])('refuses $name', ({ text, message }) => {
  expect(() => parse(text)).toThrow(
    new UserError('No stage to build', message, { file: 'Dockerfile', line: 1 }),
  )
})

test('never throws anything but its own error, whatever the text', () => {
  const pieces = [
    'FROM a',
    'FROM',
    'RUN <<',
    'RUN <<EOF',
    'EOF',
    '\\',
    'COPY [',
    '# escape=x',
    'ONBUILD',
    '\0',
    '"',
  ]
  for (let seed = 1; seed < 400; seed++) {
    const text = Array.from(
      { length: 8 },
      (_, index) => pieces[(seed * (index + 3) * 7919) % pieces.length],
    ).join('\n')
    let thrown: unknown
    try {
      parse(text)
    } catch (error) {
      thrown = error
    }
    expect([undefined, UserError]).toContain(thrown === undefined ? undefined : (thrown as Error).constructor)
  }
})

const named = parse('FROM a AS build\nFROM b\nFROM c AS Test\nFROM d AS test\nFROM e AS 3d\n').stages

test.each<{ name: string; wanted: string; index: number | undefined }>([
  { name: 'by its name', wanted: 'build', index: 0 },
  { name: 'in other case', wanted: 'BUILD', index: 0 },
  { name: 'the last of several with one name', wanted: 'test', index: 3 },
  { name: 'by its number', wanted: '1', index: 1 },
  { name: 'not by a number beyond', wanted: '9', index: undefined },
  { name: 'not by a part of its name', wanted: 'buil', index: undefined },
  { name: 'not by the label of an unnamed one', wanted: 'stage-1', index: undefined },
])('finds a stage $name', ({ wanted, index }) => {
  expect(findStage(named, wanted)?.index).toBe(index)
})

test('a stage without a name is called by its number, as BuildKit does', () => {
  expect(named.map(stageLabel)).toEqual(['build', 'stage-1', 'Test', 'test', '3d'])
})

test.each([
  ['linux/amd64', ['for-amd64', 'acme/linux-amd64-:1']],
  ['linux/arm/v7', ['for-arm', 'acme/linux-arm-v7:1']],
  [undefined, ['for-$TARGETARCH', 'acme/${TARGETOS}-$TARGETARCH-${TARGETVARIANT}:1']],
])('FROM knows what BuildKit tells it of the platform %s', (platform, bases) => {
  const text = 'FROM for-$TARGETARCH\nFROM acme/${TARGETOS}-$TARGETARCH-${TARGETVARIANT}:1'
  expect(parseDockerfile(text, 'Dockerfile', [], platform).stages.map(({ base }) => base)).toEqual(bases)
})

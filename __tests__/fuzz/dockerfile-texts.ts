import { mutate, strangeText } from './mutate.ts'
import type { Random } from './random.ts'

const commands = [
  ...[
    'dotnet test',
    'dotnet test --no-build || true',
    'dotnet restore',
    './build.sh',
    'dotnet Shop.Tests.dll',
    'echo "FROM x"',
  ],
  ...[
    'dotnet publish -o /app && dotnet test A',
    'bash -c "dotnet test"',
    'set -e; dotnet test',
    'apt-get update',
    'true',
  ],
]
const bases = [
  'sdk',
  'mcr.microsoft.com/dotnet/sdk:10.0',
  'build',
  'test',
  '0',
  '$BASE',
  '${TAG:-sdk}',
  'scratch',
  'FINAL',
]
const names = ['build', 'test', 'final', 'Test', 'unit-test', 'a.b', 'stage-0', '1']
const flags = [
  '--network=none',
  '--mount=type=cache,target=/x',
  '--mount=type=secret,id=feed,env=X',
  '--mount=from=build,target=/b',
  '--security=insecure',
]

/** A Dockerfile as people write them, of up to five stages; broken in some places at times. */
export function makeDockerfile(random: Random): string {
  const lineEnd = random.pick(['\n', '\n', '\r\n'])
  const head = [
    ...(random.oneIn(4)
      ? [random.pick(['# syntax=docker/dockerfile:1', '# escape=`', '#escape=\\', '# a comment'])]
      : []),
    ...random.some(2, () => random.pick(['ARG BASE=sdk', 'ARG TAG', '# c', '', 'ARG A="x y" B=$BASE'])),
  ]
  const escape = head[0] === '# escape=`' ? '`' : '\\'
  const stages = Array.from({ length: 1 + random.below(4) }, () => stage(random, escape))
  const text = [...head, ...stages.flat()].join(lineEnd) + random.pick(['', lineEnd])
  const marked = random.oneIn(10) ? `\ufeff${text}` : text
  return random.oneIn(3) ? mutate(random, marked) : marked
}

function stage(random: Random, escape: string): string[] {
  const from = random.pick(['FROM', 'FROM', 'from', ' FROM', 'FROM --platform=$BUILDPLATFORM'])
  const name = random.oneIn(3) ? '' : ` ${random.pick(['AS', 'as'])} ${random.pick(names)}`
  const gap = random.oneIn(8) ? ` ${escape}\n  ` : ' '
  const line = `${from}${gap}${random.pick(bases)}${name}${random.oneIn(10) ? '  ' : ''}`
  return [line, ...random.some(5, () => instruction(random, escape)).flat()]
}

function instruction(random: Random, escape: string): string[] {
  switch (random.below(9)) {
    case 0:
      return [random.pick(['', '# RUN dotnet test', '   ', '  # x'])]
    case 1:
      return [`COPY ${random.pick(['', '--from=build ', '--from=0 ', '--chown=1:1 '])}. /src`]
    case 2:
      return [
        `${random.pick(['ENTRYPOINT', 'CMD'])} ${random.pick(['["dotnet", "test"]', 'dotnet test', '["x"', '[]'])}`,
      ]
    case 3:
      return [
        `${random.pick(['ENV', 'ARG', 'LABEL', 'WORKDIR', 'USER', 'SHELL', 'ONBUILD RUN'])} ${strangeText(random).replace(/[\r\n]/g, '')}`,
      ]
    case 4:
      return [
        `RUN ${random.pick(['<<EOF', '<<-"EOF"', 'bash <<EOF', "<<'A' <<B"])}`,
        random.pick(commands),
        'RUN dotnet test',
        'EOF',
        'A',
        'B',
      ].slice(0, 3 + random.below(4))
    case 5:
      return [`RUN ["dotnet", "test"${random.pick([']', '', ', "x"]'])}`]
    default:
      return run(random, escape)
  }
}

function run(random: Random, escape: string): string[] {
  const start = random.pick(['RUN', 'RUN', 'run', '  RUN', '\tRun'])
  const flag = random.oneIn(3) ? ` ${random.pick(flags)}` : ''
  const space = random.pick([' ', '  ', '\t'])
  if (!random.oneIn(3)) return [`${start}${flag}${space}${random.pick(commands)}`]
  const between = random.some(2, () => random.pick(['  # in between', '', '   --filter x ' + escape]))
  return [
    `${start}${flag}${space}${random.pick(['', random.pick(commands)])} ${escape}`,
    ...between,
    `  ${random.pick(commands)}`,
  ]
}

import { expect, test } from '@jest/globals'
import { readLayerOrigins, type LayerOrigin } from '../../../../src/measure/analyze/layer-origins.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { sha256 } from '../a-layout.ts'

interface HistoryEntry {
  created_by: string
  empty_layer: boolean
}

type Origin = Pick<LayerOrigin, 'createdBy' | 'line'> & { copiedFrom?: string }

const layer = (created_by: string): HistoryEntry => ({ created_by, empty_layer: false })
const empty = (created_by: string): HistoryEntry => ({ created_by, empty_layer: true })

/** The history of a base image as mmdebstrap and a classic build leave it. */
const base = [
  layer('/bin/sh -c #(nop) ADD file:abc in / '),
  empty('/bin/sh -c #(nop)  CMD ["bash"]'),
  layer('COPY dotnet /usr/share/dotnet # buildkit'),
  empty('ENV ASPNETCORE_HTTP_PORTS=8080'),
]

function originsOf(
  text: string,
  history: HistoryEntry[],
  layers = history.filter((one) => !one.empty_layer).length,
) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  const diff_ids = Array.from({ length: layers }, (_, index) => sha256(String(index)))
  const config = { os: 'linux', architecture: 'amd64', variant: undefined, rootfs: { diff_ids }, history }
  return readLayerOrigins(config, final).map(({ copiedFrom, ...origin }) =>
    copiedFrom === undefined ? origin : { ...origin, copiedFrom },
  )
}

const ofBase: Origin[] = [
  { createdBy: 'ADD file:abc in /', line: undefined },
  { createdBy: 'COPY dotnet /usr/share/dotnet', line: undefined },
]

test.each<{ name: string; text: string; history: HistoryEntry[]; origins: Origin[] }>([
  { name: 'a base image alone', text: 'FROM aspnet\n', history: base, origins: ofBase },
  {
    name: 'own layers on top of a base image, with their lines',
    text: 'FROM aspnet\nWORKDIR /app\nEXPOSE 8080\nCOPY --from=build /out .\nUSER app\nENTRYPOINT ["dotnet", "a.dll"]\n',
    history: [
      ...base,
      layer('WORKDIR /app'),
      empty('EXPOSE [8080/tcp]'),
      layer('COPY /out . # buildkit'),
      empty('USER app'),
      empty('ENTRYPOINT ["dotnet" "a.dll"]'),
    ],
    origins: [
      ...ofBase,
      { createdBy: 'WORKDIR /app', line: 2 },
      { createdBy: 'COPY /out .', line: 4, copiedFrom: 'build' },
    ],
  },
  {
    name: 'a stage that the final one descends from',
    text: 'FROM aspnet AS base\nWORKDIR /app\nFROM sdk AS build\nRUN dotnet publish\nFROM base\nCOPY --from=build /out .\n',
    history: [...base, layer('WORKDIR /app'), layer('COPY /out . # buildkit')],
    origins: [
      ...ofBase,
      { createdBy: 'WORKDIR /app', line: 2 },
      { createdBy: 'COPY /out .', line: 6, copiedFrom: 'build' },
    ],
  },
  {
    name: 'a RUN with its arguments, on one line',
    text: 'FROM aspnet\nARG A\nRUN apt-get update && \\\n  apt-get install -y tzdata\n',
    history: [
      ...base,
      empty('ARG A=1'),
      layer('RUN |1 A=1 /bin/sh -c apt-get update &&   apt-get install -y tzdata # buildkit'),
    ],
    origins: [...ofBase, { createdBy: 'RUN apt-get update && apt-get install -y tzdata', line: 3 }],
  },
  {
    name: 'a RUN that says /bin/sh -c itself',
    text: 'FROM aspnet\nRUN /bin/sh -c "echo x"\n',
    history: [...base, layer('RUN /bin/sh -c /bin/sh -c "echo x" # buildkit')],
    origins: [...ofBase, { createdBy: 'RUN /bin/sh -c "echo x"', line: 2 }],
  },
  {
    name: 'instructions in lower case',
    text: 'from aspnet\ncopy a b\n',
    history: [...base, layer('COPY a b # buildkit')],
    origins: [...ofBase, { createdBy: 'COPY a b', line: 2 }],
  },
  {
    name: 'ONBUILD, which leaves nothing',
    text: 'FROM aspnet\nONBUILD RUN x\nCOPY a b\n',
    history: [...base, layer('COPY a b # buildkit')],
    origins: [...ofBase, { createdBy: 'COPY a b', line: 3 }],
  },
  {
    name: 'a history that does not fit: what is not surely own is the base image’s',
    text: 'FROM aspnet\nRUN a\nCOPY b c\n',
    history: [...base, layer('COPY b c # buildkit')],
    origins: [...ofBase, { createdBy: 'COPY b c', line: 3 }],
  },
])('tells the origins of $name', ({ text, history, origins }) => {
  expect(originsOf(text, history)).toEqual(origins)
})

test('an image without a history still has its layers', () => {
  expect(originsOf('FROM aspnet\nCOPY a b\n', [], 2)).toEqual([
    { createdBy: '', line: undefined },
    { createdBy: '', line: undefined },
  ])
})

test('a history of fewer layers than there are leaves the others without an origin', () => {
  expect(originsOf('FROM aspnet\nCOPY a b\n', [layer('COPY a b')], 2)).toEqual([
    { createdBy: 'COPY a b', line: 2 },
    { createdBy: '', line: undefined },
  ])
})

test('an endless instruction is cut', () => {
  const [origin] = originsOf('FROM aspnet\nRUN x\n', [layer(`RUN ${'x'.repeat(5_000)}`)])
  expect(origin?.createdBy.length).toBe(1_000)
})

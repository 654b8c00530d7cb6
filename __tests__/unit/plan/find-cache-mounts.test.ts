import { describe, expect, test } from '@jest/globals'
import {
  fillingDockerfile,
  findCacheMounts,
  nameMounts,
  readingDockerfile,
} from '../../../src/plan/find-cache-mounts.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'

const find = (text: string, { buildArgs = [] as [string, string][], stage = -1 } = {}) => {
  const dockerfile = parseDockerfile(text, 'Dockerfile', buildArgs)
  const wanted = dockerfile.stages.at(stage)
  return findCacheMounts(dockerfile, wanted === undefined ? [] : [wanted])
}

const runs = (...lines: string[]) => ['FROM sdk:10.0 AS build', ...lines].join('\n')

describe('which cache mounts are kept', () => {
  test.each([
    {
      name: 'one without an id goes by its target, as in BuildKit',
      text: runs('RUN --mount=type=cache,target=/root/.nuget//packages/ dotnet restore'),
      mounts: [{ id: '/root/.nuget/packages/', rights: [] }],
    },
    {
      name: 'an id wins over the target, and who owns the mount is part of it',
      text: runs('RUN --mount=type=cache,id=nuget,target=/p,uid=1654,sharing=locked dotnet restore'),
      mounts: [{ id: 'nuget', rights: ['uid=1654'] }],
    },
    {
      name: 'the same one in two RUNs is one',
      text: runs(
        'RUN --mount=type=cache,id=nuget,target=/p dotnet restore',
        'RUN --mount=type=cache,id=nuget,target=/q dotnet build',
      ),
      mounts: [{ id: 'nuget', rights: [] }],
    },
    {
      name: 'variables have the values of ARG, ENV and build-args',
      text: runs('ARG ARCH=x64', 'ENV P=/p', 'RUN --mount=type=cache,id=n-$ARCH,target=$P true'),
      buildArgs: [['ARCH', 'arm64']] as [string, string][],
      mounts: [{ id: 'n-arm64', rights: [] }],
    },
    {
      name: 'one of a stage that is not built is not there',
      text: `${runs('RUN true')}\nFROM build AS other\nRUN --mount=type=cache,target=/x true\nFROM build AS final`,
      mounts: undefined,
    },
    {
      name: 'one of a stage that is copied from is there',
      text: `${runs('RUN --mount=type=cache,target=/x true')}\nFROM aspnet:10.0\nCOPY --from=build /a /a`,
      mounts: [{ id: '/x', rights: [] }],
    },
  ])('$name', ({ text, buildArgs = [], mounts }) => {
    expect(find(text, { buildArgs })?.mounts).toEqual(mounts)
  })

  test.each([
    {
      name: 'one that begins with files of an image',
      text: runs('RUN --mount=type=cache,target=/x,from=sdk:10.0,source=/tmp true'),
      reason: 'it begins with the files of an image',
    },
    {
      name: 'one whose name only the build knows',
      text: runs('RUN --mount=type=cache,target=$HOME/.nuget true'),
      reason: 'its name has a variable that only the build knows',
    },
    {
      name: 'one whose name would not stand in a flag',
      text: runs('RUN --mount=type=cache,id="a b",target=/x true'),
      reason: 'of how its name is written',
    },
  ])('left out: $name', ({ text, reason }) => {
    expect(find(text)).toMatchObject({ mounts: [], left: [{ line: 2, reason }] })
  })
})

test('archives go into empty mounts alone, in the first image that has them', () => {
  const text =
    '# syntax=docker/dockerfile:1\nARG TAG=10.0\nFROM --platform=$BUILDPLATFORM sdk:$TAG AS build\nRUN --mount=type=cache,id=n,target=/n,uid=1 true'
  const mounts = find(text)
  expect(mounts && fillingDockerfile(mounts, 'mark')).toBe(`# syntax=docker/dockerfile:1
ARG TAG=10.0
FROM --platform=$BUILDPLATFORM sdk:10.0 AS dotnet-container-mounts
USER 0
RUN --network=none --mount=type=cache,id=n,target=/dotnet-container-mounts/0,uid=1 --mount=type=bind,target=/dotnet-container-archives : mark && if [ -f /dotnet-container-archives/0.tar ] && [ -z "$(ls -A /dotnet-container-mounts/0)" ]; then tar -xpf /dotnet-container-archives/0.tar -C /dotnet-container-mounts/0; fi
`)
})

test('what comes out is an archive for each mount, and nothing of an image', () => {
  const mounts = find(runs('RUN --mount=type=cache,id=a,target=/a --mount=type=cache,id=b,target=/b true'))
  expect((mounts && readingDockerfile(mounts, 'mark'))?.split('\n').slice(-3)).toEqual([
    'FROM scratch',
    'COPY --from=dotnet-container-mounts /dotnet-container-archives/ /',
    '',
  ])
  expect(mounts && readingDockerfile(mounts, 'mark')).toContain(
    ' : mark && mkdir /dotnet-container-archives && tar -cf /dotnet-container-archives/0.tar -C /dotnet-container-mounts/0 . && tar -cf /dotnet-container-archives/1.tar',
  )
})

describe('the name in the Actions cache', () => {
  const mounts = { mounts: [{ id: 'nuget', rights: [] }] }
  const place = { folder: 'src', platform: 'linux/amd64' }
  const files = [['App.csproj', '<Project />']] as const
  const { key, beginnings } = nameMounts(mounts, place, files)

  test('is the same for the same files', () => {
    expect(nameMounts(mounts, place, files)).toEqual({ key, beginnings })
    expect(key.startsWith(beginnings[0] ?? 'none')).toBe(true)
  })

  test.each([
    { name: 'another text of a file', files: [['App.csproj', '<Project></Project>']] as const, falls: true },
    { name: 'another file', files: [['Lib.csproj', '<Project />']] as const, falls: true },
    { name: 'another folder', place: { ...place, folder: 'lib' }, falls: false },
    { name: 'another platform', place: { ...place, platform: 'linux/arm64' }, falls: false },
    { name: 'another mount', mounts: { mounts: [{ id: 'npm', rights: [] }] }, falls: false },
  ])('$name is another one; whether the old one serves: $falls', ({ falls, ...change }) => {
    const given = { mounts, place, files, ...change }
    const other = nameMounts(given.mounts, given.place, given.files)
    expect(other.key).not.toBe(key)
    expect(other.beginnings.some((beginning) => key.startsWith(beginning))).toBe(falls)
  })
})

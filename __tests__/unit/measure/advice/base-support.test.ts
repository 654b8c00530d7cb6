import { expect, test } from '@jest/globals'
import { findUnsupportedBases } from '../../../../src/measure/advice/rules/base/base-support.ts'
import { someFacts, type SomeImage } from './an-image.ts'

const two = (version: string, suffix = '') =>
  `FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${version} AS build\nFROM mcr.microsoft.com/dotnet/aspnet:${version}${suffix} AS final\nCOPY --from=build /out /app`

test('names a version that is past its end, with all lines to change', () => {
  const facts = someFacts({ dockerfile: two('6.0', '-bullseye-slim'), today: '2026-03-01' })
  expect(findUnsupportedBases(facts)).toEqual([
    {
      id: 'dotnet-out-of-support',
      title: '.NET 6.0 has had no security fixes since 2024-11-12.',
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: [
        'FROM mcr.microsoft.com/dotnet/sdk:6.0',
        'FROM mcr.microsoft.com/dotnet/aspnet:6.0-bullseye-slim',
      ],
      place: { file: 'Dockerfile', line: 2 },
      fix:
        'In place of line 1:\nFROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n\n' +
        `In place of line 2:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final\n\n${projects('10.0')}\n\n${port}`,
      link: 'https://learn.microsoft.com/en-us/lifecycle/products/microsoft-net-and-net-core',
    },
  ])
})

const projects = (version: string): string =>
  `The projects need that version, too; write it in the project files, or where they have it from:\n<TargetFramework>net${version}</TargetFramework>`
const port =
  'From .NET 8 on, the app listens on port 8080 in these images, not on 80; ENV ASPNETCORE_HTTP_PORTS=80 keeps the old one.'
const os = (text: string) => [{ documents: { 'etc/os-release': text } }]

test.each<{ name: string; image: SomeImage; advice: [id: string, fix: string][] }>([
  { name: 'a version on its last day', image: { dockerfile: two('8.0'), today: '2026-11-10' }, advice: [] },
  { name: 'a version with fixes', image: { dockerfile: two('10.0'), today: '2026-11-21' }, advice: [] },
  {
    name: 'a version that is not known yet',
    image: { dockerfile: two('12.0'), today: '2030-01-01' },
    advice: [],
  },
  {
    name: 'Alpine and chiseled images, which newer versions have too',
    image: { dockerfile: two('7.0', '-alpine3.18'), today: '2024-06-01' },
    advice: [
      [
        'dotnet-out-of-support',
        `In place of line 1:\nFROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:8.0 AS build\n\nIn place of line 2:\nFROM mcr.microsoft.com/dotnet/aspnet:8.0-alpine AS final\n\n${projects('8.0')}\n\n${port}`,
      ],
    ],
  },
  {
    name: 'an image of one’s own, by the version that was measured',
    image: { dockerfile: 'FROM example.com/web:3', dotnetVersion: '5.0.17' },
    advice: [['dotnet-out-of-support', projects('10.0')]],
  },
  {
    name: 'the names on Docker Hub',
    image: {
      dockerfile:
        'FROM microsoft/dotnet:2.1-sdk AS build\nFROM microsoft/dotnet:2.1-aspnetcore-runtime-alpine\nCOPY --from=build /out /app',
    },
    advice: [
      [
        'dead-base-name',
        `In place of line 1:\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n\n${projects('10.0')}\n\n${port}`,
      ],
      [
        'dead-base-name',
        `In place of line 2:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\n\n${projects('10.0')}\n\n${port}`,
      ],
    ],
  },
  {
    name: 'dotnet/core',
    image: { dockerfile: 'FROM mcr.microsoft.com/dotnet/core/runtime-deps:3.1' },
    advice: [
      [
        'dead-base-name',
        `In place of line 1:\nFROM mcr.microsoft.com/dotnet/runtime-deps:10.0\n\n${projects('10.0')}`,
      ],
    ],
  },
  {
    name: 'a system past its end',
    image: {
      dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine3.20',
      base: os('ID=alpine\nVERSION_ID=3.20.8\n'),
      today: '2026-11-21',
    },
    advice: [
      ['system-out-of-support', 'In place of line 1:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine'],
    ],
  },
  {
    name: 'a system past its end below another image',
    image: { dockerfile: 'FROM debian:buster-slim', base: os('VERSION_ID="10"\nID=debian\n') },
    advice: [['system-out-of-support', 'Begin from a newer tag of debian, and build with --pull.']],
  },
  {
    name: 'a system with fixes',
    image: { dockerfile: 'FROM debian:12', base: os('ID=debian\nVERSION_ID="12"') },
    advice: [],
  },
  {
    name: 'a system with a hostile name',
    image: { dockerfile: 'FROM x', base: os('ID=constructor\nVERSION_ID="12"') },
    advice: [],
  },
])('knows $name', ({ image, advice }) => {
  expect(findUnsupportedBases(someFacts(image)).map(({ id, fix }) => [id, fix])).toEqual(advice)
})

test('says of an old name that its version has ended too', () => {
  const [advice] = findUnsupportedBases(
    someFacts({ dockerfile: 'FROM mcr.microsoft.com/dotnet/core/aspnet:3.1' }),
  )
  expect(advice?.title).toBe(
    'mcr.microsoft.com/dotnet/core/aspnet:3.1 is a name that gets no new images, and .NET 3.1 has had no fixes since 2022-12-13.',
  )
})

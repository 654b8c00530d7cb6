import { expect, test } from '@jest/globals'
import { fromLine, lastingSuffix, parseDotnetImage } from '../../../../src/measure/advice/dotnet-image.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

test.each<{
  name: string
  image: [kind: string, version: string | undefined, suffix: string, isDead: boolean] | undefined
}>([
  { name: 'mcr.microsoft.com/dotnet/aspnet:8.0', image: ['aspnet', '8.0', '', false] },
  { name: 'mcr.microsoft.com/dotnet/sdk:10.0.401-alpine3.22', image: ['sdk', '10.0', '-alpine3.22', false] },
  {
    name: 'mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled',
    image: ['runtime-deps', '10.0', '-noble-chiseled', false],
  },
  { name: 'mcr.microsoft.com/dotnet/nightly/runtime:11.0-preview', image: ['runtime', '11.0', '', false] },
  {
    name: `mcr.microsoft.com/dotnet/aspnet:9.0@sha256:${'a'.repeat(64)}`,
    image: ['aspnet', '9.0', '', false],
  },
  { name: 'mcr.microsoft.com/dotnet/aspnet', image: ['aspnet', undefined, '', false] },
  { name: 'mcr.microsoft.com/dotnet/aspnet:latest', image: ['aspnet', undefined, '', false] },
  { name: 'mcr.microsoft.com/dotnet/core/sdk:3.1-buster', image: ['sdk', '3.1', '', true] },
  { name: 'docker.io/microsoft/aspnetcore:2.0', image: ['aspnet', '2.0', '', true] },
  { name: 'microsoft/dotnet:1.1-runtime', image: ['runtime', '1.1', '', true] },
  { name: 'microsoft/dotnet', image: ['sdk', undefined, '', true] },
  { name: 'mcr.microsoft.com/dotnet/samples:aspnetapp', image: undefined },
  { name: 'example.com/mirror/dotnet/aspnet:8.0', image: ['aspnet', '8.0', '', false] },
  { name: 'example.com/shop/aspnet:8.0', image: undefined },
  { name: '$BASE', image: undefined },
])('reads $name', ({ name, image }) => {
  const parsed = parseDotnetImage(name)
  expect(parsed && [parsed.kind, parsed.version, parsed.suffix, parsed.isDead]).toEqual(image)
})

test.each([
  ['-alpine3.18', '-alpine'],
  ['-jammy-chiseled', '-noble-chiseled'],
  ['-jammy-chiseled-extra', '-noble-chiseled-extra'],
  ['-bullseye-slim', ''],
])('carries %s over to a newer version as "%s"', (suffix, lasting) => {
  expect(lastingSuffix(suffix)).toBe(lasting)
})

test('writes a FROM line anew where a variable stands for the image', () => {
  const dockerfile = parseDockerfile(
    'ARG TAG=6.0\nFROM mcr.microsoft.com/dotnet/aspnet:$TAG AS final',
    'Dockerfile',
    [],
  )
  const [stage] = dockerfile.stages
  expect(stage && fromLine(dockerfile, stage, 'aspnet:10.0')).toBe('FROM aspnet:10.0 AS final')
})

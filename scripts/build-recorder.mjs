/**
 * Compiles src/plan/instrument/process-recorder.cs in the .NET SDK's image, and writes it into recorder-assembly.ts beside it. With
 * `--check` it only says whether that is there. The compiler is deterministic: the same source gives the same bytes.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../src/plan/instrument/', import.meta.url))
const target = join(folder, 'recorder-assembly.ts')

// .NET Standard 2.0 is what every .NET that reads startup hooks can load.
const project = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
  <TargetFramework>netstandard2.0</TargetFramework><GenerateAssemblyInfo>false</GenerateAssemblyInfo>
  <GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute><DebugType>none</DebugType>
  <AssemblyName>dotnet-container-recorder</AssemblyName>
</PropertyGroup></Project>`
const dockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /recorder
COPY . .
RUN dotnet build -c Release -o /out recorder.csproj
FROM scratch
COPY --from=build /out/dotnet-container-recorder.dll /
`

const context = mkdtempSync(join(tmpdir(), 'recorder-'))
try {
  writeFileSync(join(context, 'recorder.csproj'), project)
  writeFileSync(join(context, 'Dockerfile'), dockerfile)
  const source = readFileSync(join(folder, 'process-recorder.cs'))
  writeFileSync(join(context, 'Recorder.cs'), source)
  const args = ['build', '--quiet', '--output', join(context, 'out'), context]
  const { status } = spawnSync('docker', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`docker build ended with ${status}.`)
  const assembly = readFileSync(join(context, 'out', 'dotnet-container-recorder.dll'))
  const lines = assembly.toString('base64').match(/.{1,100}/g) ?? []
  const text = [
    '/** process-recorder.cs for .NET Standard 2.0, as base64: written by scripts/build-recorder.mjs. */',
    `// SHA-256 of the source: ${createHash('sha256').update(source).digest('hex')}`,
    'export const recorderAssembly = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('')",
    '',
  ].join('\n')
  if (!process.argv.includes('--check')) writeFileSync(target, text)
  else if (readFileSync(target, 'utf8') !== text)
    throw new Error(`${target} is not what process-recorder.cs gives; run node scripts/build-recorder.mjs.`)
} finally {
  rmSync(context, { recursive: true, force: true })
}

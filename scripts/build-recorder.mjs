/**
 * Compiles src/plan/instrument/process-recorder.cs in the .NET SDK's image, and writes it into recorder-assembly.json beside it. With
 * `--check` it only says whether that is there. The compiler is deterministic: the same source gives the same bytes.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'

const folder = fileURLToPath(new URL('../src/plan/instrument/', import.meta.url))
const target = join(folder, 'recorder-assembly.json')

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
  const written = {
    sourceSha256: createHash('sha256').update(source).digest('hex'),
    brotliBase64: brotliCompressSync(assembly).toString('base64'),
  }
  if (!process.argv.includes('--check')) writeFileSync(target, `${JSON.stringify(written, undefined, 2)}\n`)
  else {
    // What compresses may be another version; what comes out of it counts.
    const { brotliBase64 } = JSON.parse(readFileSync(target, 'utf8'))
    if (!brotliDecompressSync(Buffer.from(brotliBase64, 'base64')).equals(assembly))
      throw new Error(`${target} is not what process-recorder.cs gives; run node scripts/build-recorder.mjs.`)
  }
} finally {
  rmSync(context, { recursive: true, force: true })
}

import { expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { docker } from '../e2e/harness/docker.ts'
import { pasteFixes } from '../e2e/harness/paste-fix.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { makeWorkspace, type Workspace } from '../e2e/harness/workspace.ts'

const microsoft = 'mcr.microsoft.com/dotnet'
const noise = randomBytes(300_000).toString('base64')
const files = {
  'Shop/Shop.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.0" />
  </ItemGroup>
</Project>
`,
  'Shop/Program.cs': `var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => Environment.UserName);
app.Run();
// ${noise.slice(0, 200_000)}
`,
  'Shop/obj/left.txt': 'of a build on somebody’s machine',
  'prices.csv': noise,
}

/** A build that all images here have in common, and a final stage. */
const dockerfile = (base: string, ...lines: string[]): string => `FROM ${microsoft}/sdk:10.0 AS build
WORKDIR /src
ARG BUILD_NUMBER=1
COPY Shop/Shop.csproj Shop/
RUN dotnet restore Shop
COPY Shop Shop
RUN dotnet publish Shop --no-restore -o /app/publish -p:InformationalVersion=1.0.$BUILD_NUMBER

FROM ${base}
WORKDIR /app
${['COPY --from=build /app/publish .', ...lines].join('\n')}
ENTRYPOINT ["dotnet", "Shop.dll"]
`

const inputs = { cache: 'off', baseline: 'off', 'missing-test-stage': 'skip' }
const started = { ...inputs, 'smoke-test': '/' }

interface Measured {
  compressedBytes: number
  uncompressedBytes: number
  advice: NonNullable<StepResult['report']>['advice']
}

async function measure(workspace: Workspace, how: Record<string, string> = started): Promise<Measured> {
  const result = await runAction({ workspace, inputs: how })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  const { image, advice = [] } = result.report ?? {}
  if (image === undefined) throw new Error(result.stdout)
  return { ...image, advice }
}

/** Follows advice: the image that it gives is built, starts, and has what the advice said. */
async function follow(workspace: Workspace, before: Measured, ids: string[]): Promise<Measured> {
  const followed = ids.map((id) => before.advice.find((one) => one.id === id))
  expect(followed.map((one) => one?.id)).toEqual(ids)
  const known = followed.filter((one) => one !== undefined)
  await pasteFixes(
    workspace,
    known.map(({ fix }) => fix),
  )
  const after = await measure(workspace)
  expect(after.advice.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([])
  for (const unit of ['compressedBytes', 'uncompressedBytes'] as const) {
    const said = known.reduce((sum, one) => sum + (one[unit] ?? 0), 0)
    if (said === 0) continue
    const measured = before[unit] - after[unit]
    expect({ ids, unit, said, measured, isRight: Math.abs(said / measured - 1) < 0.1 }).toMatchObject({
      isRight: true,
    })
  }
  return after
}

test('advice on the Dockerfile and on files is right when it is followed', async () => {
  await using workspace = await makeWorkspace({
    ...files,
    Dockerfile: dockerfile(
      `${microsoft}/aspnet:10.0`,
      'COPY --from=build /src /src',
      'COPY prices.csv /tmp/',
      'RUN wc -c /tmp/prices.csv && rm /tmp/prices.csv',
    ),
  })
  let image = await measure(workspace)
  image = await follow(workspace, image, ['source-files'])
  image = await follow(workspace, image, ['removed-later'])
  image = await follow(workspace, image, ['root-user', 'early-argument', 'no-dockerignore'])
  await follow(workspace, image, ['foreign-runtimes'])
  expect(await workspace.read('Dockerfile')).toContain('RUN --mount=type=bind,source=prices.csv')
})

/** What a chiseled image has: no shell, no package manager, a user. */
const chiseled = `FROM ${microsoft}/aspnet:10.0 AS aspnet
FROM scratch
COPY --from=aspnet /etc/passwd /etc/group /etc/
COPY --from=aspnet /usr/lib64/ld-linux-x86-64.so.2 /lib64/
COPY --from=aspnet /usr/lib/x86_64-linux-gnu/libc.so.6 /usr/lib/x86_64-linux-gnu/libm.so.6 /usr/lib/x86_64-linux-gnu/libdl.so.2 /usr/lib/x86_64-linux-gnu/libpthread.so.0 /usr/lib/x86_64-linux-gnu/librt.so.1 /usr/lib/x86_64-linux-gnu/libgcc_s.so.1 /usr/lib/x86_64-linux-gnu/libstdc++.so.6 /usr/lib/x86_64-linux-gnu/libssl.so.3 /usr/lib/x86_64-linux-gnu/libcrypto.so.3 /usr/lib/x86_64-linux-gnu/libz.so.1 /lib/x86_64-linux-gnu/
COPY --from=aspnet /usr/share/dotnet /usr/share/dotnet
ENV PATH=/usr/share/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true ASPNETCORE_HTTP_PORTS=8080
USER 1654
`

test('advice on the base image gives one that starts, as much smaller as it said', async () => {
  await using registry = await startRegistry()
  const folder = `${registry.address}/dotnet`
  const names = ['aspnet:8.0', 'aspnet:10.0', 'aspnet:10.0-noble-chiseled'].map((name) => `${folder}/${name}`)
  await using workspace = await makeWorkspace({ ...files, 'base/Dockerfile': chiseled })
  try {
    for (const name of names.slice(0, 2)) await docker('tag', `${microsoft}/aspnet:10.0`, name)
    const { context } = workspace
    await docker('buildx', 'build', '--load', '--tag', names[2] ?? '', workspace.path(`${context}/base`))
    for (const name of names.slice(1)) await docker('push', '--quiet', name)

    await workspace.write('Dockerfile', dockerfile(names[0] ?? ''))
    let image = await measure(workspace)
    image = await follow(workspace, image, ['dotnet-out-of-support'])
    await follow(workspace, image, ['smaller-base'])
    expect(await workspace.read('Dockerfile')).toContain(`FROM ${names[2]}\n`)
  } finally {
    await docker('image', 'rm', '--force', ...names)
  }

  await workspace.write('Dockerfile', dockerfile(`${microsoft}/runtime:10.0`))
  const image = await measure(workspace, inputs)
  await follow(workspace, image, ['missing-framework'])
})

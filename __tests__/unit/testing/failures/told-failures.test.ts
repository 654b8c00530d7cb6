import { expect, test } from '@jest/globals'
import { explainPrinted, explainWords } from './recorded-build.ts'

/*
 * What people have printed in public issues and questions about builds that failed, shortened to the lines that are read, and the headline
 * with the last line of what is said.
 */

const project = '[/src/src/App/App.csproj]'
const targets = '/usr/share/dotnet/sdk/8.0.100/Sdks/Microsoft.NET.Sdk/targets/Any.targets(1,5)'
const noFeed =
  'error NU1301: Unable to load the service index for source https://api.nuget.org/v3/index.json.'

test.each<{
  name: string
  printed: string[]
  title: string
  wayOut: RegExp
  command?: string
  from?: string
}>([
  {
    name: 'a tool whose newest version is for a newer .NET',
    command: 'dotnet tool install --global dotnet-ef',
    printed: [
      'error NU1202: Package dotnet-ef 10.0.0 is not compatible with net8.0 (.NETCoreApp,Version=v8.0) / any.',
    ],
    title: 'A reference is for another framework',
    wayOut: /^The newest version of the tool is for a newer \.NET than the SDK of the stage: name one for it/,
  },
  {
    name: 'a tool whose settings an older SDK does not find',
    command: 'dotnet tool install --global dotnet-ef',
    printed: [
      "Tool 'dotnet-ef' failed to update due to the following:",
      "The settings file in the tool's NuGet package is invalid: Settings file 'DotnetToolSettings.xml' was not found in the package.",
    ],
    title: 'NuGet packages could not be restored',
    wayOut: /^The newest version of the tool is for a newer \.NET/,
  },
  {
    name: 'migrations that want their database',
    command: 'dotnet ef database update',
    printed: [
      'Build started...',
      'Microsoft.Data.SqlClient.SqlException (0x80131904): A network-related or instance-specific error occurred while establishing a connection to SQL Server.',
    ],
    title: 'A step of the build wants a database',
    wayOut: /^A build has no database and no other service\./,
  },
  {
    name: 'a framework that only a newer Visual Studio knows',
    printed: [
      `${targets}: error NETSDK1209: The current Visual Studio version does not support targeting .NET 9.0. ${project}`,
    ],
    title: 'The .NET SDK is too old for the framework',
    wayOut: /Take one with a newer SDK\.$/,
  },
  {
    name: 'a solution that is published into one folder',
    printed: [
      `${targets}: error NETSDK1194: The --output option isn't supported when building a solution. [/src/Shop.sln]`,
    ],
    title: 'MSBuild stopped the build',
    wayOut: /^Name it in Dockerfile:4: in \/src the repository has src\/App\/App\.csproj\.$/,
  },
  {
    name: 'an SDK of MSBuild that is a package',
    printed: [
      "/src/AppHost/AppHost.csproj : error MSB4236: The SDK 'Aspire.AppHost.Sdk/9.0.0' specified could not be found.",
    ],
    title: 'An MSBuild SDK was not found',
    wayOut: /^It is a package of NuGet: it needs a version/,
  },
  {
    name: 'an SDK of MSBuild that the image has to have',
    printed: [
      "/src/src/App/App.csproj : error MSB4236: The SDK 'Microsoft.NET.Sdk.Web' specified could not be found.",
    ],
    title: 'An MSBuild SDK was not found',
    wayOut: /could not be found\.$/,
  },
  {
    name: 'a compiler of gRPC that is made for glibc',
    from: 'mcr.microsoft.com/dotnet/sdk:8.0-alpine',
    printed: [
      `/root/.nuget/packages/grpc.tools/1.19.0/build/_protobuf/Google.Protobuf.Tools.targets(263,5): error MSB6003: The specified task executable "/root/.nuget/packages/grpc.tools/1.19.0/tools/linux_x64/protoc" could not be run. No such file or directory ${project}`,
    ],
    title: 'A native library is not in the image',
    wayOut: /sdk:8\.0-alpine \(Dockerfile:1\)\. Alpine has musl, .*PROTOBUF_PROTOC=\/usr\/bin\/protoc/,
  },
  {
    name: 'a program of a project that crashes',
    printed: [`/any.targets(1,5): error MSB6006: "protoc" exited with code 139. ${project}`],
    title: 'A command of the project failed',
    wayOut: /^The command crashed \(SIGSEGV\)\.$/,
  },
  {
    name: 'a library that Native AOT links with',
    printed: [
      '/usr/bin/ld.bfd: cannot find -lz: No such file or directory',
      `clang : error : linker command failed with exit code 1 (use -v to see invocation) ${project}`,
    ],
    title: 'A native library is not in the image',
    wayOut: /clang zlib1g-dev .* the libraries of that one\.$/,
  },
  {
    name: 'a feed that says last why it can not be reached',
    printed: [
      `/src/src/App/App.csproj : ${noFeed}`,
      '/src/src/App/App.csproj : error NU1301:   The SSL connection could not be established, see inner exception.',
      '/src/src/App/App.csproj : error NU1301:   Authentication failed because the remote party sent a TLS alert: ProtocolVersion.',
    ],
    title: 'NuGet packages could not be restored',
    wayOut:
      /could not be reached: Authentication failed because the remote party sent a TLS alert: ProtocolVersion\.$/,
  },
  {
    name: 'a feed that does not answer in time',
    printed: [
      `/src/src/App/App.csproj : ${noFeed}`,
      "/src/src/App/App.csproj : error NU1301:   The HTTP request to 'GET https://api.nuget.org/v3/index.json' has timed out after 100000ms.",
    ],
    title: 'NuGet packages could not be restored',
    wayOut: /could not be reached: The HTTP request .* has timed out after 100000ms\.$/,
  },
  {
    name: 'a package whose download breaks off',
    printed: [
      "/sdk/NuGet.targets(123,5): error : Failed to download package 'System.Threading.Tasks.4.3.0' from 'https://acme.example/flat2/a.nupkg'. [/src/Shop.sln]",
      '/sdk/NuGet.targets(123,5): error :   Received an unexpected EOF or 0 bytes from the transport stream. [/src/Shop.sln]',
    ],
    title: 'NuGet packages could not be restored',
    wayOut: /Received an unexpected EOF/,
  },
  {
    name: 'a provider of credentials that asks for somebody',
    printed: [
      '    [CredentialProvider]DeviceFlow: https://pkgs.dev.azure.com/acme/_packaging/internal/nuget/v3/index.json',
      '/src/src/App/App.csproj : error NU1301: The plugin credential provider could not acquire credentials. Authentication may require manual action.',
    ],
    title: 'NuGet packages could not be restored',
    wayOut:
      /^NU1301 The feed https:\/\/pkgs\.dev\.azure\.com\/acme\/_packaging\/internal\/nuget\/v3\/index\.json wants credentials/,
  },
  {
    name: 'a signature that can not be verified',
    printed: [
      "/src/src/App/App.csproj : error NU3028: Package 'A 6.0.0' from source 'https://api.nuget.org/v3/index.json': The author primary signature's timestamp found a chain building issue: UntrustedRoot",
    ],
    title: 'NuGet packages could not be restored',
    wayOut: /DOTNET_NUGET_SIGNATURE_VERIFICATION=false/,
  },
  {
    name: 'a restore that was not for ReadyToRun',
    printed: [
      `${targets}: error NETSDK1094: Unable to optimize assemblies for performance: a valid runtime package was not found. ${project}`,
    ],
    title: 'A framework or runtime was not restored',
    wayOut: /\(-r\) and -p:PublishReadyToRun=true, or leave/,
  },
  {
    name: 'a version of C# that a newer compiler knows',
    printed: [
      "/src/src/App/App.csproj : error CS1617: Invalid option '14' for /langversion. Use '/langversion:?' to list supported values.",
    ],
    title: 'The compiler did not get to the code',
    wayOut: /Take one with a newer SDK\.$/,
  },
  {
    name: 'a manager of packages that other images have',
    from: 'mcr.microsoft.com/dotnet/sdk:8.0-alpine',
    command: 'apt-get update',
    printed: ['/bin/sh: apt-get: not found'],
    title: 'A program is not in the image',
    wayOut: /It has no apt-get: Alpine has apk add/,
  },
  {
    name: 'a release of Debian that is gone',
    command: 'apt-get update',
    printed: [
      "E: The repository 'http://deb.debian.org/debian buster Release' does not have a Release file.",
    ],
    title: 'A system package could not be installed',
    wayOut: /is not served any more: take a newer base image\.$/,
  },
  {
    name: 'a download with another checksum',
    command: 'sha512sum -c sums',
    printed: ['dotnet.tar.gz: FAILED', 'sha512sum: WARNING: 1 computed checksum did NOT match'],
    title: 'A download failed',
    wayOut: /did NOT match$/,
  },
  {
    name: 'Java, which a scanner wants',
    command: 'dotnet sonarscanner end',
    printed: [
      'ERROR: JAVA_HOME not found in your environment, and no Java',
      '       executable present in the PATH.',
    ],
    title: 'A program is not in the image',
    wayOut: /It has no Java: install it in a RUN above/,
  },
])(
  'of $name the way out is said',
  async ({
    printed,
    title,
    wayOut,
    command = 'dotnet publish',
    from = 'mcr.microsoft.com/dotnet/sdk:8.0',
  }) => {
    const files = {
      'src/App/App.csproj': '<Project />',
      Dockerfile: `FROM ${from} AS build\nWORKDIR /src\nCOPY . .\nRUN ${command}\n`,
    }
    const told = await explainPrinted(files, 4, printed)
    expect(told.title).toBe(title)
    expect(told.message.split('\n').at(-1)).toMatch(wayOut)
  },
)

test.each<{ name: string; words: string; title: string; wayOut: RegExp }>([
  {
    name: 'a layer of an image that a registry limits',
    words:
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/node/blobs/sha256:ab: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
    title: 'The registry of a base image limits pulls',
    wayOut: /^Log in to it before this step/,
  },
  {
    name: 'a layer that arrived broken',
    words:
      'failed to compute cache key: failed commit on ref "layer-sha256:ab": unexpected commit digest sha256:cd, expected sha256:ab: failed precondition',
    title: 'A base image could not be pulled',
    wayOut: /start the job again\.$/,
  },
  {
    name: 'a COPY of several files to a name without a slash',
    words:
      'When using COPY with more than one source file, the destination must be a directory and end with a /',
    title: 'The Dockerfile has an error',
    wayOut: /^ {2}COPY a b c$/,
  },
  {
    name: 'a variable that Dockerfiles can not write so',
    words: 'failed to process "/src/${A:x}": unsupported modifier (x) in substitution',
    title: 'The Dockerfile has an error',
    wayOut: /^ {2}COPY a b c$/,
  },
  {
    name: 'a folder in the place of a file',
    words: 'cannot replace to directory /var/lib/docker/overlay2/ab/merged/src/node_modules with file',
    title: 'A folder and a file of one name meet in a COPY',
    wayOut: /^Dockerfile:2: \/src\/node_modules is a folder here and a file or link there\. Keep it out/,
  },
  {
    name: 'a folder of a database in the build context',
    words: 'error from sender: open data/pgdata: permission denied',
    title: 'A file of the build context can not be read',
    wayOut: /^data\/pgdata: permission denied for the user who builds\. Keep it out/,
  },
  {
    name: 'a builder without memory',
    words:
      'ResourceExhausted: process "/bin/sh -c dotnet publish" did not complete successfully: cannot allocate memory',
    title: 'The build ran out of memory',
    wayOut: /^Give the builder more/,
  },
])('of $name BuildKit’s words are sorted', async ({ words, title, wayOut }) => {
  const told = await explainWords('FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY a b c\n', 2, words)
  expect(told.title).toBe(title)
  expect(told.message.split('\n').at(-1)).toMatch(wayOut)
})

test('an engine that stopped answering is not a step that wants Docker', async () => {
  const words =
    'The Docker engine at unix:///var/run/docker.sock stopped answering: the build fell silent, and then 3 questions in a row got no answer ' +
    '(Cannot connect to the Docker daemon at unix:///var/run/docker.sock). Look at the log of the engine, restart it, and run the job again.'
  const told = await explainWords(
    'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN sleep 9\n',
    undefined,
    words,
  )
  expect(told.title).toBeUndefined()
  expect(told.message).toContain('stopped answering')
})

test('a stage that begins below is told, since it was taken for an image', async () => {
  const dockerfile = 'FROM tests AS test\nRUN dotnet test\n\nFROM sdk AS tests\n'
  const words = 'tests: failed to resolve source metadata for docker.io/library/tests:latest: not found'
  expect(await explainWords(dockerfile, 1, words)).toMatchObject({
    title: 'No stage has that name',
    message:
      'Dockerfile:1: stage tests begins below, at Dockerfile:4, so it was taken for an image: a stage takes only from those above it.',
  })
})

test('a command without RUN is told from a line that should have gone on', async () => {
  const text = 'FROM mcr.microsoft.com/dotnet/sdk:10.0\nWORKDIR /src\ndotnet test A\n'
  const unknown = 'dockerfile parse error on line 3: unknown instruction: dotnet'
  const last = async (dockerfile: string): Promise<string | undefined> =>
    (await explainWords(dockerfile, 3, unknown)).message.split('\n').at(-1)
  expect(await last(text)).toBe('A command of a shell stands behind RUN: RUN dotnet test A')
  expect(await last(text.replace('WORKDIR /src', 'RUN dotnet restore &&'))).toMatch(/has to end in \\$/)
})

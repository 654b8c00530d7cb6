import { expect, test } from '@jest/globals'
import { explainRecorded } from './recorded-build.ts'

test.each<{ name: string; recorded: string; title: string; line: number | undefined; message: string[] }>([
  {
    name: 'a FROM whose ARG has no value',
    recorded: 'base-arg-missing',
    title: 'A build argument has no value',
    line: 9,
    message: [
      'Dockerfile:9, FROM ${BASE} AS final, needs the build argument BASE: it has no value, and ARG BASE (line 1) has no default.',
      'Set the input build-args: BASE=…, or give it a default: ARG BASE=…',
    ],
  },
  {
    name: 'a tag whose ARG has no value',
    recorded: 'fromtag',
    title: 'A build argument has no value',
    line: 2,
    message: [
      'Dockerfile:2, FROM mcr.microsoft.com/dotnet/aspnet:${TAG}, needs the build argument TAG: it has no value, and ARG TAG (line 1) has no default.',
      'Set the input build-args: TAG=…, or give it a default: ARG TAG=…',
    ],
  },
  {
    name: 'a FROM with a variable that no ARG declares',
    recorded: 'fromregistry',
    title: 'A build argument has no value',
    line: 1,
    message: [
      'Dockerfile:1, FROM ${REGISTRY}/dotnet/sdk:10.0, needs the build argument REGISTRY: it has no value, and no ARG REGISTRY stands above the first FROM, the only place that FROM reads.',
      'Write ARG REGISTRY=… above the first FROM; the input build-args then sets another value: REGISTRY=…',
    ],
  },
  {
    name: 'a platform with a variable that no ARG declares',
    recorded: 'fromplatform',
    title: 'A build argument has no value',
    line: 1,
    message: [
      'Dockerfile:1, FROM --platform=$NOPE mcr.microsoft.com/dotnet/aspnet:10.0, needs the build argument NOPE: it has no value, and no ARG NOPE stands above the first FROM, the only place that FROM reads.',
      'Write ARG NOPE=… above the first FROM; the input build-args then sets another value: NOPE=…',
    ],
  },
  {
    name: 'checks that are errors',
    recorded: 'check',
    title: 'Checks of the Dockerfile failed',
    line: 2,
    message: [
      "Dockerfile:2: StageNameCasing: Stage name 'Base' should be lowercase",
      "Dockerfile:2: FromAsCasing: 'as' and 'FROM' keywords' casing do not match",
      'Dockerfile:3: SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ENV "API_TOKEN")',
      'Dockerfile:4: JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
      'Dockerfile:1 makes errors of them. Mend them, or leave one out: # check=skip=StageNameCasing;error=true',
    ],
  },
  {
    name: 'an instruction that does not exist',
    recorded: 'parse1',
    title: 'The Dockerfile has an error',
    line: 2,
    message: ['Dockerfile:2: unknown instruction: RUNN (did you mean RUN?)', '  RUNN echo hi'],
  },
  {
    name: 'a variable where none may stand',
    recorded: 'copyfromarg',
    title: 'The Dockerfile has an error',
    line: undefined,
    message: [
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    ],
  },
  {
    name: 'a build secret that is required',
    recorded: 'secret-required-missing',
    title: 'A build secret was not given',
    line: 4,
    message: [
      'RUN of Dockerfile:4 requires the build secret nuget, and the build has none with a value.',
      'Set the input secrets: nuget=${{ secrets.NUGET }}, or secret-envs or secret-files. Runs of forks have no secrets, and those of Dependabot only its own.',
    ],
  },
  {
    name: 'the file of a build secret that is not required',
    recorded: 'secretfile',
    title: 'A build secret was not given',
    line: 2,
    message: [
      'RUN of Dockerfile:2 reads the build secret nuget, and the build has none with a value.',
      'Set the input secrets: nuget=${{ secrets.NUGET }}, or secret-envs or secret-files. Runs of forks have no secrets, and those of Dependabot only its own.',
    ],
  },
  {
    name: 'an SSH key that is required',
    recorded: 'ssh',
    title: 'An SSH key was not given to the build',
    line: 2,
    message: [
      'A RUN requires the SSH key default. Start an agent that has it, and set the input ssh: default. Runs of forks have no secrets.',
    ],
  },
  {
    name: 'a base image that is not there',
    recorded: 'reg404',
    title: 'A base image was not found',
    line: 1,
    message: [
      'Dockerfile:1: 127.0.0.1:18401/team/base:1: 127.0.0.1:18401/team/base:1: not found',
      'The registry has no such name or tag, or not for this platform.',
    ],
  },
  {
    name: 'a base image that may not be read',
    recorded: 'reg401',
    title: 'A base image could not be pulled',
    line: 1,
    message: [
      'Dockerfile:1: 127.0.0.1:18401/secret/base:1: unexpected status from HEAD request to http://127.0.0.1:18401/v2/secret/base/manifests/1: 401 Unauthorized',
      'Is the name right? Else log in to its registry before this step (docker/login-action), with an account that may read it. Runs of forks have no secrets.',
    ],
  },
  {
    name: 'a registry that limits pulls',
    recorded: 'reg429',
    title: 'The registry of a base image limits pulls',
    line: 1,
    message: [
      'Dockerfile:1: 127.0.0.1:18401/limit/base:1: unexpected status from HEAD request to http://127.0.0.1:18401/v2/limit/base/manifests/1: 429 Too Many Requests',
      'Log in to it before this step (docker/login-action), or take the image from another registry.',
    ],
  },
  {
    name: 'a feed that does not answer, asked by two projects',
    recorded: 'feed-down',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'NU1301 The feed http://127.0.0.1:9/v3/index.json could not be reached: Connection refused (127.0.0.1:9).',
    ],
  },
  {
    name: 'a feed whose name nobody knows',
    recorded: 'feeddns',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'NU1301 The feed https://nuget.acme.example/v3/index.json could not be reached: Name or service not known (nuget.acme.example:443).',
    ],
  },
  {
    name: 'a feed that wants credentials',
    recorded: 'feed401',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'NU1301 The feed http://127.0.0.1:18401/401/v3/index.json refused: 401 (Unauthorized). It wants credentials: give them to this RUN as a build secret, --mount=type=secret,id=nuget, and the input secrets: nuget=…',
    ],
  },
  {
    name: 'a feed that is a web page',
    recorded: 'feedhtml',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'NU1301 The feed http://127.0.0.1:18401/html/v3/index.json answered with something that is no feed, such as a page to log in.',
    ],
  },
  {
    name: 'a package that no feed has',
    recorded: 'nu1101',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'src/App/App.csproj: NU1101 Unable to find package Acme.No.Such.Package. No packages exist with this id in source(s): nuget.org',
    ],
  },
  {
    name: 'a version that no feed has',
    recorded: 'nu1102',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'src/App/App.csproj: NU1102 Unable to find package Newtonsoft.Json with version (>= 99.0.0)',
      '- Found 10 version(s) in nuget.org [ Nearest version: 14.0.1-beta2 ]',
    ],
  },
  {
    name: 'a version that is not there, with warnings as errors',
    recorded: 'nu1603',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'src/App/App.csproj: NU1603 Warning As Error: App depends on Newtonsoft.Json (>= 13.0.0) but Newtonsoft.Json 13.0.0 was not found. Newtonsoft.Json 13.0.1 was resolved instead.',
    ],
  },
  {
    name: 'a lock file that does not fit',
    recorded: 'nu1004',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      "src/App/App.csproj: NU1004 The package reference Newtonsoft.Json version has changed from [13.0.1, ) to [13.0.3, ).The packages lock file is inconsistent with the project dependencies so restore can't be run in locked mode. Disable the RestoreLockedMode MSBuild property or pass an explicit --force-evaluate option to run restore to update the lock file.",
      'packages.lock.json is not what the projects ask for. Run dotnet restore --force-evaluate, and commit the lock file.',
    ],
  },
  {
    name: 'a project that was never restored',
    recorded: 'netsdk1004',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      "src/App/App.csproj: NETSDK1004 Assets file '/src/src/App/obj/project.assets.json' not found. Run a NuGet package restore to generate this file.",
      'No RUN above restores this project, and --no-restore leaves it out here. Restore it, or leave --no-restore out.',
    ],
  },
  {
    name: 'a restore for another runtime',
    recorded: 'netsdk1047',
    title: 'NuGet packages could not be restored',
    line: 5,
    message: [
      "src/App/App.csproj: NETSDK1047 Assets file '/src/src/App/obj/project.assets.json' doesn't have a target for 'net10.0/linux-arm64'. Ensure that restore has run and that you have included 'net10.0' in the TargetFrameworks for your project. You may also need to include 'linux-arm64' in your project's RuntimeIdentifiers.",
      'The restore above was for another framework or runtime. Give it the same --runtime (-r), or leave --no-restore out.',
    ],
  },
  {
    name: 'central package versions that are copied after the restore',
    recorded: 'cpm-missing',
    title: 'NuGet packages could not be restored',
    line: 6,
    message: [
      'tests/Ledger.Tests/Ledger.Tests.csproj: NU1015 The following PackageReference item(s) do not have a version specified: Microsoft.NET.Test.Sdk, xunit, xunit.runner.visualstudio',
      'No COPY brings Directory.Packages.props into stage build before Dockerfile:6, RUN dotnet restore',
      'Add above Dockerfile:6:',
      '  COPY Directory.Packages.props ./',
    ],
  },
  {
    name: 'common properties that are copied after the restore',
    recorded: 'netsdk1013',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      "src/App/App.csproj: NETSDK1013 The TargetFramework value '' was not recognized. It may be misspelled. If not, then the TargetFrameworkIdentifier and/or TargetFrameworkVersion properties must be specified explicitly.",
      'No COPY brings Directory.Build.props into stage build before Dockerfile:4, RUN dotnet restore src/App',
      'Add above Dockerfile:4:',
      '  COPY Directory.Build.props ./',
    ],
  },
  {
    name: 'a project that is copied after the restore',
    recorded: 'forgotten-csproj',
    title: 'A project was not copied before the restore',
    line: 10,
    message: [
      'No COPY brings core/Core.csproj into stage build before Dockerfile:5, RUN dotnet restore tests/Depot.Tests && dotnet restore src/Depot',
      'Add above Dockerfile:5:',
      '  COPY core/*.csproj core/',
    ],
  },
  {
    name: 'a project of the solution that is copied after the restore',
    recorded: 'msb3202',
    title: 'A project was not copied before the restore',
    line: 5,
    message: [
      'No COPY brings src/Core/Core.csproj into stage build before Dockerfile:5, RUN dotnet restore',
      'Add above Dockerfile:5:',
      '  COPY src/Core/*.csproj src/Core/',
    ],
  },
  {
    name: 'a project that is never copied',
    recorded: 'msb9008',
    title: 'A project was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings src/Core/Core.csproj into stage build before Dockerfile:4, RUN dotnet publish src/App -o /out',
      'Add above Dockerfile:4:',
      '  COPY src/Core/ src/Core/',
    ],
  },
  {
    name: 'a project that is copied to another folder',
    recorded: 'msb1009',
    title: 'A project is in another folder of the stage',
    line: 4,
    message: [
      'src/App/App.csproj is not where the build looks for it: COPY of Dockerfile:3 puts it at /src/App/App.csproj, and it is looked for at /src/src/App/App.csproj. Dockerfile:4 runs in /src, and from there it is App/App.csproj.',
    ],
  },
  {
    name: 'projects that .dockerignore keeps out',
    recorded: 'ignored-tests',
    title: 'A project is kept out of the build',
    line: 5,
    message: [
      'tests/Ledger.Tests/Ledger.Tests.csproj is not where the build looks for it: line 3 of .dockerignore, "**/*Tests*", keeps it out.',
    ],
  },
  {
    name: 'an import that is never copied',
    recorded: 'msb4019',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings build/common.props into stage build before Dockerfile:4, RUN dotnet publish src/App -o /out',
      'Add above Dockerfile:4:',
      '  COPY build/common.props build/',
    ],
  },
  {
    name: 'a source file that is never copied',
    recorded: 'cs2001',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings src/Shared/AssemblyInfo.cs into stage build before Dockerfile:4, RUN dotnet publish src/App -o /out',
      'Add above Dockerfile:4:',
      '  COPY src/Shared/AssemblyInfo.cs src/Shared/',
    ],
  },
  {
    name: 'a key that is never copied',
    recorded: 'snk',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings key.snk into stage build before Dockerfile:4, RUN dotnet publish src/App -o /out',
      'Add above Dockerfile:4:',
      '  COPY key.snk ./',
    ],
  },
  {
    name: 'a content file that .dockerignore keeps out',
    recorded: 'msb3030',
    title: 'A file is kept out of the build',
    line: 4,
    message: [
      'src/config/app.json is not where the build looks for it: line 1 of .dockerignore, "**/*.json", keeps it out.',
    ],
  },
  {
    name: 'obj of a Windows machine',
    recorded: 'windows-obj',
    title: 'The restore of another machine is in the way',
    line: 10,
    message: [
      'COPY of Dockerfile:6 brought tests/Depot.Tests/obj/project.assets.json of another machine into the stage, with paths such as C:\\Program Files (x86)\\Microsoft Visual Studio\\Shared\\NuGetPackages.',
      'There is no .dockerignore: add one with the lines **/bin and **/obj.',
    ],
  },
  {
    name: 'a project of the test platform without its global.json',
    recorded: 'mtp-globaljson-left',
    title: 'The SDK took VSTest for a Testing Platform project',
    line: 8,
    message: [
      'dotnet test runs VSTest unless a global.json above the project chooses Microsoft.Testing.Platform.',
      'No COPY brings global.json into stage test before Dockerfile:8, RUN dotnet test tests/Depot.Tests/Depot.Tests.csproj -c Release',
      'Add above Dockerfile:8:',
      '  COPY global.json ./',
    ],
  },
  {
    name: 'an option of the test platform without its global.json',
    recorded: 'mtpproject',
    title: 'The SDK took VSTest for a Testing Platform project',
    line: 8,
    message: [
      'dotnet test runs VSTest unless a global.json above the project chooses Microsoft.Testing.Platform.',
      'No COPY brings global.json into stage test before Dockerfile:8, RUN dotnet test --project tests/Depot.Tests -c Release',
      'Add above Dockerfile:8:',
      '  COPY global.json ./',
    ],
  },
  {
    name: 'a project of VSTest with a global.json of the test platform',
    recorded: 'mtpreverse',
    title: 'The SDK took Microsoft.Testing.Platform for VSTest',
    line: 5,
    message: [
      'global.json defines test runner to be Microsoft.Testing.Platform. All projects must use that test runner.',
      'The following test projects are using VSTest test runner:',
      'Ledger.Tests.csproj',
      'global.json of the stage chooses Microsoft.Testing.Platform. Let all test projects and options be made for it, or take "runner" out of global.json.',
    ],
  },
  {
    name: 'an SDK that the image does not have',
    recorded: 'sdkversion',
    title: 'The image has another .NET SDK than global.json wants',
    line: 4,
    message: [
      'A compatible .NET SDK was not found.',
      '/src/global.json wants the SDK 9.0.300, and the image has 10.0.401.',
      'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
    ],
  },
  {
    name: 'a framework that the SDK does not know',
    recorded: 'netsdk1045',
    title: 'The .NET SDK is too old for the framework',
    line: 4,
    message: [
      'src/App/App.csproj: NETSDK1045 The current .NET SDK does not support targeting .NET 11.0.  Either target .NET 10.0 or lower, or use a version of the .NET SDK that supports .NET 11.0. Download the .NET SDK from https://aka.ms/dotnet/download',
      'The SDK is that of mcr.microsoft.com/dotnet/sdk:10.0, FROM of Dockerfile:1: take a newer one.',
    ],
  },
  {
    name: 'coverage below coverlet’s threshold',
    recorded: 'coverlet-threshold',
    title: 'Coverage is below the threshold',
    line: 5,
    message: ['The minimum line coverage is below the specified 95'],
  },
  {
    name: 'an error of a target of the team’s own',
    recorded: 'my001',
    title: 'MSBuild stopped the build',
    line: 4,
    message: ['src/App/App.csproj:3: MY001 Set ACME_REGION before you build.'],
  },
  {
    name: 'a command that a target runs',
    recorded: 'msb3073',
    title: 'A command of the project failed',
    line: 4,
    message: [
      'src/App/App.csproj:3: MSB3073 The command "sh gen.sh" exited with code 3.',
      '    schema.json: line 3: unexpected token',
    ],
  },
  {
    name: 'a warning that is an error',
    recorded: 'warnaserror',
    title: 'The code did not compile: 1 error',
    line: 4,
    message: ["src/App/Program.cs:1: CS0219 The variable 'x' is assigned but its value is never used"],
  },
  {
    name: 'Visual Basic that does not compile',
    recorded: 'vb',
    title: 'The code did not compile: 1 error',
    line: 4,
    message: [
      "src/App/Program.vb:3: BC30451 'Missing' is not declared. It may be inaccessible due to its protection level.",
    ],
  },
  {
    name: 'a lock file that npm refuses',
    recorded: 'npm',
    title: 'npm packages could not be installed',
    line: 7,
    message: [
      'npm error code EUSAGE',
      'npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.',
      'npm error Missing: lib@1.0.0 from lock file',
    ],
  },
  {
    name: 'a script of node that throws',
    recorded: 'tsc',
    title: 'A script of package.json failed',
    line: 7,
    message: ['Error: Missing environment variable API_URL'],
  },
  {
    name: 'a script with the line ends of Windows',
    recorded: 'scriptcrlf',
    title: 'A script has the line ends of Windows',
    line: 3,
    message: [
      'The lines of x end in CR LF, and Linux takes the CR for a part of each. Keep LF: in .gitattributes, x text eol=lf',
    ],
  },
  {
    name: 'a script without the right to execute',
    recorded: 'scriptperm',
    title: 'A script may not be executed',
    line: 3,
    message: [
      'x has no right to execute. Give it one, git update-index --chmod=+x x, or start it with its shell: RUN sh ./x',
    ],
  },
  {
    name: 'a command of docker',
    recorded: 'dockersock',
    title: 'A step of the build wants Docker',
    line: 2,
    message: [
      '/bin/sh: 1: docker: not found',
      'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, for example with --filter, and run them in a job step after this one.',
    ],
  },
  {
    name: 'Testcontainers',
    recorded: 'tc',
    title: 'A step of the build wants Docker',
    line: 5,
    message: [
      'DotNet.Testcontainers.Builders.DockerUnavailableException : Docker is either not running or misconfigured. Please ensure that Docker is running and that the endpoint is properly configured.',
      'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, for example with --filter, and run them in a job step after this one.',
    ],
  },
  {
    name: 'a stage that begins from an image without the SDK',
    recorded: 'nosdk',
    title: 'The stage has no .NET SDK',
    line: 5,
    message: [
      'No .NET SDKs were found.',
      'The stage begins from mcr.microsoft.com/dotnet/aspnet:10.0 (Dockerfile:1). Let it begin from an image with the SDK, such as mcr.microsoft.com/dotnet/sdk:10.0.',
    ],
  },
  {
    name: 'a stage that begins from an image without a shell',
    recorded: 'noshell',
    title: 'The image has no shell',
    line: 3,
    message: [
      'runc run failed: unable to start container process: exec: "/bin/sh": stat /bin/sh: no such file or directory',
      'The stage begins from scratch (Dockerfile:1). No RUN works there: put it into a stage that begins from an sdk image, and take the result with COPY --from.',
    ],
  },
  {
    name: 'an image without ICU',
    recorded: 'noicu',
    title: 'The image has no ICU',
    line: 5,
    message: [
      "Couldn't find a valid ICU package installed on the system. Please install libicu (or icu-libs) using your package manager and try again. Alternatively you can set the configuration flag System.Globalization.Invariant to true if you want to run with no globalization support. Please see https://aka.ms/dotnet-missing-libicu for more information.",
      'Install it above this RUN (Alpine: apk add icu-libs icu-data-full, Debian and Ubuntu: apt-get install libicu-dev), or do without: ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1',
    ],
  },
  {
    name: 'an app for another runtime',
    recorded: 'runtimeversion',
    title: 'The image has another .NET runtime than the app wants',
    line: 4,
    message: [
      'You must install or update .NET to run this application.',
      'App: /src/src/App/bin/Debug/net10.0/App.dll',
      "Framework: 'Microsoft.NETCore.App', version '9.0.0' (x64)",
      'The stage begins from mcr.microsoft.com/dotnet/sdk:10.0 (Dockerfile:1). Take an image of that version, or let the app take a newer one: <RollForward>Major</RollForward> in its project.',
    ],
  },
  {
    name: 'a user that the image does not have',
    recorded: 'nouser',
    title: 'A user is not in the image',
    line: 4,
    message: [
      'process "/bin/sh -c dotnet --version" did not complete successfully: unable to find user deploy: no matching entries in passwd file',
      'The stage begins from mcr.microsoft.com/dotnet/sdk:10.0 (Dockerfile:1). It has no deploy: add it above USER, RUN useradd deploy, or take USER $APP_UID, which .NET’s images have.',
    ],
  },
  {
    name: 'a program for another processor',
    recorded: 'execformat',
    title: 'A program is for another processor',
    line: 4,
    message: [
      'exec /usr/bin/tool: exec format error',
      'The stage begins from mcr.microsoft.com/dotnet/sdk:10.0 (Dockerfile:1). It, or what COPY brought, is for another platform than this step. For images of other platforms add docker/setup-qemu-action above this step, or build on the own one: FROM --platform=$BUILDPLATFORM.',
    ],
  },
  {
    name: 'a disk that is full',
    recorded: 'nospace',
    title: 'No space is left on the disk',
    line: 3,
    message: [
      "dd: error writing '/t/x': No space left on device",
      'Make room on the machine before this step, or let .dockerignore keep large folders (bin, obj, node_modules, .git) out of the build.',
    ],
  },
  {
    name: 'a user who may not write what root has copied',
    recorded: 'userperm',
    title: 'The user of the stage has no permission',
    line: 6,
    message: [
      "src/App/App.csproj: Access to the path '/src/src/App/obj' is denied.",
      'Permission denied',
      'USER of Dockerfile:4 is 1654, and what WORKDIR, COPY and earlier RUNs made belongs to root. Move USER below this RUN, or give it the files: COPY --chown=1654 …',
    ],
  },
  {
    name: 'a target that runs npm where there is none',
    recorded: 'npmexec',
    title: 'A program is not in the image',
    line: 5,
    message: [
      'src/App/App.csproj:3: MSB3073 The command "npm ci" exited with code 127.',
      '/usr/bin/sh: 2: /tmp/MSBuildTempGKdvJR/tmpc051da03c4a84a6fb5e5d12dc7f8c12e.exec.cmd: npm: not found',
      'The stage begins from mcr.microsoft.com/dotnet/sdk:10.0 (Dockerfile:1). It has no npm: install it in a RUN above, or do this in a stage whose image has it and COPY --from that.',
    ],
  },
  {
    name: 'the exec form with single quotes',
    recorded: 'singlequotes',
    title: 'A program is not in the image',
    line: 3,
    message: [
      '/bin/sh: 1: [dotnet,: not found',
      'The form with brackets needs double quotes, or else a shell reads it: RUN ["dotnet", "test"]',
    ],
  },
  {
    name: 'a manifest of tools that is copied after their restore',
    recorded: 'toolmanifest',
    title: 'A .NET tool is not in the stage',
    line: 6,
    message: [
      '* You intended to execute a .NET program, but dotnet-ef does not exist.',
      'No COPY brings .config/dotnet-tools.json into stage build before Dockerfile:4, RUN dotnet tool restore',
      'Add above Dockerfile:4:',
      '  COPY .config/dotnet-tools.json .config/',
    ],
  },
  {
    name: 'a workload that the image does not have',
    recorded: 'netsdk1147',
    title: 'A workload of the .NET SDK is missing',
    line: 4,
    message: [
      'src/App/App.csproj: NETSDK1147 To build this project, the following workloads must be installed: android',
      'src/App/App.csproj: NETSDK1147 To install these workloads, run the following command: dotnet workload restore',
      'Add above Dockerfile:4:',
      '  RUN dotnet workload install android',
    ],
  },
  {
    name: 'a project for Windows',
    recorded: 'netsdk1100',
    title: 'A project is for Windows',
    line: 4,
    message: [
      'src/App/App.csproj: NETSDK1100 To build a project targeting Windows on this operating system, set the EnableWindowsTargeting property to true.',
      'To build it here all the same: <EnableWindowsTargeting>true</EnableWindowsTargeting>. It only runs on Windows.',
    ],
  },
  {
    name: 'a solution that has become another file',
    recorded: 'slnx',
    title: 'dotnet does not find the project',
    line: 4,
    message: [
      'MSB1009 Project file does not exist: Shop.sln',
      'Dockerfile:4 looks for /src/Shop.sln: what is there is Shop.slnx.',
    ],
  },
  {
    name: 'more than one solution',
    recorded: 'msb1011',
    title: 'dotnet does not find the project',
    line: 4,
    message: [
      'MSB1011 Specify which project or solution file to use because this folder contains more than one project or solution file.',
      'Name one of them in Dockerfile:4: in /src the repository has A.slnx, B.slnx.',
    ],
  },
  {
    name: 'a folder without a project',
    recorded: 'msb1003',
    title: 'dotnet does not find the project',
    line: 4,
    message: [
      'MSB1003 Specify a project or solution file. The current working directory does not contain a project or solution file.',
      'Name it in Dockerfile:4: in /src the repository has src/App/App.csproj.',
    ],
  },
  {
    name: 'an option that does not exist',
    recorded: 'msb1001',
    title: 'dotnet does not know an option',
    line: 4,
    message: ['MSB1001 Unknown switch: --no-such-option'],
  },
  {
    name: 'a project with marks of a merge',
    recorded: 'msb4025',
    title: 'A project file can not be read',
    line: 4,
    message: [
      "src/App/App.csproj:1: MSB4025 The project file could not be loaded. Name cannot begin with the '<' character, hexadecimal value 0x3C. Line 1, position 2.",
    ],
  },
  {
    name: 'a project in other letters',
    recorded: 'othercase',
    title: 'A path differs in upper and lower case',
    line: 4,
    message: [
      'src/app/App.csproj is not where the build looks for it: what is there is src/App/App.csproj, and upper and lower case differ on Linux.',
    ],
  },
  {
    name: 'a folder of packages that is copied after the restore',
    recorded: 'localfeed',
    title: 'NuGet packages could not be restored',
    line: 5,
    message: [
      "src/App/App.csproj: NU1301 The local source '/src/packages' doesn't exist.",
      'No COPY brings packages into stage build before Dockerfile:5, RUN dotnet restore src/App',
      'Add above Dockerfile:5:',
      '  COPY packages/ packages/',
    ],
  },
  {
    name: 'a feed whose certificate nobody vouches for',
    recorded: 'feedtls',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: [
      'NU1301 The feed https://127.0.0.1:18543/v3/index.json could not be reached: The SSL connection could not be established, see inner exception. The stage does not trust the server, or the proxy before it. Above this RUN, COPY the certificate of its authority to /usr/local/share/ca-certificates/ (its name ends in .crt) and RUN update-ca-certificates.',
    ],
  },
  {
    name: 'a feed whose credentials nuget.config takes from a variable',
    recorded: 'feedvariable',
    title: 'NuGet packages could not be restored',
    line: 5,
    message: [
      'NU1301 The feed http://127.0.0.1:18480/401/index.json refused: 401 (Unauthorized). It wants credentials: give them to this RUN as a build secret, --mount=type=secret,id=NUGET_TOKEN,env=NUGET_TOKEN, which nuget.config reads, and the input secrets: NUGET_TOKEN=…',
    ],
  },
  {
    name: 'a shared project',
    recorded: 'projitems',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings src/Shared/Shared.projitems into stage build before Dockerfile:4, RUN dotnet publish src/App',
      'Add above Dockerfile:4:',
      '  COPY src/Shared/ src/Shared/',
    ],
  },
  {
    name: 'an icon that .dockerignore keeps out',
    recorded: 'appicon',
    title: 'A file is kept out of the build',
    line: 5,
    message: [
      'src/App/app.ico is not where the build looks for it: line 2 of .dockerignore, "**/*.ico", keeps it out.',
    ],
  },
  {
    name: 'generated sources of another build',
    recorded: 'foreignsources',
    title: 'Files of another build are in the way',
    line: 4,
    message: [
      "/src/src/App/obj/Release/net10.0/App.AssemblyInfo.cs:13: CS0579 Duplicate 'System.Reflection.AssemblyCompanyAttribute' attribute",
      'src/App/old/obj/Debug/net10.0/App.AssemblyInfo.cs was written by an earlier build, and a COPY brings it among the sources.',
      'There is no .dockerignore: add one with the lines **/bin and **/obj.',
    ],
  },
  {
    name: 'an error of a target that has no code',
    recorded: 'errortext',
    title: 'MSBuild stopped the build',
    line: 5,
    message: ['src/App/App.csproj:3: Run npm install first.'],
  },
  {
    name: 'an analyzer',
    recorded: 'analyzer',
    title: 'Code analysis found 1 error',
    line: 5,
    message: [
      "src/App/Foo.cs:1: CA1822 Member 'Bar' does not access instance data and can be marked as static (https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/ca1822)",
    ],
  },
  {
    name: 'a line that should have gone on',
    recorded: 'nocontinuation',
    title: 'The Dockerfile has an error',
    line: 4,
    message: [
      'Dockerfile:4: unknown instruction: &&',
      '  && dotnet test src/App',
      'If it goes on with Dockerfile:3, that line has to end in \\',
    ],
  },
  {
    name: 'a here-document without an end',
    recorded: 'heredoc',
    title: 'The Dockerfile has an error',
    line: 3,
    message: [
      'Dockerfile:3: unterminated heredoc',
      '  RUN <<EOT',
      'A line with nothing but EOT has to end it.',
    ],
  },
  {
    name: 'a stage that is not there',
    recorded: 'nostage',
    title: 'No stage has that name',
    line: 5,
    message: [
      'Dockerfile:5: no stage above is called publish, so it was taken for an image, which could not be pulled. The stages are build.',
    ],
  },
  {
    name: 'an address that has nothing',
    recorded: 'addurl',
    title: 'An ADD could not be downloaded',
    line: 3,
    message: ['Dockerfile:3, ADD http://127.0.0.1:18480/404/tool.tgz /tmp/: the server answered 404'],
  },
  {
    name: 'a script with the line ends of Windows that a shell is given',
    recorded: 'scriptsh',
    title: 'A script has the line ends of Windows',
    line: 4,
    message: [
      'The lines of build/ci.sh end in CR LF, and Linux takes the CR for a part of each. Keep LF: in .gitattributes, build/ci.sh text eol=lf',
    ],
  },
  {
    name: 'a configuration that is a build secret',
    recorded: 'secretconfig',
    title: 'A build secret was not given',
    line: 4,
    message: [
      'RUN of Dockerfile:4 reads the build secret nuget, and the build has none with a value.',
      'Set the input secrets: nuget=${{ secrets.NUGET }}, or secret-envs or secret-files. Runs of forks have no secrets, and those of Dependabot only its own.',
    ],
  },
  {
    name: 'a folder that the other stage does not have',
    recorded: 'copyfromout',
    title: 'A COPY does not find its file',
    line: 6,
    message: [
      '/app/publish is not there in build, where COPY --from takes it. dotnet publish writes to /out (Dockerfile:4).',
    ],
  },
  {
    name: 'a feed that does not answer to dotnet tool',
    recorded: 'toolfeed',
    title: 'NuGet packages could not be restored',
    line: 4,
    message: ['The feed http://127.0.0.1:9/v3/index.json could not be reached.'],
  },
  {
    name: 'a bind mount that is written',
    recorded: 'bindmount',
    title: 'A mount can not be written',
    line: 3,
    message: [
      "src/App/App.csproj: Read-only file system : '/src/src/App/obj'",
      '--mount=type=bind of Dockerfile:3 is for reading. Add ,rw to it, which keeps nothing of what is written, or COPY the files.',
    ],
  },
  {
    name: 'a target that takes the folder of the solution',
    recorded: 'solutiondir',
    title: 'A command of the project failed',
    line: 5,
    message: [
      'src/App/App.csproj:3: MSB3073 The command "cp "*Undefined*tools/x" /tmp" exited with code 1.',
      "    cp: cannot stat '*Undefined*tools/x': No such file or directory",
      '$(SolutionDir) has a value only where the solution is built, and not one project: $(MSBuildThisFileDirectory) always has.',
    ],
  },
  {
    name: 'sources that are never copied',
    recorded: 'nosources',
    title: 'A file was not copied into the stage',
    line: 5,
    message: [
      "src/App/App.csproj: CS5001 Program does not contain a static 'Main' method suitable for an entry point",
      'No COPY brings src/App/ into stage build before Dockerfile:5, RUN dotnet publish --no-restore src/App',
      'Add above Dockerfile:5:',
      '  COPY src/App/ src/App/',
    ],
  },
  {
    name: 'sources that .dockerignore keeps out',
    recorded: 'ignoredsources',
    title: 'A file is kept out of the build',
    line: 5,
    message: [
      "src/App/Program.cs:1: CS0246 The type or namespace name 'App' could not be found (are you missing a using directive or an assembly reference?)",
      'src/App/Models/M.cs is not where the build looks for it: line 1 of .dockerignore, "**/Models", keeps it out.',
    ],
  },
  {
    name: 'a script of a target that is never copied',
    recorded: 'targetscript',
    title: 'A file was not copied into the stage',
    line: 4,
    message: [
      'No COPY brings tools/gen.sh into stage build before Dockerfile:4, RUN dotnet publish src/App',
      'Add above Dockerfile:4:',
      '  COPY tools/gen.sh tools/',
    ],
  },
])('$name', async ({ recorded, title, line, message }) => {
  const { title: told, line: at, message: words } = await explainRecorded(recorded)
  expect({ title: told, line: at, message: words.split('\n') }).toEqual({ title, line, message })
})

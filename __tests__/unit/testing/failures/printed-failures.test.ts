import { describe, expect, test } from '@jest/globals'
import { explainPrinted } from './recorded-build.ts'

const sdk = 'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\n'
const project = (...references: string[]): string =>
  `<Project Sdk="Microsoft.NET.Sdk">${references.map((path) => `<ProjectReference Include="${path}" />`).join('')}</Project>`
const app = { 'src/App/App.csproj': project('..\\Core\\Core.csproj') }
const skipped = 'Skipping project "/src/src/Core/Core.csproj" because it was not found.'
const unknownName =
  "/src/src/App/App.cs(1,7): error CS0246: The name 'Core' could not be found [/src/src/App/App.csproj]"
const noAssets =
  "/sdk/Microsoft.PackageDependencyResolution.targets(266,5): error NETSDK1004: Assets file '/src/src/Core/obj/project.assets.json' not found. [/src/src/Core/Core.csproj]"
const noProject = 'MSBUILD : error MSB1003: Specify a project or solution file.'

async function explain(files: Record<string, string>, on: number, ...lines: string[]): Promise<string[]> {
  const { title, message } = await explainPrinted(files, on, lines)
  return [title ?? '', ...message.split('\n')]
}

describe('a project that is not in the stage', () => {
  const restore = `${sdk}COPY src/App/*.csproj src/App/\nRUN dotnet restore src/App\nCOPY . .\nRUN dotnet test --no-restore src/App\n`

  test('brings those that it refers to, which NuGet does not name', async () => {
    const files = {
      ...app,
      Dockerfile: restore,
      'src/Core/Core.csproj': project('../Base/Base.csproj', '../App/App.csproj'),
      'src/Base/Base.csproj': project(),
    }
    expect(await explain(files, 6, skipped, noAssets)).toEqual([
      'A project was not copied before the restore',
      'No COPY brings src/Core/Core.csproj, src/Base/Base.csproj into stage build before Dockerfile:4, RUN dotnet restore src/App',
      'Add above Dockerfile:4:',
      '  COPY src/Core/*.csproj src/Core/',
      '  COPY src/Base/*.csproj src/Base/',
    ])
  })

  test('is found where the restore came out of the cache and said nothing', async () => {
    const files = { ...app, Dockerfile: restore, 'src/Core/Core.csproj': project() }
    expect(await explain(files, 6, noAssets)).toContain('  COPY src/Core/*.csproj src/Core/')
  })

  test('is not to blame for an error of code, where a later step brought and restored it', async () => {
    const files = { ...app, Dockerfile: restore, 'src/Core/Core.csproj': project() }
    const mistake = '/src/src/App/App.cs(3,5): error CS1002: ; expected [/src/src/App/App.csproj]'
    expect((await explain(files, 6, skipped, mistake))[0]).toBe('The code did not compile: 1 error')
  })

  test('is not to blame for a package that is not found: the restore goes on without it', async () => {
    const files = { ...app, Dockerfile: restore, 'src/Core/Core.csproj': project() }
    const noPackage =
      '/src/src/App/App.csproj : error NU1102: Unable to find package Acme.Tools with version (>= 1.21.0)'
    expect((await explain(files, 4, skipped, noPackage))[0]).toBe('NuGet packages could not be restored')
  })

  test('may be a submodule that was not checked out', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY . .\nRUN dotnet publish src/App\n`,
      '.gitmodules': '[submodule "core"]\n\tpath = src/Core\n\turl = ../core.git\n',
    }
    expect(await explain(files, 4, skipped, unknownName)).toEqual([
      'A submodule was not checked out',
      'src/Core/Core.csproj is not where the build looks for it: src/Core is a submodule (.gitmodules:2) that was not checked out. Set submodules: true for actions/checkout.',
    ])
  })

  test('may be kept out by the ignore file of the very Dockerfile', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY . .\nRUN dotnet publish src/App\n`,
      'Dockerfile.dockerignore': 'src/Co*\n',
      'src/Core/Core.csproj': project(),
    }
    expect((await explain(files, 4, skipped, unknownName))[1]).toBe(
      'src/Core/Core.csproj is not where the build looks for it: line 1 of Dockerfile.dockerignore, "src/Co*", keeps it out.',
    )
  })

  test('may be the solution that the command looks for', async () => {
    const files = { ...app, Dockerfile: `${sdk}COPY src/ src/\nRUN dotnet test\n`, 'Shop.slnx': '' }
    expect(await explain(files, 4, noProject)).toContain('  COPY Shop.slnx ./')
  })

  test('may be the one of the folder that the command names', async () => {
    const files = {
      Dockerfile: `${sdk}COPY . .\nRUN dotnet test tests/A\n`,
      '.dockerignore': '*\n!src\n!tests\ntests/**/*.cs*\n',
      'Shop.slnx': '',
      'tests/A/A.csproj': project(),
    }
    expect(await explain(files, 4, noProject)).toEqual([
      'A project is kept out of the build',
      'tests/A/A.csproj is not where the build looks for it: line 4 of .dockerignore, "tests/**/*.cs*", keeps it out.',
    ])
  })

  test('is not where WORKDIR is, which made a folder of another name', async () => {
    const files = {
      Dockerfile: `${sdk}COPY . .\nWORKDIR /src/test/A\nRUN dotnet test\n`,
      'Shop.slnx': '',
      'tests/A/A.csproj': project(),
    }
    expect(await explain(files, 5, noProject)).toEqual([
      'dotnet does not find the project',
      'MSB1003 Specify a project or solution file.',
      'Dockerfile:5 looks for /src/test/A: what is there is tests/A.',
    ])
  })

  test('is not missing where a bind mount brings it', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}RUN --mount=type=bind,target=. dotnet build src/App\n`,
      'src/Core/Core.csproj': project(),
    }
    expect(
      await explain(files, 3, skipped, '/src/a.cs(1,2): error CS1002: ; expected [/src/src/App/App.csproj]'),
    ).toEqual(['The code did not compile: 1 error', '/src/a.cs:1: CS1002 ; expected'])
  })
})

describe('a file that a tool does not find', () => {
  test.each<[tool: string, line: string, files: Record<string, string>, copy: string]>([
    [
      'npm',
      'npm error The `npm ci` command can only install with an existing package-lock.json or',
      { 'package-lock.json': '{}' },
      'COPY package-lock.json ./',
    ],
    [
      'node',
      "Error: ENOENT: no such file or directory, open '/src/web/vite.config.ts'",
      { 'web/vite.config.ts': 'x' },
      'COPY web/vite.config.ts web/',
    ],
    [
      'pip',
      "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
      { 'requirements.txt': 'x' },
      'COPY requirements.txt ./',
    ],
    [
      'cp',
      "cp: cannot stat 'config/nuget.xml': No such file or directory",
      { 'config/nuget.xml': 'x' },
      'COPY config/nuget.xml config/',
    ],
    [
      '.NET',
      "Unhandled exception. System.IO.FileNotFoundException: Could not find file '/src/data/seed.json'.",
      { 'data/seed.json': '{}' },
      'COPY data/seed.json data/',
    ],
    ['cd of dash', "/bin/sh: 1: cd: can't cd to web", { 'web/package.json': '{}' }, 'COPY web/ web/'],
    [
      'cd of bash',
      '/bin/bash: line 1: cd: web: No such file or directory',
      { 'web/package.json': '{}' },
      'COPY web/ web/',
    ],
  ])('%s: the COPY for it is shown, above the very step', async (_, line, files, copy) => {
    const dockerfile = `${sdk}COPY src/ src/\nRUN dotnet restore src/App\nRUN make\n`
    expect((await explain({ ...app, ...files, Dockerfile: dockerfile }, 5, line)).slice(2)).toEqual([
      'Add above Dockerfile:5:',
      `  ${copy}`,
    ])
  })

  test('a folder that a command goes to is looked for from where it began', async () => {
    const dockerfile = `${sdk}RUN cd web && npm ci\n`
    const words = "/bin/sh: 1: cd: can't cd to web"
    expect(await explain({ Dockerfile: dockerfile, 'web/package.json': '{}' }, 3, words)).toContain(
      '  COPY web/ web/',
    )
  })

  test('is that which a tool of the build names by its project', async () => {
    const dockerfile = `${sdk}COPY src/ src/\nRUN dotnet build src/App\n`
    const words = '../../protos/greet.proto : error : File not found. [/src/src/App/App.csproj]'
    expect(await explain({ ...app, Dockerfile: dockerfile, 'protos/greet.proto': 'x' }, 4, words)).toContain(
      '  COPY protos/greet.proto protos/',
    )
  })

  test('is not taken for a program of the same name as a folder', async () => {
    const dockerfile = `${sdk}RUN make\n`
    expect(
      (await explain({ Dockerfile: dockerfile, 'make/a': '' }, 3, '/bin/sh: 1: make: not found'))[0],
    ).toBe('A program is not in the image')
  })
})

test.each([
  {
    name: 'Java, which a scanner wants',
    command: 'dotnet sonarscanner begin',
    words: "Could not find 'java' executable in JAVA_HOME or PATH.",
    title: 'A program is not in the image',
    wayOut: /It has no java: install it in a RUN above/,
  },
  {
    name: 'an SDK that reads the new form of solutions',
    command: 'dotnet restore Shop.slnx',
    words:
      'MSBUILD : error MSB4068: The element <Solution> is unrecognized, or not supported in this context.',
    title: 'The .NET SDK is too old for .slnx',
    wayOut: /Take one with an SDK of 9\.0\.200 or newer/,
  },
  {
    name: 'the manifest of its tools',
    command: 'dotnet tool restore',
    words: 'Cannot find a manifest file.',
    title: 'A .NET tool is not in the stage',
    wayOut: /^ {2}COPY \.config\/dotnet-tools\.json \.config\/$/m,
  },
])('an image lacks $name', async ({ command, words, title, wayOut }) => {
  const files = { ...app, '.config/dotnet-tools.json': '{}', 'Shop.slnx': '' }
  const [headline, ...rest] = await explain(
    { ...files, Dockerfile: `${sdk}COPY src/ Shop.slnx ./\nRUN ${command}\n` },
    4,
    words,
  )
  expect(headline).toBe(title)
  expect(rest.join('\n')).toMatch(wayOut)
})

test('a server that refuses a RUN whose build secret was not given: the secret is missing, unless it was given', async () => {
  const Dockerfile = `${sdk}RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n`
  const lines = ['npm error code E401', 'npm error Unable to authenticate, need: Basic']
  const { title, message } = await explainPrinted({ Dockerfile }, 3, lines, [])
  expect([title, ...message.split('\n')]).toEqual([
    'A build secret was not given',
    'RUN of Dockerfile:3 reads the build secret npmrc, and the build has none with a value.',
    'npm error code E401',
    'Set the input secrets: npmrc=${{ secrets.NPMRC }}, or secret-envs or secret-files. Runs of forks have no secrets, and those of Dependabot only its own.',
  ])
  expect((await explainPrinted({ Dockerfile }, 3, lines, ['npmrc'])).title).toBe(
    'npm packages could not be installed',
  )
})

test('a project that only the tests need is copied above their RUN, not above the first of dotnet', async () => {
  const files = {
    'src/App/App.csproj': project(),
    'tests/T/T.csproj': project('..\\..\\src\\App\\App.csproj', '..\\Fakes\\Fakes.csproj'),
    'tests/Fakes/Fakes.csproj': project(),
    Dockerfile: `${sdk}COPY src/ src/\nRUN dotnet publish src/App\nFROM build AS test\nCOPY tests/T/ tests/T/\nRUN dotnet test tests/T\n`,
  }
  const words = 'Skipping project "/src/tests/Fakes/Fakes.csproj" because it was not found.'
  const wrong =
    "/src/tests/T/T.cs(1,7): error CS0246: The name 'Fakes' could not be found [/src/tests/T/T.csproj]"
  expect((await explain(files, 7, words, wrong)).slice(2)).toEqual([
    'Add above Dockerfile:7:',
    '  COPY tests/Fakes/ tests/Fakes/',
  ])
})

describe('a name that no source has', () => {
  const unknown = (name: string): string =>
    `/src/src/App/App.cs(1,7): error CS0246: The type or namespace name '${name}' could not be found [/src/src/App/App.csproj]`
  const both = {
    ...app,
    'src/Core/Core.csproj': project(),
    'src/Core/Cart.cs': 'namespace Core;\npublic class Cart;\n',
  }

  test('is in sources of another project that no COPY brings', async () => {
    const dockerfile = `${sdk}COPY src/App/*.csproj src/App/\nCOPY src/Core/*.csproj src/Core/\nRUN dotnet restore src/App\nCOPY src/App/ src/App/\nRUN dotnet build src/App\n`
    expect(await explain({ ...both, Dockerfile: dockerfile }, 7, unknown('Cart'))).toEqual([
      'A file was not copied into the stage',
      "/src/src/App/App.cs:1: CS0246 The type or namespace name 'Cart' could not be found",
      'No COPY brings src/Core/ into stage build before Dockerfile:7, RUN dotnet build src/App',
      'Add above Dockerfile:7:',
      '  COPY src/Core/ src/Core/',
    ])
  })

  test('is in a file that .dockerignore keeps out', async () => {
    const files = {
      ...both,
      '.dockerignore': '**/C*.cs\n',
      Dockerfile: `${sdk}COPY . .\nRUN dotnet build src/App\n`,
    }
    expect((await explain(files, 4, unknown('Cart'))).slice(2)).toEqual([
      'src/Core/Cart.cs is not where the build looks for it: line 1 of .dockerignore, "**/C*.cs", keeps it out.',
    ])
  })

  test('is not missing where another stage brings the sources', async () => {
    const dockerfile =
      'FROM scratch AS sources\nCOPY . /src\nFROM sdk AS build\nWORKDIR /src\nCOPY --from=sources /src .\nRUN dotnet build src/App\n'
    expect((await explain({ ...both, Dockerfile: dockerfile }, 6, unknown('Cart')))[0]).toBe(
      'The code did not compile: 1 error',
    )
  })

  test('may be a mistake all the same, although other files are kept out', async () => {
    const files = {
      ...both,
      '.dockerignore': '**/C*.cs\n',
      Dockerfile: `${sdk}COPY . .\nRUN dotnet build src/App\n`,
    }
    expect((await explain(files, 4, unknown('Basket')))[0]).toBe('The code did not compile: 1 error')
  })
})

test('a script whose interpreter the image does not have', async () => {
  const files = { 'build.sh': '#!/bin/bash\necho hi\n', Dockerfile: `${sdk}COPY . .\nRUN ./build.sh\n` }
  expect(await explain(files, 4, '/bin/sh: ./build.sh: not found')).toEqual([
    'The interpreter of a script is not in the image',
    'build.sh begins with #!/bin/bash, which the image doesn’t have. Install it in a RUN above (Alpine has no bash: apk add bash), or let it begin with #!/bin/sh',
  ])
})

test('a file beside the program of the tests is one of their project', async () => {
  const files = {
    ...app,
    'src/App/Data/cart.json': '{}',
    '.dockerignore': '**/Data\n',
    Dockerfile: `${sdk}COPY . .\nRUN dotnet test src/App\n`,
  }
  const words =
    "  System.IO.DirectoryNotFoundException : Could not find a part of the path '/src/src/App/bin/Debug/net10.0/Data/cart.json'."
  expect((await explain(files, 4, words))[1]).toBe(
    'src/App/Data/cart.json is not where the build looks for it: line 1 of .dockerignore, "**/Data", keeps it out.',
  )
})

test('what was printed besides does no harm where MSBuild has an error of its own', async () => {
  const files = {
    ...app,
    '.git/HEAD': '',
    '.dockerignore': '.git\n',
    Dockerfile: `${sdk}COPY . .\nRUN dotnet build src/App\n`,
  }
  const lines = [
    'fatal: not a git repository',
    '/src/build/a.targets(4,5): error : The version is not set. [/src/src/App/App.csproj]',
  ]
  expect((await explain(files, 4, ...lines))[0]).toBe('MSBuild stopped the build')
  expect(await explain(files, 4, 'fatal: not a git repository')).toEqual([
    'The stage has no Git history',
    'fatal: not a git repository',
    '.git is not where the build looks for it: line 1 of .dockerignore, ".git", keeps it out.',
    'Or give the version as a build argument. A version from history also needs fetch-depth: 0 for actions/checkout.',
  ])
})

test.each<{ name: string; dockerfile: string; message: string[] }>([
  {
    name: 'above the first FROM',
    dockerfile: 'ARG PROJECT=src/App\nFROM sdk AS build\nCOPY . .\nRUN dotnet publish $PROJECT -o /out\n',
    message: [
      'RUN of Dockerfile:4 takes $PROJECT, which is empty there: ARG PROJECT of Dockerfile:1 stands above the first FROM.',
      'Add below Dockerfile:2:',
      '  ARG PROJECT',
    ],
  },
  {
    name: 'in another stage',
    dockerfile: 'FROM sdk AS build\nARG CONFIG=Release\nFROM sdk AS test\nRUN dotnet test -c "${CONFIG}"\n',
    message: [
      'RUN of Dockerfile:4 takes $CONFIG, which is empty there: ARG CONFIG of Dockerfile:2 is of another stage.',
      'Add below Dockerfile:3:',
      '  ARG CONFIG',
    ],
  },
])('a RUN that takes an ARG which stands $name says where it belongs', async ({ dockerfile, message }) => {
  expect(await explain({ Dockerfile: dockerfile }, 4, 'MSBUILD : error MSB1003: Specify a project.')).toEqual(
    ['A build argument is not declared in the stage', ...message],
  )
})

test.each<{ name: string; printed: string[]; title: string; wayOut: RegExp }>([
  {
    name: 'a native library that is not there',
    printed: [
      'wkhtmltopdf: error while loading shared libraries: libXrender.so.1: cannot open shared object file: No such file or directory',
    ],
    title: 'A native library is not in the image',
    wayOut: /It has no libXrender\.so\.1: install its package in a RUN above/,
  },
  {
    name: 'a command of Windows',
    printed: [
      '/tmp/tmp1.exec.cmd: 2: sh: xcopy: not found',
      '/src/src/App/App.csproj(3,4): error MSB3073: The command "xcopy /y a b" exited with code 127.',
    ],
    title: 'A program is not in the image',
    wayOut: /^xcopy is a command of Windows\. Let the target run there alone/,
  },
  {
    name: 'a Node.js that a tool finds too old',
    printed: ['You are using Node.js 18.20.4. Vite requires Node.js version 20.19+ or 22.12+.'],
    title: 'The stage has another Node.js than it needs',
    wayOut: /Let it begin from an image with that Node\.js, such as node:24/,
  },
  {
    name: 'a program that a tool of dotnet starts',
    printed: [
      "Unhandled exception. System.ComponentModel.Win32Exception (2): An error occurred trying to start process 'git' with working directory '/src'. No such file or directory",
    ],
    title: 'A program is not in the image',
    wayOut: /It has no git: install it in a RUN above/,
  },
  {
    name: 'dotnet for another processor',
    printed: ['qemu: uncaught target signal 6 (Aborted) - core dumped'],
    title: 'A program crashed under emulation',
    wayOut: /^\.NET does not run under QEMU/,
  },
  {
    name: 'a script of npm whose program is not installed',
    printed: ['> shop@1.0.0 build', '> tsc -p .', 'sh: 1: tsc: not found'],
    title: 'A program is not in the image',
    wayOut: /^tsc is no package of node_modules: is npm ci run above/,
  },
  {
    name: 'a proxy whose certificate nobody vouches for',
    printed: ['npm error code SELF_SIGNED_CERT_IN_CHAIN'],
    title: 'A certificate is not trusted in the stage',
    wayOut: /^node also wants its path: ENV NODE_EXTRA_CA_CERTS=/,
  },
])('of $name the way out is said', async ({ printed, title, wayOut }) => {
  const told = await explain({ Dockerfile: `${sdk}RUN npm run build\n` }, 3, ...printed)
  expect([told[0], wayOut.test(told.at(-1) ?? '')]).toEqual([title, true])
})

describe('a restore', () => {
  const failed = '/src/src/App/App.csproj : error NU1301: '
  const feed = 'https://nuget.acme.example/v3/index.json'

  test('without a right to the feed says which secret the RUN has', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY . .\nRUN --mount=type=secret,id=feed,env=FEED_TOKEN dotnet restore src/App\n`,
    }
    const lines = [
      `${failed}Unable to load the service index for source ${feed}.`,
      `${failed}  401 (Unauthorized).`,
    ]
    expect((await explain(files, 4, ...lines))[1]).toBe(
      `NU1301 The feed ${feed} answered 401 (Unauthorized). It refused what the build secret feed of this RUN has. ` +
        'Set the input secrets: feed=${{ secrets.FEED }}, or secret-envs or secret-files. Runs of forks have no secrets, and those of Dependabot only its own.',
    )
  })

  test('that passes a feed over names it beside the package that it lacks', async () => {
    const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet restore src/App\n` }
    const lines = [
      `/src/src/App/App.csproj : warning NU1801: Unable to load the service index for source ${feed}.`,
      '/src/src/App/App.csproj : error NU1101: Unable to find package Acme.Core. No packages exist with this id in source(s): acme, nuget.org',
    ]
    expect(await explain(files, 4, ...lines)).toEqual([
      'NuGet packages could not be restored',
      `NU1801 The feed ${feed} could not be reached.`,
      'src/App/App.csproj: NU1101 Unable to find package Acme.Core. No packages exist with this id in source(s): acme, nuget.org',
    ])
  })

  test('of a package that several projects lack names it once', async () => {
    const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet restore src/App\n` }
    const core =
      'error NU1101: Unable to find package Acme.Core. No packages exist with this id in source(s): acme'
    const lines = [
      `/src/src/App/App.csproj : ${core} [/src/App.sln]`,
      `/src/src/App/App.csproj : ${core} [/src/App.sln]`,
      '/src/src/App/App.csproj : error NU1101: Unable to find package Acme.Data.',
      `/src/src/Lib/Lib.csproj : ${core}`,
      `/src/src/Web/Web.csproj : ${core}`,
    ]
    expect((await explain(files, 4, ...lines)).slice(1, 3)).toEqual([
      'src/App/App.csproj and 2 more: NU1101 Unable to find package Acme.Core. No packages exist with this id in source(s): acme',
      'src/App/App.csproj: NU1101 Unable to find package Acme.Data.',
    ])
  })

  test('before nuget.config is there, which names the feed', async () => {
    const files = {
      ...app,
      'nuget.config': '<configuration />',
      Dockerfile: `${sdk}COPY src/App/App.csproj src/App/\nRUN dotnet restore src/App\nCOPY . .\n`,
    }
    const words = '/src/src/App/App.csproj : error NU1101: Unable to find package Acme.Core.'
    expect((await explain(files, 4, words)).slice(2)).toEqual([
      'No COPY brings nuget.config into stage build before Dockerfile:4, RUN dotnet restore src/App',
      'Add above Dockerfile:4:',
      '  COPY nuget.config ./',
    ])
  })

  test('with a vulnerable package, where warnings are errors, is one of the audit', async () => {
    const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet restore src/App\n` }
    const words =
      "/src/src/App/App.csproj : error NU1903: Warning As Error: Package 'Newtonsoft.Json' 12.0.1 has a known high severity vulnerability, https://github.com/advisories/GHSA-5crp-9r3c-p9vr"
    expect(await explain(files, 4, words)).toEqual([
      'A package has a known vulnerability',
      "src/App/App.csproj: NU1903 Warning As Error: Package 'Newtonsoft.Json' 12.0.1 has a known high severity vulnerability, https://github.com/advisories/GHSA-5crp-9r3c-p9vr",
      'Take a version without it. To build all the same: <WarningsNotAsErrors>NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>',
    ])
  })

  test('into a cache mount that the next RUN does not have', async () => {
    const mount = 'type=cache,target=/root/.nuget/packages'
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY . .\nRUN --mount=${mount} dotnet restore src/App\nRUN dotnet publish --no-restore src/App\n`,
    }
    const words =
      '/sdk/a.targets(266,5): error NETSDK1064: Package Dapper, version 2.1.0 was not found. [/src/src/App/App.csproj]'
    expect((await explain(files, 5, words)).slice(2)).toEqual([
      'The restore of Dockerfile:4 put the packages into its cache mount, which this RUN does not have.',
      `Give it the same: RUN --mount=${mount} …`,
    ])
  })

  test('under an obj folder that an exception lets in', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY src/App/*.csproj src/App/\nRUN dotnet restore src/App\nCOPY . .\nRUN dotnet build --no-restore src/App\n`,
      '.dockerignore': '**/obj\n!src/**\n',
      'src/App/obj/project.assets.json': '{}',
    }
    const words =
      '/sdk/a.targets(266,5): error NETSDK1064: Package Dapper, version 2.1.0 was not found. [/src/src/App/App.csproj]'
    expect(await explain(files, 6, words)).toEqual([
      'The restore of another machine is in the way',
      'COPY of Dockerfile:5 brought src/App/obj/project.assets.json of another machine into the stage.',
      'Line 2 of .dockerignore, "!src/**", lets it in: add the lines **/bin and **/obj below it.',
    ])
  })
})

test.each<{ name: string; lines: string[]; shown: string[] }>([
  {
    name: 'pip',
    lines: ['Collecting acme', 'ERROR: No matching distribution found for acme'],
    shown: ['ERROR: No matching distribution found for acme'],
  },
  {
    name: 'a tool that nobody knows',
    lines: ['the license key is missing'],
    shown: ['the license key is missing'],
  },
])('of what $name printed, the lines that hold the cause are shown', async ({ lines, shown }) => {
  const noise = Array.from({ length: 30 }, (_, index) => `step ${index}`)
  const [, , ...rest] = await explain({ Dockerfile: `${sdk}RUN make\n` }, 3, ...noise, ...lines, ...noise)
  expect(rest).toEqual(shown.map((line) => `  ${line}`))
})

test.each<{ name: string; line: string; title: string; message: string }>([
  {
    name: 'F#',
    line: '/src/src/App/App.fs(3,5): error FS0039: The value is not defined. [/src/src/App/App.fsproj]',
    title: 'The code did not compile: 1 error',
    message: '/src/src/App/App.fs:3: FS0039 The value is not defined.',
  },
  {
    name: 'an analyzer',
    line: '/src/src/App/App.cs(3,5): error SA1200: Using directive should appear within a namespace [/src/src/App/App.csproj]',
    title: 'Code analysis found 1 error',
    message: '/src/src/App/App.cs:3: SA1200 Using directive should appear within a namespace',
  },
  {
    name: 'dotnet format',
    line: '/src/src/App/App.cs(3,5): error WHITESPACE: Fix whitespace formatting. Delete 2 characters. [/src/src/App/App.csproj]',
    title: 'The code is not formatted',
    message:
      '/src/src/App/App.cs:3: WHITESPACE Fix whitespace formatting. Delete 2 characters.\nRun dotnet format, and commit what it changes.',
  },
  {
    name: 'an error of a target without a code',
    line: '/src/build/checks.targets(4,5): error : The version is not set. [/src/src/App/App.csproj]',
    title: 'MSBuild stopped the build',
    message: 'src/App/App.csproj: The version is not set.',
  },
  {
    name: 'a threshold of the average',
    line: '/root/.nuget/packages/coverlet.msbuild/6.0.4/build/coverlet.msbuild.targets(72,5): error : The total branch coverage is below the specified 80 [/src/src/App/App.csproj]',
    title: 'Coverage is below the threshold',
    message: 'The total branch coverage is below the specified 80',
  },
  {
    name: 'a threshold of the test platform',
    line: 'src/App.dll (net10.0|x64) failed with 0 error(s), exit code 14. Coverage threshold of 80 was missed',
    title: 'Coverage is below the threshold',
    message:
      'src/App.dll (net10.0|x64) failed with 0 error(s), exit code 14. Coverage threshold of 80 was missed',
  },
])('$name is called by its name', async ({ line, title, message }) => {
  const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet test src/App\n` }
  expect(await explain(files, 4, line)).toEqual([title, ...message.split('\n')])
})

const noAssetsAlone =
  "    /sdk/Microsoft.PackageDependencyResolution.targets(266,5): error NETSDK1004: Assets file '/src/src/Core/obj/project.assets.json' not found. Run a NuGet package restore to generate this file."

test('the terminal logger names no project: the assets file does', async () => {
  const files = {
    ...app,
    'src/Core/Core.csproj': project(),
    Dockerfile: `${sdk}COPY src/App/App.csproj src/App/\nRUN dotnet restore -tl:on src/App\nCOPY . .\nRUN dotnet build -tl:on --no-restore src/App\n`,
  }
  expect((await explain(files, 6, noAssetsAlone))[0]).toBe('A project was not copied before the restore')
})

describe('what COPY brings to another folder', () => {
  test('is taken from there, where the command runs in another folder', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY src/App/ src/App/\nWORKDIR /src/src/App\nRUN dotnet build src/App/App.csproj\n`,
    }
    expect(
      await explain(
        files,
        5,
        'MSBUILD : error MSB1009: Project file does not exist.',
        'Switch: src/App/App.csproj',
      ),
    ).toEqual([
      'A project is in another folder of the stage',
      'src/App/App.csproj is not where the build looks for it: COPY of Dockerfile:3 puts it at /src/src/App/App.csproj, and it is looked for at /src/src/App/src/App/App.csproj. Dockerfile:5 runs in /src/src/App, and from there it is App.csproj.',
    ])
  })

  test('has lost its folders where a pattern took it', async () => {
    const files = {
      ...app,
      Dockerfile: `${sdk}COPY src/*/*.csproj ./\nRUN dotnet restore src/App/App.csproj\n`,
    }
    expect(
      await explain(
        files,
        4,
        'MSBUILD : error MSB1009: Project file does not exist.',
        'Switch: src/App/App.csproj',
      ),
    ).toEqual([
      'A project is in another folder of the stage',
      'src/App/App.csproj is not where the build looks for it: COPY of Dockerfile:3 puts it at /src/App.csproj, and it is looked for at /src/src/App/App.csproj. COPY takes what a pattern matches without its folders. Write: COPY src/App/*.csproj src/App/',
    ])
  })

  test('leaves a project without its sources', async () => {
    const files = {
      'src/App/App.csproj': project(),
      'src/App/Program.cs': '',
      Dockerfile: `${sdk}COPY src/App/*.csproj src/App/\nRUN dotnet restore src/App\nCOPY src/ ./\nRUN dotnet build src/App/App.csproj\n`,
    }
    const noMain =
      "CSC : error CS5001: Program does not contain a static 'Main' method suitable for an entry point [/src/src/App/App.csproj]"
    expect(await explain(files, 6, noMain)).toEqual([
      'A file is in another folder of the stage',
      "src/App/App.csproj: CS5001 Program does not contain a static 'Main' method suitable for an entry point",
      'src/App is not where the build looks for it: COPY of Dockerfile:5 puts it at /src/App, and it is looked for at /src/src/App. Let a COPY bring it there: COPY src/App/ src/App/',
    ])
  })
})

test('a library that a project refers to by its file', async () => {
  const files = {
    'lib/Acme.dll': '',
    'src/App/App.csproj':
      '<Project><Reference Include="Acme"><HintPath>..\\..\\lib\\Acme.dll</HintPath></Reference></Project>',
    Dockerfile: `${sdk}COPY src/ src/\nRUN dotnet build src/App\n`,
  }
  const wrong =
    "/src/src/App/App.cs(1,7): error CS0246: The type or namespace name 'Acme' could not be found [/src/src/App/App.csproj]"
  const [title, , ...rest] = await explain(files, 4, wrong)
  expect([title, ...rest]).toEqual([
    'A file was not copied into the stage',
    'No COPY brings lib/Acme.dll into stage build before Dockerfile:4, RUN dotnet build src/App',
    'Add above Dockerfile:4:',
    '  COPY lib/Acme.dll lib/',
  ])
})

test.each<{ name: string; line: string; title: string }>([
  {
    name: 'an option of the compiler',
    line: "CSC : error CS1617: Invalid option '15.0' for /langversion. Use '/langversion:?' to list supported values. [/src/App.csproj]",
    title: 'The compiler did not get to the code',
  },
  {
    name: 'a feed with a password of Windows',
    line: "/sdk/NuGet.targets(196,5): error : Password decryption is not supported on .NET Core for this platform. The following feed uses an encrypted password: 'acme'. [/src/App.csproj]",
    title: 'NuGet packages could not be restored',
  },
  {
    name: 'what the linker finds',
    line: '/src/App.cs(5,3): Trim analysis error IL2026: Program.Main(): Using member X can break functionality when trimming application code. [/src/App.csproj]',
    title: 'Code analysis found 1 error',
  },
  {
    name: 'a build of another configuration',
    line: '/sdk/Microsoft.Common.CurrentVersion.targets(5300,5): error MSB3030: Could not copy the file "/src/obj/Release/net10.0/App.dll" because it was not found. [/src/App.csproj]',
    title: 'The output of an earlier build is missing',
  },
  {
    name: 'a database project of Visual Studio',
    line: '/src/Db.sqlproj(59,3): error MSB4019: The imported project "/usr/share/dotnet/sdk/10.0.401/Microsoft/VisualStudio/v11.0/SSDT/Microsoft.Data.Tools.Schema.SqlTasks.targets" was not found. [/src/Db.sqlproj]',
    title: 'A project needs Visual Studio',
  },
  {
    name: 'a file that CSharpier would change',
    line: 'Error ./App.cs - Was not formatted.',
    title: 'The code is not formatted',
  },
  {
    name: 'a compiler that was killed',
    line: '/sdk/Microsoft.CSharp.Core.targets(84,5): error MSB6006: "csc.dll" exited with code 137. [/src/App.csproj]',
    title: 'A process of the build was killed',
  },
])('of $name it is not said that the code did not compile', async ({ line, title }) => {
  const files = {
    'App.csproj': project(),
    'App.cs': '',
    Dockerfile: `${sdk}COPY . .\nRUN dotnet build --no-build\n`,
  }
  expect((await explain(files, 4, line))[0]).toBe(title)
})

test.each<{ name: string; line: string; said: string[] }>([
  {
    name: 'a checkout of one commit',
    line: '/nbgv.targets(1,5): error MSB4018: The "GetBuildVersion" task failed unexpectedly. Nerdbank.GitVersioning.GitException: Shallow clone lacks the objects required to calculate version height. [/src/App.csproj]',
    said: [
      'The Git history is not complete',
      'actions/checkout fetches only the newest commit. Set fetch-depth: 0 for it.',
    ],
  },
  {
    name: 'a checkout of another user',
    line: "fatal: detected dubious ownership in repository at '/src'",
    said: [
      'Git does not trust the files of the stage',
      'They belong to another user than the one who runs git. Add above this RUN: RUN git config --global --add safe.directory /src',
    ],
  },
])('git is asked in $name', async ({ line, said }) => {
  const found = await explain({ Dockerfile: `${sdk}COPY . .\nRUN dotnet build\n` }, 4, line)
  expect([found[0], found.at(-1)]).toEqual(said)
})

test('a path of Windows is told so, in COPY and in RUN', async () => {
  const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet build src\\App\\App.csproj\n` }
  const said = await explain(
    files,
    4,
    'MSBUILD : error MSB1009: Project file does not exist.',
    'Switch: srcAppApp.csproj',
  )
  expect(said.at(-1)).toBe(
    'In a shell a path needs / between its folders, since \\ only marks the character after it.',
  )
})

test('a project that is misspelled', async () => {
  const files = { ...app, Dockerfile: `${sdk}COPY . .\nRUN dotnet build src/App/Apps.csproj\n` }
  const said = await explain(
    files,
    4,
    'MSBUILD : error MSB1009: Project file does not exist.',
    'Switch: src/App/Apps.csproj',
  )
  expect(said).toEqual([
    'dotnet does not find the project',
    'MSB1009 Project file does not exist: src/App/Apps.csproj',
    'Dockerfile:4 looks for /src/src/App/Apps.csproj: what is there is src/App/App.csproj.',
  ])
})

test('global.json is no JSON', async () => {
  const files = { 'global.json': '{', Dockerfile: `${sdk}COPY . .\nRUN dotnet build\n` }
  const said = await explain(
    files,
    4,
    "System.TypeInitializationException: The type initializer for 'Microsoft.DotNet.Cli.Parser' threw an exception.",
    ' ---> System.Text.Json.JsonReaderException: Expected depth to be zero at the end of the JSON payload. LineNumber: 1 | BytePositionInLine: 0.',
  )
  expect([said[0], said[2]]).toEqual([
    'global.json can not be read',
    '---> System.Text.Json.JsonReaderException: Expected depth to be zero at the end of the JSON payload. LineNumber: 1 | BytePositionInLine: 0.',
  ])
})

test('a password for a source of packages that is an argument without a value', async () => {
  const Dockerfile = `${sdk}ARG TOKEN\nRUN dotnet nuget add source https://example.org/v3/index.json -u me -p "$TOKEN"\n`
  const [title, said] = await explain(
    { Dockerfile },
    4,
    'error: Both UserName and Password must be specified.',
  )
  expect(title).toBe('A build argument has no value')
  expect(said).toContain('RUN of Dockerfile:4 needs the build argument TOKEN: it has no value')
})

describe('a folder that a command changes to', () => {
  const refused = "/bin/sh: 1: cd: can't cd to tests"
  const Dockerfile = `${sdk}COPY src src\nRUN cd tests && dotnet test\n`

  test('is one of the repository that no COPY brings', async () => {
    expect(await explain({ Dockerfile, 'tests/A/A.csproj': project() }, 4, refused)).toEqual([
      'A file was not copied into the stage',
      'No COPY brings tests into stage build before Dockerfile:4, RUN cd tests && dotnet test',
      'Add above Dockerfile:4:',
      '  COPY tests/ tests/',
    ])
  })

  test('is none of the repository', async () => {
    expect(await explain({ Dockerfile }, 4, 'bash: line 1: cd: tests: No such file or directory')).toEqual([
      'A folder is not in the stage',
      'bash: line 1: cd: tests: No such file or directory',
      'The command runs in /src: no WORKDIR, COPY or RUN above makes /src/tests.',
    ])
  })
})

test('an exec form that has the whole command in one word', async () => {
  const Dockerfile = `${sdk}RUN ["dotnet test A"]\n`
  const words =
    'runc run failed: unable to start container process: exec: "dotnet test A": executable file not found in $PATH'
  expect(await explain({ Dockerfile }, 3, words)).toEqual([
    'A program is not in the image',
    words,
    'In the form with brackets each word stands by itself: ["dotnet", "test", "A"]',
  ])
})

test('what --no-build tests is named where it was not built', async () => {
  const Dockerfile = `${sdk}RUN dotnet build -c Release A\nRUN dotnet test A --no-build\n`
  const words =
    'The argument /src/A/bin/Debug/net10.0/A.dll is invalid. Please use the /help option to check the list of valid arguments.'
  expect(await explain({ Dockerfile }, 4, 'Test run for /src/A/bin/Debug/net10.0/A.dll', words)).toEqual([
    'The output of an earlier build is missing',
    '/src/A/bin/Debug/net10.0/A.dll is not there.',
    'Build it above with the same -c, -f and -r, or leave --no-build out of Dockerfile:4.',
  ])
})

test('common properties whose name is written otherwise are not read on Linux', async () => {
  const files = {
    ...app,
    'Directory.build.Props': '<Project />',
    Dockerfile: `${sdk}COPY . .\nRUN dotnet publish src/App\n`,
  }
  const noFramework =
    "/sdk/targets/Microsoft.NET.TargetFrameworkInference.targets(114,5): error NETSDK1013: The TargetFramework value '' was not recognized. [/src/src/App/App.csproj]"
  expect(await explain(files, 4, noFramework)).toEqual([
    'MSBuild stopped the build',
    "src/App/App.csproj: NETSDK1013 The TargetFramework value '' was not recognized.",
    'On Linux Directory.build.Props is not read: name it Directory.Build.props.',
  ])
})

test('a project that a build argument without a value names', async () => {
  const files = {
    ...app,
    Dockerfile: `${sdk}ARG MODULE\nCOPY . .\nRUN dotnet restore "\${MODULE}"\n`,
  }
  expect(await explain(files, 5, noProject)).toEqual([
    'A build argument has no value',
    'RUN of Dockerfile:5 needs the build argument MODULE: it has no value, and ARG MODULE (line 3) has no default.',
    'Set the input build-args: MODULE=…, or give it a default: ARG MODULE=…',
  ])
})

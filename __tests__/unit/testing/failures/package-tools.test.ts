import { expect, test } from '@jest/globals'
import { explainPrinted } from './recorded-build.ts'

const Dockerfile = 'FROM node:22 AS web\nWORKDIR /web\nCOPY . .\n'
const numbers = Array.from({ length: 20 }, (_, index) => String(index))
const compiled = 'src/App.tsx(3,5): error TS2322: Type string is not assignable to type number.'

/** What npm 11, yarn 1.22, pnpm 12, apt, apk and curl print, and what is said of it. */
test.each<{ name: string; command: string; lines: string[]; title: string; message: string[] }>([
  {
    name: 'a script that npm runs',
    command: 'npm run build',
    lines: ['> ui@1.0.0 build', '> vite build', '', ...numbers, compiled],
    title: 'A script of package.json failed',
    message: [compiled],
  },
  {
    name: 'a source of NuGet that the image has',
    command: 'dotnet nuget add source https://example.org/v3/index.json -n nuget.org',
    lines: [
      'error: The name specified has already been added to the list of available package sources. Provide a unique name.',
    ],
    title: 'A source of NuGet could not be set',
    message: [
      'error: The name specified has already been added to the list of available package sources. Provide a unique name.',
      'The image, or a nuget.config of the stage, has it: leave this command out, or take dotnet nuget update source.',
    ],
  },
  {
    name: 'a script of a workspace that npm runs',
    command: 'npm run build -w ui',
    lines: [
      '> ui@1.0.0 build',
      '> tsc',
      ...numbers,
      compiled,
      'npm error Lifecycle script `build` failed with error:',
      'npm error code 2',
      'npm error path /web/ui',
      'npm error workspace ui@1.0.0',
      'npm error location /web/ui',
      'npm error command failed',
      'npm error command sh -c tsc',
    ],
    title: 'A script of package.json failed',
    message: [compiled],
  },
  {
    name: 'a script that yarn runs',
    command: 'yarn build',
    lines: ['yarn run v1.22.22', '$ tsc', ...numbers, compiled, 'error Command failed with exit code 2.'],
    title: 'A script of package.json failed',
    message: [compiled],
  },
  {
    name: 'a script that pnpm runs',
    command: 'pnpm build',
    lines: ['$ tsc', ...numbers, compiled, '[ELIFECYCLE] Command failed with exit code 2.'],
    title: 'A script of package.json failed',
    message: [compiled],
  },
  {
    name: 'a script that is not there',
    command: 'npm run biuld',
    lines: [
      'npm error Missing script: "biuld"',
      'npm error',
      'npm error To see a list of scripts, run:',
      'npm error   npm run',
      'npm error A complete log of this run can be found in: /root/.npm/_logs/debug-0.log',
    ],
    title: 'A script of package.json failed',
    message: [
      'npm error Missing script: "biuld"',
      'npm error To see a list of scripts, run:',
      'npm error   npm run',
    ],
  },
  {
    name: 'a lock file that yarn refuses',
    command: 'yarn install --frozen-lockfile',
    lines: [
      'yarn install v1.22.22',
      'warning ui@1.0.0: No license field',
      '[1/4] Resolving packages...',
      'error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.',
      'info Visit https://yarnpkg.com/en/docs/cli/install for documentation about this command.',
    ],
    title: 'npm packages could not be installed',
    message: ['error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.'],
  },
  {
    name: 'a lock file that pnpm refuses',
    command: 'pnpm install --frozen-lockfile',
    lines: [
      'Error: ERR_PNPM_OUTDATED_LOCKFILE',
      '',
      '  × installing dependencies',
      '  ╰─▶ Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up',
      '      to date with package.json.',
      '      ',
      '        Failure reason:',
      "        specifiers in the lockfile don't match specifiers in package.json:",
      '      * 1 dependency is mismatched:',
      '        - is-number (lockfile: 7.0.0, manifest: 6.0.0)',
    ],
    title: 'npm packages could not be installed',
    message: [
      'Error: ERR_PNPM_OUTDATED_LOCKFILE',
      '× installing dependencies',
      '╰─▶ Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up',
      'to date with package.json.',
      'Failure reason:',
      "specifiers in the lockfile don't match specifiers in package.json:",
      '* 1 dependency is mismatched:',
      '- is-number (lockfile: 7.0.0, manifest: 6.0.0)',
    ],
  },
  {
    name: 'a lock file that pnpm 10 refuses',
    command: 'pnpm install --frozen-lockfile',
    lines: [
      ' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date',
    ],
    title: 'npm packages could not be installed',
    message: [
      'ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date',
    ],
  },
  {
    name: 'a package manager that package.json does not choose',
    command: 'yarn install',
    lines: [
      'error This project\'s package.json defines "packageManager": "yarn@4.1.0". However the current global version of Yarn is 1.22.22.',
      '',
      'Corepack must currently be enabled by running corepack enable in your terminal.',
    ],
    title: 'npm packages could not be installed',
    message: [
      'error This project\'s package.json defines "packageManager": "yarn@4.1.0". However the current global version of Yarn is 1.22.22.',
    ],
  },
  {
    name: 'a package that apt does not find, without lists',
    command: 'apt-get install -y nodejs',
    lines: ['Reading package lists...', 'Building dependency tree...', 'E: Unable to locate package nodejs'],
    title: 'A system package could not be installed',
    message: [
      'E: Unable to locate package nodejs',
      'Images have no lists of packages, and those of an earlier step may be old: RUN apt-get update && apt-get install …',
    ],
  },
  {
    name: 'a package that apk does not find',
    command: 'apk add nope',
    lines: [
      'fetch https://…/APKINDEX.tar.gz',
      'ERROR: unable to select packages:',
      '  nope (no such package):',
      '    required by: world[nope]',
    ],
    title: 'A system package could not be installed',
    message: ['ERROR: unable to select packages:', 'nope (no such package):', 'required by: world[nope]'],
  },
  {
    name: 'a download',
    command: 'curl -fsSL https://packages.acme.example/x.tgz -o /x.tgz',
    lines: ['curl: (6) Could not resolve host: packages.acme.example'],
    title: 'A download failed',
    message: ['curl: (6) Could not resolve host: packages.acme.example'],
  },
])('$name: $command', async ({ command, lines, title, message }) => {
  const found = await explainPrinted({ Dockerfile: `${Dockerfile}RUN ${command}\n` }, 4, lines)
  expect([found.title, ...found.message.split('\n')]).toEqual([title, ...message])
})

test('a tool is not to blame where dotnet went on after it', async () => {
  const lines = [
    'curl: (6) Could not resolve host: packages.acme.example',
    '> ui@1.0.0 build',
    '  Determining projects to restore...',
    '  App -> /app/App.dll',
    'Aborted',
  ]
  const files = { Dockerfile: `${Dockerfile}RUN npm run build; dotnet publish\n` }
  expect((await explainPrinted(files, 4, lines)).title).toBe('Stage web could not be built')
})

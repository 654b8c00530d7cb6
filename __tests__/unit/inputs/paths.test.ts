import { expect, test } from '@jest/globals'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { findContext } from '../../../src/inputs/paths.ts'
import { Problems, UserError } from '../../../src/shared/errors.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** What findContext gives, or the text of its problems. */
async function find(context: string, file: string, workspace: string) {
  const problems = new Problems()
  const paths = await findContext(context, file, workspace, problems)
  try {
    problems.throwIfAny()
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  return paths
}

test.each([
  { name: 'the workspace itself', context: '.', file: '', found: ['', 'Dockerfile'] },
  { name: 'a folder', context: 'shop', file: '', found: ['shop', 'shop/Dockerfile'] },
  { name: 'a folder with ./ and /', context: './shop/', file: '', found: ['shop', 'shop/Dockerfile'] },
  {
    name: 'a Dockerfile elsewhere in the workspace',
    context: 'shop',
    file: 'build/Api.Dockerfile',
    found: ['shop', 'build/Api.Dockerfile'],
  },
  {
    name: 'a folder whose name begins with dots',
    context: '..shop',
    file: '',
    found: ['..shop', '..shop/Dockerfile'],
  },
  {
    name: 'names with spaces and other letters',
    context: 'mein Lädchen',
    file: '',
    found: ['mein Lädchen', 'mein Lädchen/Dockerfile'],
  },
])('finds context and Dockerfile for $name', async ({ context, file, found: [folder = '', shown = ''] }) => {
  await using workspace = await makeTempFolder({
    Dockerfile: 'FROM a',
    'shop/Dockerfile': 'FROM a',
    '..shop/Dockerfile': 'FROM a',
    'mein Lädchen/Dockerfile': 'FROM a',
    'build/Api.Dockerfile': 'FROM a',
  })
  expect(await find(context, file, workspace.path)).toEqual({
    workspace: workspace.path,
    context: join(workspace.path, folder),
    file: join(workspace.path, shown),
    fileShown: shown,
  })
})

test('absolute paths in the workspace are taken', async () => {
  await using workspace = await makeTempFolder({ 'shop/Dockerfile': 'FROM a' })
  const context = join(workspace.path, 'shop')
  const file = join(context, 'Dockerfile')
  expect(await find(context, file, workspace.path)).toEqual({
    workspace: workspace.path,
    context,
    file,
    fileShown: 'shop/Dockerfile',
  })
})

test('a link that stays inside the workspace is followed', async () => {
  await using workspace = await makeTempFolder({ 'shop/Dockerfile': 'FROM a' })
  await symlink('shop', join(workspace.path, 'link'))
  expect(await find('link', '', workspace.path)).toMatchObject({ fileShown: 'shop/Dockerfile' })
})

test('a workspace that is itself reached through a link is fine', async () => {
  await using workspace = await makeTempFolder({ 'real/Dockerfile': 'FROM a' })
  await symlink('real', join(workspace.path, 'link'))
  const root = join(workspace.path, 'real')
  expect(await find('.', '', join(workspace.path, 'link'))).toEqual({
    workspace: root,
    context: root,
    file: join(root, 'Dockerfile'),
    fileShown: 'Dockerfile',
  })
})

test.each<{ name: string; context: string; file: string; told: string; files?: Record<string, string> }>([
  {
    name: 'a missing folder',
    context: 'nowhere',
    file: '',
    told: 'context: there is no folder nowhere.',
  },
  {
    name: 'a missing folder and a missing Dockerfile, together,',
    context: 'nowhere',
    file: 'no.Dockerfile',
    told:
      'context: there is no folder nowhere.\n' +
      'file: there is no Dockerfile at no.Dockerfile. Set:\n  file: Dockerfile',
  },
  {
    name: 'a context that is a file',
    context: 'Dockerfile',
    file: '',
    told: 'context: Dockerfile is a file; the build context is a folder.',
  },
  {
    name: 'a folder without a Dockerfile',
    context: 'empty',
    file: '',
    told: 'file: there is no Dockerfile at empty/Dockerfile. Set:\n  file: Dockerfile',
  },
  {
    name: 'a folder in the words of Windows',
    context: 'SRC\\Api',
    file: '',
    told: 'context: there is no folder SRC\\Api. Did you mean src/Api?',
    files: { 'src/Api/Dockerfile': 'FROM scratch' },
  },
  {
    name: 'a folder that has the Dockerfile',
    context: '.',
    file: 'src/Api',
    told: 'file: src/Api is not a file. Set file: src/Api/Dockerfile',
    files: { 'src/Api/Dockerfile': 'FROM scratch' },
  },
  {
    name: 'a Containerfile',
    context: 'src/Api',
    file: '',
    told: 'file: there is no Dockerfile at src/Api/Dockerfile. Set one of:\n  file: Dockerfile\n  file: src/Api/Containerfile',
    files: { 'src/Api/Containerfile': 'FROM scratch' },
  },
  { name: 'a Dockerfile that is a folder', context: '.', file: 'empty', told: 'file: empty is not a file.' },
  {
    name: 'a web address',
    context: 'https://github.com/acme/shop.git',
    file: '',
    told: 'context: "https://github.com/acme/shop.git" is a URL; write a Git repository as https://….git, or check it out first and give its folder.',
  },
  {
    name: 'an address of ssh',
    context: 'git@github.com:acme/shop.git',
    file: '',
    told: 'context: "git@github.com:acme/shop.git" is a URL; write a Git repository as https://….git, or check it out first and give its folder.',
  },
])('reports $name', async ({ context, file, told, files = {} }) => {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a', ...files })
  await mkdir(join(workspace.path, 'empty'))
  expect(await find(context, file, workspace.path)).toBe(told)
})

test('refuses what is outside of the workspace', async () => {
  await using folder = await makeTempFolder({ Dockerfile: 'FROM a', 'workspace/Dockerfile': 'FROM a' })
  const workspace = join(folder.path, 'workspace')
  expect(await find('..', '', workspace)).toBe(
    `context: ${folder.path} is outside the workspace ${workspace}; builds read only what is inside.`,
  )
  expect(await find('.', '../Dockerfile', workspace)).toBe(
    `file: ${join(folder.path, 'Dockerfile')} is outside the workspace ${workspace}; builds read only what is inside.`,
  )
})

test('refuses a sibling whose name begins like the workspace', async () => {
  await using folder = await makeTempFolder({ 'work/Dockerfile': 'FROM a', 'work-2/Dockerfile': 'FROM a' })
  expect(await find('../work-2', '', join(folder.path, 'work'))).toMatch(/is outside the workspace/)
})

test('refuses a link that leads out of the workspace, for context and Dockerfile', async () => {
  await using folder = await makeTempFolder({
    'secret/Dockerfile': 'FROM a',
    'workspace/Dockerfile': 'FROM a',
  })
  const workspace = join(folder.path, 'workspace')
  const secret = join(folder.path, 'secret')
  await symlink(secret, join(workspace, 'link'))
  await symlink(join(secret, 'Dockerfile'), join(workspace, 'Linked.Dockerfile'))
  expect(await find('link', '', workspace)).toBe(
    `context: link is outside the workspace ${workspace}, by way of a link to ${secret}; builds read only what is inside.`,
  )
  expect(await find('.', 'Linked.Dockerfile', workspace)).toBe(
    `file: Linked.Dockerfile is outside the workspace ${workspace}, by way of a link to ${join(secret, 'Dockerfile')}; ` +
      'builds read only what is inside.',
  )
})

test('a link that leads nowhere or in circles is a missing file', async () => {
  await using workspace = await makeTempFolder()
  await symlink('gone', join(workspace.path, 'Dockerfile'))
  await symlink('circle', join(workspace.path, 'circle'))
  expect(await find('.', '', workspace.path)).toMatch(/^file: there is no Dockerfile at Dockerfile\./)
  expect(await find('circle', '', workspace.path)).toBe('context: there is no folder circle.')
})

test('without any Dockerfile it is said whether the repository is there at all', async () => {
  await using empty = await makeTempFolder()
  expect(await find('.', '', empty.path)).toBe(
    'file: there is no Dockerfile at Dockerfile. The workspace is empty: a workflow needs actions/checkout in a step before this one.',
  )
  await using workspace = await makeTempFolder({ 'src/Shop/Shop.csproj': '<Project />' })
  expect(await find('.', '', workspace.path)).toBe(
    'file: there is no Dockerfile at Dockerfile. The repository has no Dockerfile at all; docker init writes a first one.',
  )
})

test('a missing Dockerfile names those that are there, .NET first, with the folder that their COPY lines begin from', async () => {
  await using workspace = await makeTempFolder({
    'src/Web/Web.csproj': '<Project />',
    'src/Web/Dockerfile':
      'FROM mcr.microsoft.com/dotnet/sdk\nCOPY ["src/Web/Web.csproj", "src/Web/"]\nCOPY . .\n',
    'src/cart/src/cart.csproj': '<Project />',
    'src/cart/src/Dockerfile': 'FROM mcr.microsoft.com/dotnet/sdk\nCOPY --link cart.csproj .\nCOPY . .\n',
    'Api.dockerfile': 'FROM node\nCOPY . .\n',
    'src/Web/Dockerfile.dockerignore': '',
    'node_modules/x/Dockerfile': 'FROM a',
  })
  expect(await find('.', '', workspace.path)).toBe(
    'file: there is no Dockerfile at Dockerfile. Set one of:\n' +
      '  file: src/Web/Dockerfile\n  file: src/cart/src/Dockerfile, context: src/cart/src\n  file: Api.dockerfile',
  )
})

test('of many Dockerfiles eight are named, and all are counted', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [`s${index}/Dockerfile`, 'FROM a']),
  )
  await using workspace = await makeTempFolder(files)
  const told = await find('.', '', workspace.path)
  expect(told).toMatch(/^ {2}and 3 more$/m)
  expect(told).toMatch(/^ {2}file: s0\/Dockerfile$/m)
})

test.each([
  {
    name: 'the folder that patterns begin in',
    files: {
      'src/Shop/Shop.csproj': '',
      'src/Shop/Dockerfile': 'FROM dotnet/sdk\nCOPY ./Shop/*.csproj ./Shop/\nCOPY . .',
    },
    line: 'file: src/Shop/Dockerfile, context: src',
  },
  {
    name: "the service's own folder, where all is copied and nothing is named",
    files: {
      'Shop.sln': '',
      'Pay/Pay.csproj': '',
      'Pay/Dockerfile': 'FROM dotnet/sdk\nADD . /src\nRUN dotnet restore\n# RUN dotnet test Shop.sln',
    },
    line: 'file: Pay/Dockerfile, context: Pay',
  },
  {
    name: 'the one from which a WORKDIR leads to the project',
    files: {
      'src/Admin/Admin.csproj': '',
      'src/Admin/Dockerfile':
        'FROM dotnet/sdk\nWORKDIR /source\nCOPY . ./\nWORKDIR /source/src/Admin\nRUN dotnet restore',
    },
    line: 'file: src/Admin/Dockerfile\n',
  },
  {
    name: 'and that of one that an editor of Windows has given an ending, beside notes that are none',
    files: { 'Shop.csproj': '', 'Dockerfile.txt': 'FROM dotnet/sdk\nCOPY . .', 'Dockerfile.notes': 'to do' },
    line: 'Set:\n  file: Dockerfile.txt\n',
  },
  {
    name: 'the one from which a command names the project',
    files: {
      'a/b/App/App.fsproj': '',
      'a/b/docker/Dockerfile': 'FROM dotnet/sdk\nCOPY . .\nRUN dotnet publish App/App.fsproj',
    },
    line: 'file: a/b/docker/Dockerfile, context: a/b',
  },
])('says the build context of a Dockerfile: $name', async ({ files, line }) => {
  await using workspace = await makeTempFolder(files)
  const said = await find('.', '', workspace.path)
  expect(`${typeof said === 'string' ? said : ''}\n`).toContain(line)
})

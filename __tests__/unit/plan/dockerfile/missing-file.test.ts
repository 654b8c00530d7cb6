import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { readIgnoreFile } from '../../../../src/plan/dockerfile/dockerignore.ts'
import { explainMissingFile } from '../../../../src/plan/dockerfile/missing-file.ts'
import { makeTempFolder } from '../../temp-folder.ts'

const dockerfile = parseDockerfile(
  [
    'FROM sdk AS build',
    'COPY src/Api/Api.csproj src/Api/',
    'FROM base',
    'COPY --from=build \\',
    '  /app/out .',
  ].join('\n'),
  'src/Api/Dockerfile',
  [],
)

/** As BuildKit 0.25 says it. */
const notFound = (path: string): string =>
  `failed to compute cache key: failed to calculate checksum of ref mhja1gitrugd8::jg6tjix4cbg: "/${path}": not found`

async function explain(
  files: Record<string, string>,
  { path = 'src/Api/Api.csproj', line = 2, context = '' },
): Promise<string | undefined> {
  await using folder = await makeTempFolder({ 'src/Api/Dockerfile': '', ...files })
  const paths = {
    workspace: folder.path,
    context: context === '' ? folder.path : `${folder.path}/${context}`,
    file: `${folder.path}/src/Api/Dockerfile`,
    fileShown: 'src/Api/Dockerfile',
  }
  const ignoreFile = await readIgnoreFile(paths.context, paths.file)
  return explainMissingFile({ message: notFound(path), line }, { dockerfile, paths, ignoreFile })
}

test('an ignore file that keeps it out is named with its line', async () => {
  const files = { '.dockerignore': '# ours\n**/bin\nsrc/*/*.csproj\n', 'src/Api/Api.csproj': '' }
  expect(await explain(files, {})).toBe(
    'src/Api/Api.csproj is not in the build context, the workspace: line 3 of .dockerignore, "src/*/*.csproj", keeps it out.',
  )
})

test('a name in other letters is told', async () => {
  expect(await explain({ 'Src/api/Api.csproj': '' }, { path: 'Src/Api/Api.csproj' })).toBe(
    'Src/Api/Api.csproj is not in the build context, the workspace: what is there is Src/api/Api.csproj, and upper and lower case differ on Linux.',
  )
})

test('a context that begins too deep is told with what to set, as for the Dockerfiles of Visual Studio', async () => {
  const files = { 'src/Api/Api.csproj': '', 'src/Shop.slnx': '' }
  expect(await explain(files, { context: 'src/Api' })).toBe(
    'src/Api/Api.csproj is not in the build context, src/Api: the workspace has it. Set context: ., and file: src/Api/Dockerfile.',
  )
  expect(await explain(files, { context: 'src/Api', path: 'Shop.slnx' })).toBe(
    'Shop.slnx is not in the build context, src/Api: src has it. Set context: src, and file: src/Api/Dockerfile.',
  )
})

test('a context that begins too high is told with what to set', async () => {
  const files = { 'src/Core/Core.csproj': '' }
  expect(await explain(files, { path: 'Core/Core.csproj' })).toBe(
    'Core/Core.csproj is not in the build context, the workspace: src has it. Set context: src, and file: src/Api/Dockerfile.',
  )
})

test('a name that is misspelled, and a file in another folder, are told', async () => {
  const files = { 'src/Api/Api.csproj': '', 'eng/nuget.config': '' }
  expect(await explain(files, { path: 'src/Api/Apis.csproj' })).toBe(
    'src/Api/Apis.csproj is not in the build context, the workspace: what is there is src/Api/Api.csproj.',
  )
  expect(await explain(files, { path: 'build/nuget.config' })).toBe(
    'build/nuget.config is not in the build context, the workspace: what is there is eng/nuget.config.',
  )
  expect(await explain(files, { path: 'nuget.config' })).toBe(
    'nuget.config is not in the build context, the workspace: what is there is eng/nuget.config. Write that in COPY, or set context: eng, and file: src/Api/Dockerfile.',
  )
})

test('a folder that a pattern begins with is told, too', () => {
  const paths = { workspace: '/w', context: '/w', file: '/w/Dockerfile', fileShown: 'Dockerfile' }
  const error = { message: 'lstat /lib: no such file or directory', line: 2 }
  expect(explainMissingFile(error, { dockerfile, paths, ignoreFile: undefined })).toBe(
    'lib is not in the build context, the workspace: there is no such file.',
  )
})

test('a file that is nowhere is said to be nowhere', async () => {
  expect(await explain({}, {})).toBe(
    'src/Api/Api.csproj is not in the build context, the workspace: there is no such file.',
  )
})

test('what another stage does not have is not looked for in the context', async () => {
  expect(await explain({}, { path: 'app/out', line: 5 })).toBe(
    '/app/out is not there in build, where COPY --from takes it.',
  )
})

test('any other error keeps its words', () => {
  const paths = { workspace: '/w', context: '/w', file: '/w/Dockerfile', fileShown: 'Dockerfile' }
  const error = {
    message: 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3',
    line: 2,
  }
  expect(explainMissingFile(error, { dockerfile, paths, ignoreFile: undefined })).toBeUndefined()
})

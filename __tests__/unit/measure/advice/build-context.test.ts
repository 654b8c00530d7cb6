import { expect, test } from '@jest/globals'
import { findBuildContext } from '../../../../src/measure/advice/rules/steps/build-context.ts'
import { findLeftovers } from '../../../../src/measure/advice/leftovers.ts'
import { makeTempFolder } from '../../temp-folder.ts'
import { someFacts } from './an-image.ts'

const dockerfile = 'FROM sdk AS build\nWORKDIR /src\nCOPY . .\nFROM aspnet\nCOPY --from=build /out /app'

test('says what was sent without a .dockerignore', () => {
  const facts = someFacts({
    dockerfile,
    leftovers: ['.git', 'src/Shop/bin', 'src/Pay/bin'],
    contextBytes: 52_400_000,
  })
  expect(findBuildContext(facts)).toMatchObject([
    {
      id: 'no-dockerignore',
      title:
        '52.40 MB were sent to the builder, also what it does not need: .git, bin. There is no .dockerignore.',
      place: { file: 'Dockerfile', line: 3 },
    },
  ])
})

test('leaves in what the build takes by name, and the history where a version is made of it', () => {
  const copied = 'FROM aspnet\nCOPY . /src\nCOPY src/Shop/bin/Release/net10.0/publish/ /app/'
  const versioned =
    'FROM sdk AS build\nCOPY . .\nRUN dotnet gitversion && dotnet publish -o /out\nFROM aspnet\nCOPY --from=build /out /bin'
  const fixOf = (text: string): string | undefined =>
    findBuildContext(
      someFacts({ dockerfile: text, leftovers: ['.git', '.vs', 'src/Shop/obj'], contextBytes: 52_400_000 }),
    )[0]?.fix
  const first = 'In .dockerignore, a new file at the top of the build context:\n'
  expect(fixOf('FROM sdk\nCOPY . .\nRUN npm ci && tools/bin/pack.sh')).toBe(
    `${first}**/.git\n**/.vs\n**/obj\n**/TestResults\n**/node_modules`,
  )
  expect(fixOf(copied)).toBe(`${first}**/.git\n**/.vs\n**/obj\n**/TestResults`)
  expect(fixOf(versioned)).toBe(`${first}**/.vs\n**/bin\n**/obj\n**/TestResults`)
})

test.each([
  {
    name: 'where there is nothing that no build needs',
    image: { leftovers: [], contextBytes: 52_400_000 },
  },
  { name: 'where nobody told what was sent', image: { leftovers: ['.git'] } },
  {
    name: 'where it lies outside of what was sent',
    image: {
      dockerfile: dockerfile.replace('COPY . .', 'COPY src src'),
      ...{ leftovers: ['.git', 'srcs/bin'], contextBytes: 52_400_000 },
    },
  },
  {
    name: 'where the build needs it',
    image: {
      dockerfile: dockerfile.replace('COPY . .', 'COPY . .\nRUN git describe'),
      ...{ leftovers: ['.git', 'web/node_modules'], contextBytes: 52_400_000 },
    },
  },
  {
    name: 'where only what the Dockerfile names was sent',
    image: {
      dockerfile: 'FROM aspnet\nCOPY bin/publish /app\nCOPY seed.json /app/',
      ...{ leftovers: ['.git', 'bin'], contextBytes: 52_400_000 },
    },
  },
  { name: 'where little was sent', image: { leftovers: ['.git'], contextBytes: 99_999 } },
])('says nothing $name', ({ image }) => {
  expect(findBuildContext(someFacts({ dockerfile, ...image }))).toEqual([])
})

test('finds what tools and builds left at the top and beside the projects', async () => {
  await using temp = await makeTempFolder({
    '.git/HEAD': '',
    bin: 'a program',
    'src/Shop/obj/project.assets.json': '',
    'src/Shop/wwwroot/bin/x': '',
  })
  const projects = [{ path: 'src/Shop/Shop.csproj' }]
  expect(await findLeftovers(temp.path, { projects })).toEqual(['.git', 'src/Shop/obj'])
})

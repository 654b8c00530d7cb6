import { expect, test } from '@jest/globals'
import { findBuildContext } from '../../../../src/measure/advice/rules/steps/build-context.ts'
import { someFacts } from './an-image.ts'

const dockerfile = 'FROM sdk AS build\nWORKDIR /src\nCOPY . .\nFROM aspnet\nCOPY --from=build /out /app'

test('says what was sent without a .dockerignore', () => {
  const facts = someFacts({ dockerfile, hasDockerignore: false, contextBytes: 52_400_000 })
  expect(findBuildContext(facts)).toMatchObject([
    {
      id: 'no-dockerignore',
      title: '52.40 MB were sent to the builder, and no .dockerignore keeps out what it does not need.',
      place: { file: 'Dockerfile', line: 3 },
    },
  ])
})

test.each([
  { name: 'with a .dockerignore', image: { hasDockerignore: true, contextBytes: 52_400_000 } },
  { name: 'where nobody told what was sent', image: { hasDockerignore: false } },
  { name: 'where little was sent', image: { hasDockerignore: false, contextBytes: 99_999 } },
])('says nothing $name', ({ image }) => {
  expect(findBuildContext(someFacts({ dockerfile, ...image }))).toEqual([])
})

import { expect, test } from '@jest/globals'
import { findRepeatedCopies } from '../../../../src/measure/advice/rules/steps/repeated-copies.ts'
import { someFacts, type SomeLayer } from './an-image.ts'

const hash = 'abcdef0123456789'
const file = { 'app/Shop.dll': [400_000, hash] as [number, string] }
const dockerfile = [
  'FROM aspnet AS final',
  'COPY --from=build --link /out /app',
  'RUN chown -R app:app /app',
  'RUN chmod -R 755 /app',
  'COPY again /app',
].join('\n')

test.each<{
  name: string
  layers: SomeLayer[]
  base?: SomeLayer[]
  advice: [line: number | undefined, bytes: number, fix: string][]
}>([
  {
    name: 'a layer that changes the owner',
    layers: [
      { line: 2, files: file },
      { line: 3, files: file },
    ],
    advice: [
      [
        3,
        400_000,
        'Set owner and rights while copying.\n\nIn place of line 2:\nCOPY --chown=app:app --from=build /out /app\n\nIn place of line 3:\nRUN chown app:app /app',
      ],
    ],
  },
  {
    name: 'two layers that change something, each for itself',
    layers: [
      { line: 2, files: file },
      { line: 3, files: file },
      { line: 4, files: file },
    ],
    advice: [
      [
        3,
        400_000,
        'Set owner and rights while copying.\n\nIn place of line 2:\nCOPY --chown=app:app --from=build /out /app\n\nIn place of line 3:\nRUN chown app:app /app',
      ],
      [
        4,
        400_000,
        'Write these files once: take them out of line 4, or set owner and rights where they are copied (COPY --chown=… --chmod=…).',
      ],
    ],
  },
  {
    name: 'a second copy',
    layers: [
      { line: 2, files: file },
      { line: 5, files: file },
    ],
    advice: [
      [
        5,
        400_000,
        'Write these files once: take them out of line 5, or set owner and rights where they are copied (COPY --chown=… --chmod=…).',
      ],
    ],
  },
  {
    name: 'files of the base image in a layer that changes their owner',
    base: [{ files: { 'usr/x': 300_000 } }],
    layers: [{ line: 3, createdBy: 'RUN chown -R app:app /usr', files: { 'usr/x': [300_000, hash] } }],
    advice: [
      [
        3,
        300_000,
        'Write these files once: take them out of line 3, or set owner and rights where they are copied (COPY --chown=… --chmod=…).',
      ],
    ],
  },
  {
    name: 'no update of a file of the base image',
    base: [{ files: { 'usr/x': 300_000 } }],
    layers: [{ line: 3, createdBy: 'RUN apt-get upgrade', files: { 'usr/x': [300_000, hash] } }],
    advice: [],
  },
  {
    name: 'no file that changed',
    layers: [
      { line: 2, files: file },
      { line: 5, files: { 'app/Shop.dll': [400_000, '0000000000000000'] } },
    ],
    advice: [],
  },
])('finds $name', ({ layers, base, advice }) => {
  const facts = someFacts({ dockerfile, layers, ...(base === undefined ? {} : { base }) })
  expect(
    findRepeatedCopies(facts).map(({ place, uncompressedBytes, fix }) => [
      place?.line,
      uncompressedBytes,
      fix,
    ]),
  ).toEqual(advice)
})

test.each([
  {
    name: 'in the RUN that changes the owner',
    lines: ['COPY --from=build /out /app', 'RUN useradd -u 5001 shop && chown -R shop:shop /app'],
    upper: 3,
    fix: 'Make the user first, and set owner and rights while copying.\n\nIn place of line 2:\nRUN useradd -u 5001 shop\nCOPY --chown=shop:shop --from=build /out /app\n\nIn place of line 3:\nRUN chown shop:shop /app',
  },
  {
    name: 'in a line between',
    lines: ['COPY --from=build /out /app', 'RUN adduser -D shop', 'RUN chown -R shop /app'],
    upper: 4,
    fix: 'Set owner and rights while copying, below line 3, which makes the user.\n\nTake line 2 out.\n\nBelow line 3:\nCOPY --chown=shop --from=build /out /app\n\nIn place of line 4:\nRUN chown shop /app',
  },
  {
    name: 'by nobody, for a user by number; folders that RUNs make are given to it, too',
    lines: [
      'COPY --link --from=build \\',
      '  /out /app',
      'RUN mkdir -p /app/data /var/x && chown --recursive 1654:1654 /app && chmod 700 /app/data',
    ],
    upper: 4,
    fix: 'Set owner and rights while copying.\n\nIn place of lines 2 to 3:\nCOPY --chown=1654:1654 --link --from=build \\\n  /out /app\n\nIn place of line 4:\nRUN mkdir -p /app/data /var/x && chown 1654:1654 /app /app/data && chmod 700 /app/data',
  },
])('copies for a user that is there: made $name', ({ lines, upper, fix }) => {
  const layers = [
    { line: 2, files: file },
    { line: upper, files: file },
  ]
  const [advice] = findRepeatedCopies(someFacts({ dockerfile: ['FROM aspnet', ...lines].join('\n'), layers }))
  expect(advice?.fix).toBe(fix)
})

import { expect } from '@jest/globals'
import { CsvError } from 'csv-parse/sync'
import { parseGrowthLimit, parseSize } from '../../src/inputs/parsers/values.ts'
import { parseKeyValue, parseList } from '../../src/shared/csv.ts'
import { Problems, UserError } from '../../src/shared/errors.ts'
import { parseImages } from '../../src/matrix/parse-images.ts'
import { parseExpected } from '../../src/merge/collect-images.ts'
import { parseDockerfile } from '../../src/plan/dockerfile/parse-dockerfile.ts'
import { parseIgnoreFile } from '../../src/plan/dockerfile/dockerignore.ts'
import { neededFor } from '../../src/plan/dockerfile/stage-graph.ts'
import { findTests } from '../../src/plan/commands/find-test-commands.ts'
import { expandWord, splitWords } from '../../src/plan/dockerfile/variables.ts'
import { keyPart, lookupKeyParts, recordKeyParts } from '../../src/store/record-store.ts'
import { fuzz } from './fuzz.ts'
import { mutate, strangeText } from './mutate.ts'

const sizes = [
  '120 MB',
  '1.5 MiB',
  '0 B',
  '9 GiB',
  '1e3 kB',
  '5%',
  '2.5 %',
  '99999999999999999999 GB',
  '.5 MB',
  '-1 kB',
]

function unlessRefused<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

fuzz('a size is a whole number of bytes or none', {
  rounds: 3000,
  make: (random) => mutate(random, random.pick(sizes), 2),
  check: (text) => {
    const sizeBytes = unlessRefused(() => parseSize(text))
    expect(sizeBytes === undefined || (Number.isSafeInteger(sizeBytes) && sizeBytes >= 0)).toBe(true)
    const limit = unlessRefused(() => parseGrowthLimit(text))
    const number = limit?.kind === 'percent' ? limit.percent : (limit?.limitBytes ?? 0)
    expect(Number.isFinite(number) && number >= 0).toBe(true)
  },
})

const lists = [
  'a=1\nb=2',
  'type=registry,ref=ghcr.io/a/b:c,mode=max',
  '"x, y",z\n# c',
  'KEY="a\nb"',
  'id=x,src=y',
]

fuzz('a list has entries without spaces around, or is refused', {
  rounds: 2000,
  make: (random) => mutate(random, random.pick([...lists, strangeText(random)])),
  check: (text, random) => {
    try {
      for (const entry of parseList(text, { splitAtCommas: random.oneIn(2) })) {
        expect(entry).toBe(entry.trim())
        expect(entry).not.toBe('')
        const pair = parseKeyValue(entry)
        if (pair !== undefined) expect(pair.join('=')).toBe(entry)
      }
    } catch (error) {
      if (!(error instanceof Error && error.cause instanceof CsvError)) throw error
    }
  },
})

fuzz('a name is one safe part of a key, and another name another one', {
  rounds: 2000,
  make: (random) => [strangeText(random, 20), strangeText(random, 20)] as const,
  check: ([a, b]) => {
    for (const part of [keyPart(a), keyPart(b)]) expect(part).toMatch(/^[a-z0-9._~-]{1,80}$/)
    expect(keyPart(a) === keyPart(b)).toBe(a === b)
    const key = recordKeyParts({ image: a, branch: b, commit: 'c', run: '1-1' }).join('/')
    expect(key.length).toBeLessThanOrEqual(512)
    expect(key.startsWith(`${lookupKeyParts(a, { branch: b }).join('/')}/`)).toBe(true)
  },
})

const images = [
  '- context: src/Shop\n  tags: [a, b]\n- {file: x}',
  '[{"context": "a", "build-args": {"A": "1"}}]',
  'a: &x [1, 2]\nb: *x',
  'name: shop\ntags: |\n  a\n  b\n',
]

fuzz('a list of images gives texts, and a problem for what it is not', {
  rounds: 1500,
  make: (random) => mutate(random, random.pick(images)),
  check: (text) => {
    const written = parseImages(text, new Problems())
    for (const value of written.flatMap((image) => [...image.values()])) expect(typeof value).toBe('string')
  },
})

fuzz('what is expected of a merge is names, a number or refused', {
  rounds: 500,
  make: (random) => mutate(random, random.pick(['a\nb', '12', '', '0', '10001'])),
  check: (text) => {
    try {
      const expected = parseExpected(text)
      expect(expected.kind === 'names' ? expected.names.length : expected.count).toBeGreaterThan(0)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  },
})

const mounts = [
  'type=cache,target=/x',
  'type=bind,from=build,source=/a,target=/b',
  'type=secret,id=a,env=B',
  'from=0',
  'from=nobody',
]

fuzz('mounts of a RUN name stages that are there', {
  rounds: 1000,
  make: (random) => mutate(random, random.pick(mounts), 2).replace(/[\r\n]/g, ''),
  check: (mount) => {
    const text = `FROM sdk AS build\nFROM build AS test\nRUN --mount=${mount} dotnet test\n`
    const dockerfile = parseDockerfile(text, 'Dockerfile', [])
    for (const stage of dockerfile.stages) {
      for (const needed of neededFor(stage)) expect(dockerfile.stages).toContain(needed)
    }
  },
})

const commands = [
  'dotnet test A || true; dotnet test B | tee log',
  'set -e\nif [ -f x ]; then dotnet test "a b" -- --x; fi',
  'bash -c "dotnet test && (cd x; ./run)"',
  '${A:-${B:-c}} $D "e $F" \'g $H\'',
]

fuzz('commands and words of a shell are told without end of patience', {
  rounds: 1500,
  make: (random) => mutate(random, random.pick(commands)),
  check: (text) => {
    const { kind, commands } = findTests({ text })
    expect(['tests', 'known', 'unknown']).toContain(kind)
    expect(commands).toBeInstanceOf(Array)
    for (const word of splitWords(text)) expandWord(word, new Map([['A', 'x']]))
    expect(parseIgnoreFile(text).ruleFor('src/a.cs')?.line ?? 1).toBeGreaterThan(0)
  },
})

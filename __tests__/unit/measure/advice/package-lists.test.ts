import { expect, test } from '@jest/globals'
import { findPackageLists } from '../../../../src/measure/advice/rules/steps/package-lists.ts'
import { someFacts } from './an-image.ts'

const lists = {
  'var/lib/apt/lists/deb.debian.org_main_Packages': 20_000_000,
  'var/cache/apt/pkgcache.bin': 300_000,
}

test('finds the lists of apt, also where a later layer deletes them', () => {
  const dockerfile =
    'FROM debian\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*'
  const layers = [
    { line: 2, files: lists },
    { line: 3, removed: ['var/lib/apt/lists/deb.debian.org_main_Packages'] },
  ]
  expect(findPackageLists(someFacts({ dockerfile, layers }))).toEqual([
    {
      id: 'apt-package-lists',
      title:
        "20.30 MB (about 10.15 MB compressed) of apt's lists and downloads are in the image; what a later layer deletes is still pulled.",
      uncompressedBytes: 20_300_000,
      compressedBytes: 10_150_000,
      evidence: [
        'var/lib/apt/lists/deb.debian.org_main_Packages (20.00 MB)',
        'var/cache/apt/pkgcache.bin (300.00 kB)',
      ],
      place: { file: 'Dockerfile', line: 2 },
      fix: 'In place of line 2:\nRUN apt-get update && apt-get install -y curl \\\n    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*',
      link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
    },
  ])
})

test.each([
  {
    run: 'RUN ["apt-get", "update"]',
    fix: 'Delete them in the RUN that brings them:\nrm -rf /var/lib/apt/lists/* /var/cache/apt/*',
  },
  {
    run: 'RUN <<EOF\napt-get update\nEOF',
    fix: 'Above line 4:\nrm -rf /var/lib/apt/lists/* /var/cache/apt/*',
  },
  {
    run: 'RUN <<EOF bash\napt-get update\nEOF',
    fix: 'Delete them in the RUN that brings them:\nrm -rf /var/lib/apt/lists/* /var/cache/apt/*',
  },
  {
    run: 'RUN --network=default apt-get update',
    fix: 'In place of line 2:\nRUN --network=default apt-get update \\\n    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*',
  },
])('has a text for $run', ({ run, fix }) => {
  const [advice] = findPackageLists(
    someFacts({ dockerfile: `FROM debian\n${run}`, layers: [{ line: 2, files: lists }] }),
  )
  expect(advice?.fix).toBe(fix)
})

test('finds those of apk and dnf, and none in the base image', () => {
  const files = { 'var/cache/apk/APKINDEX.x.tar.gz': 800_000, 'var/cache/dnf/x.solv': 900_000 }
  expect(findPackageLists(someFacts({ layers: [{ files }] })).map(({ id }) => id)).toEqual([
    'apk-package-lists',
    'dnf-package-lists',
  ])
  expect(findPackageLists(someFacts({ base: [{ files: lists }] }))).toEqual([])
})

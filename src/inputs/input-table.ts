/**
 * Every input with its default, as action.yml declares it (a test holds the two together); the terminal takes
 * its defaults from here. `flag` marks inputs that are `true` or `false`, `list` those with one value per line.
 */
export const inputTable = {
  context: { fallback: '.', kind: 'text' },
  file: { fallback: '', kind: 'text' },
  'test-target': { fallback: '', kind: 'list' },
  target: { fallback: '', kind: 'text' },
  'missing-test-stage': { fallback: 'fail', kind: 'text' },
  'test-results': { fallback: 'auto', kind: 'text' },
  'test-cache': { fallback: 'false', kind: 'flag' },
  'test-timeout': { fallback: '', kind: 'text' },
  'allow-no-tests': { fallback: 'false', kind: 'flag' },
  coverage: { fallback: 'false', kind: 'flag' },
  'min-coverage': { fallback: '', kind: 'text' },
  'build-args': { fallback: '', kind: 'list' },
  'build-contexts': { fallback: '', kind: 'list' },
  secrets: { fallback: '', kind: 'list' },
  'secret-envs': { fallback: '', kind: 'list' },
  'secret-files': { fallback: '', kind: 'list' },
  ssh: { fallback: '', kind: 'list' },
  labels: { fallback: '', kind: 'list' },
  annotations: { fallback: '', kind: 'list' },
  tags: { fallback: '', kind: 'list' },
  platforms: { fallback: '', kind: 'list' },
  push: { fallback: 'false', kind: 'flag' },
  load: { fallback: 'false', kind: 'flag' },
  pull: { fallback: 'false', kind: 'flag' },
  'no-cache': { fallback: 'false', kind: 'flag' },
  'no-cache-filters': { fallback: '', kind: 'list' },
  network: { fallback: '', kind: 'text' },
  'shm-size': { fallback: '', kind: 'text' },
  ulimit: { fallback: '', kind: 'list' },
  'add-hosts': { fallback: '', kind: 'list' },
  allow: { fallback: '', kind: 'list' },
  provenance: { fallback: '', kind: 'text' },
  sbom: { fallback: '', kind: 'text' },
  attests: { fallback: '', kind: 'list' },
  outputs: { fallback: '', kind: 'list' },
  builder: { fallback: 'auto', kind: 'text' },
  cache: { fallback: 'auto', kind: 'text' },
  'cache-ref': { fallback: '', kind: 'text' },
  'cache-mode': { fallback: 'max', kind: 'text' },
  'cache-write': { fallback: 'auto', kind: 'text' },
  'cache-from': { fallback: '', kind: 'list' },
  'cache-to': { fallback: '', kind: 'list' },
  'parallel-build': { fallback: 'true', kind: 'flag' },
  'image-key': { fallback: '', kind: 'text' },
  baseline: { fallback: 'cache', kind: 'list' },
  'baseline-image': { fallback: '', kind: 'text' },
  'baseline-release': { fallback: '', kind: 'text' },
  'size-metric': { fallback: 'compressed', kind: 'text' },
  'max-size': { fallback: '', kind: 'text' },
  'max-increase': { fallback: '', kind: 'list' },
  'ignore-base-image': { fallback: 'true', kind: 'flag' },
  'size-override-label': { fallback: 'size-increase-ok', kind: 'text' },
  'min-change': { fallback: '500 B', kind: 'text' },
  'smoke-test': { fallback: '', kind: 'text' },
  'smoke-port': { fallback: '', kind: 'text' },
  'smoke-timeout': { fallback: '30 s', kind: 'text' },
  'smoke-env': { fallback: '', kind: 'list' },
  comment: { fallback: 'auto', kind: 'text' },
  summary: { fallback: 'true', kind: 'flag' },
  'file-annotations': { fallback: 'true', kind: 'flag' },
  'report-dir': { fallback: '', kind: 'text' },
  'github-token': { fallback: '${{ github.token }}', kind: 'text' },
  inputs: { fallback: '', kind: 'text' },
} as const satisfies Record<string, { fallback: string; kind: 'text' | 'list' | 'flag' }>

/** The name of an input, as a user writes it. */
export type InputName = keyof typeof inputTable

/** All names in the order of action.yml. */
export const inputNames = Object.keys(inputTable) as InputName[]

/** The inputs as they were written, before anything is checked. */
export type RawInputs = Readonly<Record<InputName, string>>

import { describe, expect, it, test } from '@jest/globals'
import { InputReader } from '../../../src/inputs/input-reader.ts'
import { Problems } from '../../../src/shared/errors.ts'
import { readTags } from '../../../src/inputs/tags.ts'
import { readRunFacts, type RunFacts } from '../../../src/inputs/run-facts.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const commit = '0123456789abcdef0123456789abcdef01234567'
const push: RunFacts = {
  ...{ event: 'push', ref: 'refs/heads/main', commit, defaultBranch: 'main' },
  ...{ repositoryUrl: 'https://github.com/acme/shop', description: '', license: '', committedAt: '' },
}
const topic = { ...push, ref: 'refs/heads/feature/New login' }
const release = { ...push, ref: 'refs/tags/v1.2.3' }
const preRelease = { ...push, ref: 'refs/tags/v2.0.0-rc.1' }
const pullRequest = { ...push, event: 'pull_request', ref: 'refs/pull/7/merge' }
const queue = { ...push, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-1' }
const terminal: RunFacts = { ...push, event: '', ref: '', commit: '', defaultBranch: '' }

function tagsOf(facts: RunFacts, tags = '', imageName = 'ghcr.io/acme/shop'): string[] {
  const problems = new Problems()
  const read = new InputReader({ ...defaultInputs, tags, 'image-name': imageName }, problems)
  const found = readTags(read, facts)
  problems.throwIfAny()
  return found.tags.map((tag) => tag.replace('ghcr.io/acme/shop:', ''))
}

describe('without tags, an image name gets', () => {
  it.each([
    ['a push to the default branch', push, ['main', 'sha-0123456', 'latest']],
    ['a push to another branch', topic, ['feature-New-login', 'sha-0123456']],
    ['the tag of a release', release, ['1.2.3', '1.2', 'sha-0123456']],
    ['the tag of a pre-release', preRelease, ['2.0.0-rc.1', 'sha-0123456']],
    ['a pull request', pullRequest, ['pr-7', 'sha-0123456']],
    ['a merge queue', queue, ['gh-readonly-queue-main-pr-7-1', 'sha-0123456']],
    ['a terminal', terminal, []],
  ])('%s', (_, facts, expected) => {
    expect(tagsOf(facts)).toEqual(expected)
  })
})

describe('a rule of docker/metadata-action', () => {
  it.each([
    ['type=ref,event=branch,prefix=b-,suffix=-x', push, ['b-main-x']],
    ['type=ref,event=tag', release, ['v1.2.3']],
    ['type=sha,format=long,prefix=', push, [commit]],
    ['type=semver,pattern={{raw}}', preRelease, ['v2.0.0-rc.1']],
    ['type=semver,pattern=v{{major}}', release, ['v1']],
    ['type=semver,pattern=v{{major}}', push, []],
    ['type=semver,pattern={{version}},value=3.1.4', push, ['3.1.4']],
    ['type=raw,value={{branch}}-{{sha}}', push, ['main-0123456']],
    ['type=raw,value=latest,enable={{is_default_branch}}', topic, []],
    ['type=raw,value=latest,enable=false', push, []],
    ['type=schedule', { ...push, event: 'schedule' }, ['nightly']],
    ['type=edge', push, ['edge']],
    ['1.0', push, ['1.0']],
  ])('%s', (rule, facts, expected) => {
    expect(tagsOf(facts, rule)).toEqual(expected)
  })

  it.each([
    [
      'type=pep440,pattern={{version}}',
      '"pep440" is not a type of tag; these are: ref, sha, semver, raw, schedule, edge.',
    ],
    ['type=ref', '"type=ref" needs event=branch, event=tag or event=pr.'],
    ['type=semver', '"type=semver" needs a pattern, such as pattern={{version}}.'],
    ['type=sha,fmt=long', '"type=sha,fmt=long" has no "fmt"; it has format, enable, prefix, suffix.'],
    ["type=raw,value={{date 'YYYY'}}", "{{date 'YYYY'}} is not known here; these are: {{branch}}"],
  ])('%s is an error', (rule, message) => {
    expect(() => tagsOf(push, rule)).toThrow(`tags: ${message}`)
  })

  it('needs a name', () => {
    expect(() => tagsOf(push, 'type=sha', '')).toThrow('image-name: rules in tags need it')
  })
})

test('full names stay, and each name gets each tag, in lower case', () => {
  expect(
    tagsOf(push, 'acme/other:1, acme/other:2\ntype=sha', 'GHCR.io/Acme/Shop\ndocker.io/acme/shop'),
  ).toEqual([...['acme/other:1', 'acme/other:2', 'sha-0123456', 'docker.io/acme/shop:sha-0123456']])
})

test('without a name, tags are what they were', () => {
  expect(tagsOf(push, 'acme/a:1,acme/b:2\nacme/c', '')).toEqual(['acme/a:1', 'acme/b:2', 'acme/c'])
})

test('the run says what it builds; an event that says nothing is none', async () => {
  const event = {
    repository: { default_branch: 'main', description: null, license: { spdx_id: 'MIT' } },
    head_commit: { timestamp: '2026-11-29T10:00:00Z' },
  }
  await using folder = await makeTempFolder({ 'event.json': JSON.stringify(event), 'broken.json': '{' })
  const env = {
    ...{ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: commit },
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/shop' },
  }
  const facts = { ...push, license: 'MIT', committedAt: '2026-11-29T10:00:00Z' }
  expect(await readRunFacts({ ...env, GITHUB_EVENT_PATH: `${folder.path}/event.json` })).toEqual(facts)
  const none = { ...push, defaultBranch: '' }
  expect(await readRunFacts({ ...env, GITHUB_EVENT_PATH: `${folder.path}/broken.json` })).toEqual(none)
  expect(await readRunFacts({})).toEqual({ ...terminal, repositoryUrl: '' })
})

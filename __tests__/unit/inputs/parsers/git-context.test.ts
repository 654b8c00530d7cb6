import { expect, test } from '@jest/globals'
import { gitSecret, isGitUrl, withDefaultContext } from '../../../../src/inputs/parsers/git-context.ts'

const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: 'abc' }
const own = 'https://github.com/acme/shop.git'

test.each([
  { context: `${own}#main:src`, isGit: true },
  { context: `${own}?ref=main`, isGit: true },
  { context: 'git://host/shop', isGit: true },
  { context: 'git@github.com:acme/shop.git', isGit: true },
  { context: 'github.com/acme/shop', isGit: true },
  { context: 'ssh://git@host/shop.git', isGit: true },
  { context: 'https://host/shop.tar.gz', isGit: false },
  { context: './shop.git', isGit: false },
  { context: 'src', isGit: false },
])('$context is a repository: $isGit', ({ context, isGit }) => {
  expect(isGitUrl(context)).toBe(isGit)
})

test('stands for the commit of the run, where there is one', () => {
  expect(withDefaultContext('{{defaultContext}}:src', env)).toBe(`${own}#abc:src`)
  expect(withDefaultContext('{{ defaultContext }}', {})).toBe('{{ defaultContext }}')
})

test.each<{ name: string; url: string; secrets?: [string, string][]; given: [string, string][] }>([
  { name: 'the run’s own repository', url: `${own}#main`, given: [['GIT_AUTH_TOKEN.github.com', 't']] },
  { name: 'another one', url: 'https://github.com/acme/other.git', given: [] },
  { name: 'one whose name begins alike', url: 'https://github.com/acme/shop.git.evil.org/x.git', given: [] },
  { name: 'one for which the user has a token', url: own, secrets: [['GIT_AUTH_TOKEN', 'x']], given: [] },
])('the job’s token for $name', ({ url, secrets = [], given }) => {
  expect(gitSecret(url, 't', secrets, env)).toEqual(given)
})

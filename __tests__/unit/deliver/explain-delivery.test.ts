import { expect, test } from '@jest/globals'
import { explainPush } from '../../../src/deliver/explain-delivery.ts'

const login = (host: string): string =>
  `Log in to ${host} in a step above this one, such as docker/login-action. Runs of forks and of Dependabot have no secrets: push from branches alone.`

// Words of docker image push, buildx build --push and buildx imagetools create (Docker 28.5, buildx 0.29) against a registry that refuses so.
test.each<{ words: string; name?: string; told: string }>([
  {
    words:
      "error from registry: The image tag '1' already exists and cannot be overwritten because the repository is immutable.",
    told: 'The registry lets no tag move: give each commit one of its own, such as github.sha.',
  },
  {
    words: 'failed to push ghcr.io/acme/shop:1: toomanyrequests: Rate exceeded',
    told: 'The registry limits its requests: run the job again later.',
  },
  {
    words:
      'push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    told: login('ghcr.io'),
  },
  {
    words:
      'failed to push acme/shop:1: unexpected status from HEAD request to https://registry-1.docker.io/v2/acme/shop/blobs/sha256:0: 401 Unauthorized',
    name: 'acme/shop:1',
    told: login('docker.io'),
  },
  {
    words: 'error from registry: permission_denied: write_package',
    told:
      'Give the job permissions: { contents: read, packages: write }. Where another repository made the package, let this one write it: ' +
      'package settings, Manage Actions access.',
  },
  {
    words: 'denied: requested access to the resource is denied',
    name: 'acme.azurecr.io/shop:1',
    told: 'Who is logged in to acme.azurecr.io may not push there.',
  },
  {
    words:
      "failed to push ghcr.io/acme/shop:1: unknown: The repository with name 'shop' does not exist in the registry with id '123456789012'",
    told: 'Make that repository in the registry first.',
  },
])('$words', ({ words, name = 'ghcr.io/acme/shop:1', told }) => {
  expect(explainPush(words, [name])).toBe(`${words.includes(name) ? '' : `${name}: `}${words}\n${told}`)
})

test('what nobody knows is told with the name alone', () => {
  expect(explainPush('EOF', ['shop', 'shop:2'])).toBe('shop, shop:2: EOF')
})

test('of several names the refused one is told', () => {
  const words = 'quay.io/acme/shop:1: unauthorized: access to the requested resource is not authorized'
  expect(explainPush(words, ['ghcr.io/acme/shop:1', 'quay.io/acme/shop:1'])).toBe(
    `${words}\n${login('quay.io')}`,
  )
})

import { expect, test } from '@jest/globals'
import { chmod } from 'node:fs/promises'
import { Docker } from '../../../src/docker/docker.ts'
import {
  askCompressedBytes,
  askRegistry,
  canonicalName,
  repositoryOf,
  type RegistryAnswer,
} from '../../../src/docker/registry.ts'
import { sha256 } from '../measure/a-layout.ts'
import { makeTempFolder } from '../temp-folder.ts'

const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip'
const blob = (of: string, size: number) => ({ mediaType, digest: sha256(of), size })
const manifest = { config: blob('config', 10), layers: [blob('a', 100), blob('b', 200)] }
const entry = (of: unknown, architecture: string, variant?: string) => ({
  ...blob(JSON.stringify(of), 500),
  platform: { os: 'linux', architecture, ...(variant === undefined ? {} : { variant }) },
})
const v6 = { config: blob('v6', 1), layers: [] }
const v7 = { config: blob('v7', 2), layers: [] }
const index = {
  manifests: [
    { ...blob('attestation', 5), platform: { os: 'unknown', architecture: 'unknown' } },
    entry(manifest, 'amd64'),
    entry(v6, 'arm', 'v6'),
    entry(v7, 'arm', 'v7'),
  ],
}

/** Asks with a program in docker's place that answers with these texts by the end of the reference. */
async function ask(answers: Record<string, unknown>, platform = 'linux/amd64'): Promise<RegistryAnswer> {
  await using folder = await makeTempFolder()
  const cases = Object.entries(answers).map(
    ([end, answer]) =>
      `*${end}) printf '%s' '${typeof answer === 'string' ? answer : JSON.stringify(answer)}'; exit 0;;`,
  )
  const lines = ['#!/bin/sh', 'for last; do :; done', 'case "$last" in', ...cases, 'esac']
  const program = await folder.write(
    'docker',
    [...lines, 'echo "ERROR: $last: not found" >&2', 'exit 1', ''].join('\n'),
  )
  await chmod(program, 0o755)
  return await askRegistry(
    new Docker({ PATH: process.env['PATH'] }, program),
    'localhost:5000/shop:1',
    platform,
    'big',
  )
}

const digestOf = (json: unknown): string => sha256(JSON.stringify(json))

test.each<{ name: string; answers: Record<string, unknown>; platform?: string; answer: RegistryAnswer }>([
  {
    name: 'an image of one platform',
    answers: { 'shop:1': manifest },
    answer: { kind: 'found', image: { digest: digestOf(manifest), ...manifest } },
  },
  {
    name: 'a manifest that ends with a line end, whose digest is of every byte',
    answers: { 'shop:1': `${JSON.stringify(manifest)}\r\n\n` },
    answer: {
      kind: 'found',
      image: { digest: sha256(`${JSON.stringify(manifest)}\r\n\n`), ...manifest },
    },
  },
  {
    name: 'one platform of several',
    answers: { 'shop:1': index, [`shop@${digestOf(manifest)}`]: manifest },
    answer: { kind: 'found', image: { digest: digestOf(manifest), ...manifest } },
  },
  {
    name: 'the very variant',
    answers: { 'shop:1': index, [`shop@${digestOf(v7)}`]: v7 },
    platform: 'linux/arm/v7',
    answer: { kind: 'found', image: { digest: digestOf(v7), ...v7 } },
  },
  {
    name: 'another platform',
    answers: { 'shop:1': index },
    platform: 'linux/s390x',
    answer: { kind: 'none', reason: 'it is not there for linux/s390x' },
  },
  {
    name: 'no image',
    answers: {},
    answer: { kind: 'none', reason: 'localhost:5000/shop:1: not found' },
  },
  {
    name: 'no JSON',
    answers: { 'shop:1': '<html>' },
    answer: { kind: 'none', reason: 'its manifest is no JSON' },
  },
  {
    name: 'something else',
    answers: { 'shop:1': { layers: 'many' } },
    answer: { kind: 'none', reason: 'its manifest is of a form that is not known here' },
  },
])('asks for $name', async ({ answers, platform, answer }) => {
  expect(await ask(answers, platform)).toEqual(answer)
})

test('nobody tells a size where docker is not there', async () => {
  const docker = new Docker({}, '/nowhere/docker')
  expect(await askCompressedBytes(docker, 'shop', 'linux/amd64', undefined)).toBeUndefined()
})

test.each([
  ['shop', 'shop'],
  ['localhost:5000/shop', 'localhost:5000/shop'],
  ['localhost:5000/shop:1', 'localhost:5000/shop'],
  [`ghcr.io/acme/shop:1@${sha256('x')}`, 'ghcr.io/acme/shop'],
])('knows the repository of %s', (reference, repository) => {
  expect(repositoryOf(reference)).toBe(repository)
})

test.each([
  ['shop', 'docker.io/library/shop:latest'],
  ['acme/shop:1', 'docker.io/acme/shop:1'],
  ['docker.io/acme/shop:1', 'docker.io/acme/shop:1'],
  ['index.docker.io/shop', 'docker.io/library/shop:latest'],
  ['docker.io/library/shop:1', 'docker.io/library/shop:1'],
  ['ghcr.io/acme/shop', 'ghcr.io/acme/shop:latest'],
  ['localhost/shop:1', 'localhost/shop:1'],
  ['127.0.0.1:5000/shop', '127.0.0.1:5000/shop:latest'],
  ['127.0.0.1:5000/shop:1', '127.0.0.1:5000/shop:1'],
])('buildx calls %s %s', (name, full) => {
  expect(canonicalName(name)).toBe(full)
})

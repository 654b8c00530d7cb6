import { describe, expect, it, test } from '@jest/globals'
import {
  environmentForCache,
  environmentForDocker,
  environmentForGit,
} from '../../../src/shared/child-environment.ts'

/** What a job may have in its environment, beside what every program needs. */
const job = {
  PATH: '/usr/bin',
  HOME: '/home/runner',
  https_proxy: 'http://proxy.example:3128',
  LC_ALL: 'C.UTF-8',
  'INPUT_GITHUB-TOKEN': 'ghs_input',
  INPUT_SECRETS: 'nuget=hunter2',
  GITHUB_TOKEN: 'ghs_token',
  GH_TOKEN: 'ghs_token',
  GITHUB_ENV: '/runner/env',
  GITHUB_OUTPUT: '/runner/output',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example',
  ACTIONS_RUNTIME_TOKEN: 'runtime',
  ACTIONS_RESULTS_URL: 'https://results.example/',
  ACTIONS_CACHE_SERVICE_V2: 'True',
  NUGET_PASSWORD: 'hunter2',
  DOCKER_PASSWORD: 'hunter2',
  DOCKER_HOST: 'unix:///run/docker.sock',
  DOCKER_CONFIG: '/home/runner/.docker',
  BUILDX_BUILDER: 'remote',
  AWS_SESSION_TOKEN: 'for the credential helper',
  GIT_CONFIG_COUNT: '1',
  GIT_PASSWORD: 'hunter2',
  RUNNER_TEMP: '/runner/temp',
  GITHUB_SERVER_URL: 'https://github.com',
}

const everybodys = ['PATH', 'HOME', 'https_proxy', 'LC_ALL']
const actionsCache = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_SERVICE_V2']
const dockers = [...everybodys, 'DOCKER_HOST', 'DOCKER_CONFIG', 'BUILDX_BUILDER', 'AWS_SESSION_TOKEN']

describe('a child gets what it reads, and no token of the job', () => {
  it.each<{ child: string; env: NodeJS.ProcessEnv; names: string[] }>([
    { child: 'docker', env: environmentForDocker(job, ['buildx', 'build', '.']), names: dockers },
    {
      child: 'docker with a cache in a registry',
      env: environmentForDocker(job, ['--cache-from', 'type=registry,ref=ghcr.io/acme/type-gha:1']),
      names: dockers,
    },
    {
      child: 'docker with the Actions cache',
      env: environmentForDocker(job, ['--cache-from', 'type=gha,scope=shop']),
      names: [...dockers, ...actionsCache],
    },
    {
      child: 'the process of the Actions cache',
      env: environmentForCache(job),
      names: [...everybodys, ...actionsCache, 'RUNNER_TEMP', 'GITHUB_SERVER_URL'],
    },
    { child: 'git', env: environmentForGit(job), names: [...everybodys, 'GIT_CONFIG_COUNT'] },
  ])('$child', ({ env, names }) => {
    expect(Object.keys(env).sort()).toEqual([...names].sort())
  })
})

test('values stay as they are', () => {
  expect(environmentForDocker({ PATH: ' a:b ', HOME: undefined, HTTP_PROXY: '' }, [])).toEqual({
    PATH: ' a:b ',
    HTTP_PROXY: '',
  })
})

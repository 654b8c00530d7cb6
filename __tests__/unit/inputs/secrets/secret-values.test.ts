import { expect, test } from '@jest/globals'
import { secretValuesOf, warnOfSecretBuildArgs } from '../../../../src/inputs/secrets/secret-values.ts'

const nothing = {
  secrets: [],
  buildArgs: [],
  smokeEnv: [],
  githubToken: undefined,
  cacheFrom: [],
  cacheTo: [],
}

test('secrets, the token, and the keys of caches', () => {
  expect(
    secretValuesOf({
      ...nothing,
      secrets: [
        ['feed', 'hunter2'],
        ['empty', ''],
      ],
      smokeEnv: [
        ['Db__Password', 'hunter3'],
        ['ASPNETCORE_HTTP_PORTS', '5000'],
      ],
      githubToken: 'ghs_1',
      cacheFrom: ['type=s3,region=eu,secret_access_key=key1,session_token=key2', 'type=gha,scope=shop'],
      cacheTo: ['type=azblob,"account_key=key3",name=shop'],
    }),
  ).toEqual(['hunter2', 'hunter3', 'key1', 'key2', 'key3', 'ghs_1'])
})

test.each([
  ...['NUGET_TOKEN', 'FEED_PAT', 'DB_PASSWORD', 'DbPassword', 'dbpassword', 'client-secret', 'SECRET'],
  ...['NuGetApiKey', 'NUGET_APIKEY', 'STORAGE_ACCOUNT_KEY', 'AZURE_CREDENTIALS', 'DB_CONNECTION_STRING'],
])('a build argument %s is one', (name) => {
  expect(secretValuesOf({ ...nothing, buildArgs: [[name, 'hunter2']] })).toEqual(['hunter2'])
  expect(warnOfSecretBuildArgs({ buildArgs: [[name, 'hunter2']] })).toEqual([
    `build-args: ${name} looks like a secret. Build arguments stay readable in the image’s history; give a secret through secrets, ` +
      'and use it with RUN --mount=type=secret.',
  ])
})

test.each<[name: string, value: string]>([
  ['VERSION', '1.2.3'],
  ['CONFIGURATION', 'Release'],
  ['PATH_BASE', '/shop'],
  ['IMAGE_KEY', 'shop'],
  ['TOKENIZER', 'fast'],
  ['COMPATIBILITY', 'net10'],
  ['TOKEN_TYPE', 'bearer'],
  ['PASSWORD_FILE', '/run/secrets/password'],
  ['SECRET_NAME', 'shop'],
  ['USE_TOKEN', 'true'],
  ['TOKEN_LIFETIME_TOKEN', '3600'],
])('a build argument %s is none', (name, value) => {
  expect(secretValuesOf({ ...nothing, buildArgs: [[name, value]] })).toEqual([])
  expect(warnOfSecretBuildArgs({ buildArgs: [[name, value]] })).toEqual([])
})

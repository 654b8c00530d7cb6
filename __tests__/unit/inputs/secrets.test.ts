import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { secretValuesOf, warnOfSecretBuildArgs, readSecretFileValues } from '../../../src/inputs/secrets.ts'
import { makeTempFolder } from '../temp-folder.ts'

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

const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----'

test.each<{ name: string; content: string; hidden: string[] }>([
  { name: 'a token', content: 'hunter2-hunter2\n', hidden: ['hunter2-hunter2'] },
  { name: 'a key', content: `${pem}\n`, hidden: [pem] },
  {
    name: 'a NuGet.Config',
    content:
      '<configuration>\n<packageSources><add key="feed" value="https://feed.example/v3" /></packageSources>\n' +
      '<packageSourceCredentials><feed><add key="Username" value="bob" />\n<add value="a&amp;b&lt;c" key="ClearTextPassword"/></feed>' +
      '</packageSourceCredentials>\n</configuration>',
    hidden: ['a&amp;b&lt;c', 'a&b<c'],
  },
  {
    name: 'variables',
    content:
      '# of the feed\nFEED_URL=https://feed.example\nNUGET_TOKEN="hunter2"\nexport DB_PASSWORD=hunter3\n',
    hidden: ['hunter2', 'hunter3'],
  },
  {
    name: 'JSON',
    content: '{\n  "user": "bob",\n  "clientSecret": "hunter2",\n  "timeout": 30\n}\n',
    hidden: ['hunter2'],
  },
  {
    name: 'YAML',
    content: "user: bob\napi-key: 'hunter2'\ntoken: hunter3\n",
    hidden: ['hunter2', 'hunter3'],
  },
  { name: 'nothing', content: '\n', hidden: [] },
  { name: 'too much', content: 'x'.repeat(65_537), hidden: [] },
])('of a file of $name is hidden what opens something', async ({ content, hidden }) => {
  await using folder = await makeTempFolder({ secret: content })
  expect(await readSecretFileValues([['id', join(folder.path, 'secret')]])).toEqual(hidden)
})

test('a file that can not be read has none', async () => {
  expect(await readSecretFileValues([['id', '/not/there']])).toEqual([])
})

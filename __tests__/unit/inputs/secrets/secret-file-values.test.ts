import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readSecretFileValues } from '../../../../src/inputs/secrets/secret-file-values.ts'
import { makeTempFolder } from '../../temp-folder.ts'

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

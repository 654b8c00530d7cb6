import { expect, test } from '@jest/globals'
import { findRootUser } from '../../../../src/measure/advice/rules/base/root-user.ts'
import { someFacts, type SomeImage } from './an-image.ts'

const aspnet = (version: string) =>
  `FROM mcr.microsoft.com/dotnet/aspnet:${version}\nWORKDIR /work\nENTRYPOINT ["dotnet", "/app/Shop.dll"]`

const fix = (place: string, user: string): string =>
  `${place}:\nUSER ${user}\n\nWhere the app writes into its own folder, give that to the user, in a line above:\nRUN chown ${user} /work`

test.each<{ name: string; image: SomeImage; advice: [line: number | undefined, fix: string][] }>([
  {
    name: 'no user',
    image: { user: '', dockerfile: aspnet('8.0') },
    advice: [[3, fix('Above line 3', '$APP_UID')]],
  },
  {
    name: 'root by name',
    image: { user: 'root', dockerfile: aspnet('10.0') },
    advice: [[3, fix('Above line 3', '$APP_UID')]],
  },
  {
    name: 'root by number',
    image: { user: '0:0', dockerfile: aspnet('6.0') },
    advice: [[3, fix('Above line 3', '1654')]],
  },
  {
    name: 'root below an image of one’s own',
    image: { user: '0', dockerfile: 'FROM example.com/web\nWORKDIR /work', dotnetVersion: '9.0.1' },
    advice: [[2, fix('Below line 2', '1654')]],
  },
  {
    name: 'root where the stage before starts the app',
    image: { user: '', dockerfile: `${aspnet('10.0')}\nRUN chmod -R a+w /app`, dotnetVersion: '10.0.1' },
    advice: [[4, fix('Below line 4', '$APP_UID')]],
  },
  {
    name: 'root where a base stage starts the app',
    image: {
      user: '',
      dockerfile: `${aspnet('10.0').replace('\n', ' AS base\n')}\nFROM base AS final\nRUN apt-get update`,
      dotnetVersion: '10.0.1',
    },
    advice: [[5, fix('Below line 5', '$APP_UID')]],
  },
  { name: 'a user', image: { user: '1654' }, advice: [] },
  { name: 'a user by name', image: { user: 'app:app' }, advice: [] },
  { name: 'Windows', image: { user: '', platform: 'windows/amd64' }, advice: [] },
])('finds $name', ({ image, advice }) => {
  expect(findRootUser(someFacts(image)).map(({ place, fix }) => [place?.line, fix])).toEqual(advice)
})

test('the folder that the app may write into is its own, not the one that the container starts in', () => {
  const config = {
    'app/Shop.runtimeconfig.json':
      '{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}',
  }
  const dockerfile =
    'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY app /app\nENTRYPOINT ["dotnet", "/app/Shop.dll"]'
  const layers = [{ line: 2, files: { 'app/Shop.runtimeconfig.json': 90 }, documents: config }]
  expect(findRootUser(someFacts({ user: '', dockerfile, layers }))[0]?.fix).toContain(
    'RUN chown $APP_UID /app',
  )
  expect(findRootUser(someFacts({ user: '', dockerfile }))[0]?.fix).toBe('Above line 3:\nUSER $APP_UID')
})

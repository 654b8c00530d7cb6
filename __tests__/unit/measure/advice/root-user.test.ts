import { expect, test } from '@jest/globals'
import { findRootUser } from '../../../../src/measure/advice/rules/base/root-user.ts'
import { someFacts, type SomeImage } from './an-image.ts'

const aspnet = (version: string) =>
  `FROM mcr.microsoft.com/dotnet/aspnet:${version}\nCOPY app /app\nENTRYPOINT ["dotnet", "/app/Shop.dll"]`

test.each<{ name: string; image: SomeImage; advice: [line: number | undefined, fix: string][] }>([
  {
    name: 'no user',
    image: { user: '', dockerfile: aspnet('8.0') },
    advice: [[3, 'Above this line:\nUSER $APP_UID']],
  },
  {
    name: 'root by name',
    image: { user: 'root', dockerfile: aspnet('10.0') },
    advice: [[3, 'Above this line:\nUSER $APP_UID']],
  },
  {
    name: 'root by number',
    image: { user: '0:0', dockerfile: aspnet('6.0') },
    advice: [[3, 'Above this line:\nUSER 1000:1000']],
  },
  {
    name: 'root below an image of one’s own',
    image: { user: '0', dockerfile: 'FROM example.com/web', dotnetVersion: '9.0.1' },
    advice: [[1, 'Below this line:\nUSER $APP_UID']],
  },
  {
    name: 'root where the stage before starts the app',
    image: { user: '', dockerfile: `${aspnet('10.0')}\nRUN chmod -R a+w /app`, dotnetVersion: '10.0.1' },
    advice: [[4, 'Below this line:\nUSER $APP_UID']],
  },
  {
    name: 'root where a base stage starts the app',
    image: {
      user: '',
      dockerfile: `${aspnet('10.0').replace('\n', ' AS base\n')}\nFROM base AS final\nRUN apt-get update`,
      dotnetVersion: '10.0.1',
    },
    advice: [[5, 'Below this line:\nUSER $APP_UID']],
  },
  { name: 'a user', image: { user: '1654' }, advice: [] },
  { name: 'a user by name', image: { user: 'app:app' }, advice: [] },
  { name: 'Windows', image: { user: '', platform: 'windows/amd64' }, advice: [] },
])('finds $name', ({ image, advice }) => {
  expect(findRootUser(someFacts(image)).map(({ place, fix }) => [place?.line, fix])).toEqual(advice)
})

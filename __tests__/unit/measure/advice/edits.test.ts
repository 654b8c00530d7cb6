import { expect, test } from '@jest/globals'
import { dotnetCommandsFor } from '../../../../src/plan/projects/dotnet-commands.ts'
import { commandsInPlace } from '../../../../src/measure/advice/command-edits.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

/** What is to be pasted where the last command of the first stage gets these words, or what `change` makes of its own. */
function changed(lines: string[], change: (words: string[]) => string[]): string {
  const dockerfile = parseDockerfile(['FROM sdk AS build', ...lines].join('\n'), 'Dockerfile', [])
  const [stage] = dockerfile.stages
  const command = stage && dotnetCommandsFor(stage).at(-1)
  if (command === undefined) throw new Error('no command')
  return commandsInPlace(dockerfile, [{ command, words: change(command.words) }])
}

const withSystem = (words: string[]): string[] => [...words, '-r', 'linux-x64']

test.each<{ name: string; lines: string[]; pasted: string }>([
  {
    name: 'what runs before and behind it',
    lines: ['RUN npm ci && CI=1 timeout 9m dotnet publish "My Shop.csproj" -o /out && rm -rf /tmp/x'],
    pasted:
      'In place of line 2:\nRUN npm ci && CI=1 timeout 9m dotnet publish "My Shop.csproj" -o /out -r linux-x64 && rm -rf /tmp/x',
  },
  {
    name: 'line ends, comments and mounts',
    lines: [
      'RUN --mount=type=cache,target=/root/.nuget \\',
      '    dotnet restore && \\',
      '    # in Release',
      '    dotnet publish "./Shop.csproj" \\',
      '      -c $BUILD_CONFIGURATION',
    ],
    pasted: [
      'In place of lines 2 to 6:',
      'RUN --mount=type=cache,target=/root/.nuget \\',
      '    dotnet restore && \\',
      '    # in Release',
      '    dotnet publish "./Shop.csproj" \\',
      '      -c $BUILD_CONFIGURATION -r linux-x64',
    ].join('\n'),
  },
  {
    name: 'a here-document',
    lines: ['RUN <<EOF', 'set -e', 'dotnet publish -o /out', 'ls /out', 'EOF'],
    pasted: 'In place of lines 2 to 6:\nRUN <<EOF\nset -e\ndotnet publish -o /out -r linux-x64\nls /out\nEOF',
  },
  {
    name: 'a variable of the shell',
    lines: ['RUN P=src/Shop && dotnet publish $P -o /out'],
    pasted: 'In place of line 2:\nRUN P=src/Shop && dotnet publish $P -o /out -r linux-x64',
  },
  {
    name: 'the exec form',
    lines: ['RUN --network=none ["dotnet", "publish", "-o", "/out"]'],
    pasted: 'In place of line 2:\nRUN --network=none ["dotnet", "publish", "-o", "/out", "-r", "linux-x64"]',
  },
  {
    name: 'comments and empty lines within the command',
    lines: [
      'RUN dotnet \\',
      '  publish \\',
      '  # the shop',
      '  src/Shop \\',
      '',
      '  -c Release \\',
      '  -o /out',
    ],
    pasted:
      'In place of lines 2 to 8:\nRUN dotnet \\\n  publish \\\n  # the shop\n  src/Shop \\\n\n  -c Release \\\n  -o /out -r linux-x64',
  },
  {
    name: 'the exec form of a shell',
    lines: ['RUN ["/bin/sh", "-ec", "npm ci && dotnet publish -o /out"]'],
    pasted: 'In place of line 2:\nRUN ["/bin/sh", "-ec", "npm ci && dotnet publish -o /out -r linux-x64"]',
  },
])('keeps $name', ({ lines, pasted }) => {
  expect(changed(lines, withSystem)).toBe(pasted)
})

test('takes words out and puts others in their place', () => {
  const line = 'RUN dotnet publish "Shop.sln" --self-contained \\\n    -c Release -o "$OUT dir"'
  expect(
    changed([line], (words) => ['src/My Shop.csproj', ...words.slice(2), '--self-contained', 'false']),
  ).toBe(
    'In place of lines 2 to 3:\nRUN dotnet publish "src/My Shop.csproj" \\\n    -c Release -o "$OUT dir" --self-contained false',
  )
})

test('keeps line ends by a backtick', () => {
  const lines = ['# escape=`', 'FROM sdk', 'RUN dotnet publish `', '  # the shop', '  -o /out']
  const dockerfile = parseDockerfile(lines.join('\r\n'), 'Dockerfile', [])
  const [stage] = dockerfile.stages
  const [command] = stage === undefined ? [] : dotnetCommandsFor(stage)
  if (command === undefined) throw new Error('no command')
  expect(commandsInPlace(dockerfile, [{ command, words: withSystem(command.words) }])).toBe(
    'In place of lines 3 to 5:\nRUN dotnet publish `\n  # the shop\n  -o /out -r linux-x64',
  )
})

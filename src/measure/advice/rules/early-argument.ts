import { commandOf } from '../../../plan/commands/shell-text.ts'
import { neededFor } from '../../../plan/dockerfile/stage-graph.ts'
import type { Advice } from '../advice.ts'
import { dotnetCommands } from '../../../plan/projects/dotnet-commands.ts'
import { fixOf, pasteAt, takeOut, writtenLines } from '../edits.ts'
import type { ImageFacts } from '../image-facts.ts'

/** Names of build arguments whose values change with every build. */
const changing =
  /(?:^|_)(?:VERSION(?:_?SUFFIX|_?PREFIX)?|REVISION|COMMIT(?:_?(?:SHA|HASH|ID))?|GIT_?(?:SHA|COMMIT|HASH|REF)|SHA|BUILD_?(?:NUMBER|ID|DATE|TIME|VERSION)|(?:APP|PACKAGE|ASSEMBLY|FILE|INFORMATIONAL|IMAGE|RELEASE|SEM)_?VERSION|TIMESTAMP|CACHE_?BUST\w*)$/i
/** Versions of what is installed, which change seldom. */
const installed =
  /DOTNET|SDK|NODE|ASPNET|RUNTIME|ALPINE|DEBIAN|UBUNTU|LIB|TOOL|NUGET|NPM|CONFIGURATION|RUBY|PYTHON|JAVA|GO_/i

/**
 * An ARG whose value changes with every build, above a RUN that restores: a RUN sees every ARG above it, so each build restores all packages
 * anew. Not where the restore uses it, and not an ARG that stands above the first FROM and isn't declared in the stage.
 */
export function findEarlyArgument({ dockerfile, final }: ImageFacts): Advice[] {
  return [...neededFor(dockerfile, final)].flatMap((stage): Advice[] => {
    const restore = dotnetCommands(dockerfile, stage).find(({ verb }) => verb === 'restore')?.instruction
    if (restore === undefined || !stage.instructions.includes(restore)) return []
    const above = stage.instructions.filter(({ firstLine }) => firstLine < restore.firstLine)
    const found = above.find(({ keyword, argument }) => {
      const name = nameOf(argument)
      const isEarly = keyword === 'ARG' || (keyword === 'ENV' && /\$/.test(argument))
      return isEarly && changing.test(name) && !installed.test(name) && !uses(commandOf(restore), name)
    })
    if (found === undefined) return []
    const name = nameOf(found.argument)
    const moved = above.filter((one) => one === found || uses(one.argument, name))
    // What needs the value above the restore keeps it there.
    if (moved.some(({ keyword }) => keyword !== 'ARG' && keyword !== 'ENV')) return []
    const written = writtenLines(dockerfile, restore)[0]?.trim() ?? ''
    return [
      {
        id: 'early-argument',
        title: `Every new value of ${name} restores all packages anew: line ${found.firstLine} declares it above the restore in line ${restore.firstLine}.`,
        evidence: [
          `${dockerfile.shown}:${found.firstLine} ${found.keyword} ${found.argument.slice(0, 200)}`,
          `${dockerfile.shown}:${restore.firstLine} ${written.slice(0, 200)}`,
        ],
        place: { file: dockerfile.shown, line: found.firstLine },
        fix: fixOf(
          ...moved.map(takeOut),
          pasteAt(
            'Below',
            restore.lastLine,
            moved.flatMap((one) => writtenLines(dockerfile, one)),
          ),
        ),
        link: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
      },
    ]
  })
}

function uses(text: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(text)
}

function nameOf(argument: string): string {
  return /^\w+/.exec(argument)?.[0] ?? ''
}

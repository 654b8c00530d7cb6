import { posix } from 'node:path'
import { shellCommands } from '../commands/shell-commands.ts'
import { scriptIn } from '../commands/shell-text.ts'
import type { CopiedTree } from '../dockerfile/copied-paths.ts'
import type { Dockerfile, Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf } from '../dockerfile/stage-graph.ts'
import { hasVariables } from '../dockerfile/variables.ts'

/** What a stage has of the build context at its end, where its commands delete or move away some of it: `rm -rf /src`. */
export function withoutRemoved(dockerfile: Dockerfile, source: Stage, tree: CopiedTree): CopiedTree {
  const removals = chainOf(dockerfile, source).flatMap((stage) =>
    stage.instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((one) =>
        shellCommands(scriptIn(dockerfile, stage, one)).flatMap(({ words, folder, isConditional }) =>
          isConditional ? [] : removedBy(words, folder).map((path) => ({ path, line: one.firstLine })),
        ),
      ),
  )
  const copies = tree.copies.map((copy) => ({
    ...copy,
    removed: removals.filter(({ line }) => line > copy.line).map(({ path }) => path),
  }))
  return { ...tree, copies }
}

/** The absolute paths that a command deletes or moves away, as far as its words tell; all that is in a folder counts as the folder. */
function removedBy([program = '', ...rest]: readonly string[], folder: string): string[] {
  if (!/^(?:rm|mv)$/.test(program)) return []
  const words = rest.filter((word) => !word.startsWith('-'))
  return (program === 'mv' ? words.slice(0, -1) : words)
    .map((word) => word.replace(/(?:^|\/)\*$/, '') || '.')
    .filter((word) => !hasVariables(word) && !/[*?[\]]/.test(word))
    .map((word) => posix.resolve(folder, word))
}

import { readCopiedTree } from '../dockerfile/copied-paths.ts'
import { mountsOf, type Dockerfile, type Instruction, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { instructionsOf, neededFor } from '../dockerfile/stage-graph.ts'
import type { Programs } from '../projects/repository.ts'
import { commandOf } from '../commands/shell-text.ts'
import { namesOtherTarget } from '../commands/command-kind.ts'
import { isSdk } from './choose-final.ts'
import { classifyIn } from './stage-commands.ts'

/** An instruction of which nobody can say here whether it tests. */
export interface Suspect {
  stage: Stage
  instruction: Instruction
  /** A build runs it, and its words don't say that it does something else. */
  mayBeTried: boolean
}

/**
 * Commands that may test: RUNs that nobody knows, where the SDK and sources are, and what containers of stages start that the final stage
 * has no use for.
 */
export function findSuspects(dockerfile: Dockerfile, final: Stage, programs: Programs): Suspect[] {
  const needed = neededFor(dockerfile, final)
  return dockerfile.stages
    .filter((stage) => canTest(dockerfile, stage))
    .flatMap((stage) =>
      stage.instructions
        .filter(
          ({ keyword }) => keyword === 'RUN' || (/^(?:ENTRYPOINT|CMD)$/.test(keyword) && !needed.has(stage)),
        )
        .filter((one) => hasSources(dockerfile, stage, one))
        .filter((one) => classifyIn(dockerfile, stage, one, programs) === 'unknown')
        .map((instruction) => ({
          stage,
          instruction,
          mayBeTried: instruction.keyword === 'RUN' && !namesOtherTarget(commandOf(instruction)),
        })),
    )
}

function canTest(dockerfile: Dockerfile, stage: Stage): boolean {
  const runsDotnet = instructionsOf(dockerfile, stage).some(
    (one) => one.keyword === 'RUN' && /\bdotnet\b(?!-install)/.test(commandOf(one)),
  )
  return runsDotnet || isSdk(dockerfile, stage)
}

/** Whether something of the build context is there where a command runs. */
function hasSources(dockerfile: Dockerfile, stage: Stage, instruction: Instruction): boolean {
  const { copies, patterns } = readCopiedTree(dockerfile, stage, instruction)
  const isMounted = mountsOf(instruction, 'bind').some((options) => !options.has('from'))
  return copies.length > 0 || patterns.length > 0 || isMounted
}

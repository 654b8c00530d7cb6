import { parseDockerfile } from './parse-dockerfile.ts'
import type { CommandKind } from '../commands/command-kind.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { findTests } from '../commands/test-commands.ts'

/**
 * What a step does that ONBUILD of a base image brought into a stage, by BuildKit's words for it (`ONBUILD RUN dotnet
 * test`); undefined for every other step. It stands in no line of the Dockerfile, so it can't be marked.
 */
export function classifyOnbuildRun(words: string): CommandKind | undefined {
  if (!words.startsWith('ONBUILD RUN ')) return undefined
  const { stages } = parseDockerfile(`FROM scratch\n${words.replace('ONBUILD ', '')}\n`, '', [])
  const instruction = stages[0]?.instructions[0]
  return instruction && findTests(scriptOf(instruction)).kind
}

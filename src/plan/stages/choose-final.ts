import { UserError } from '../../shared/errors.ts'
import { findStage, isCopy, stageLabel, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf, instructionsOf, neededFor, stageCopyOf } from '../dockerfile/stage-graph.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { dotnetCommands } from '../projects/dotnet-commands.ts'
import { noPrograms, type Programs } from '../projects/repository.ts'
import { isSdk, readStartCommand, testingInstructions } from './stage-commands.ts'

/**
 * The final stage: the one that was asked for, `final`, or the last one; where that one tests, the only other one that nothing needs,
 * that takes files, doesn't test and is no SDK. Where there is none, the Dockerfile has nothing but tests. Throws a UserError where several are. `target` and `named` are what the inputs say of it and of the stages that test.
 */
export function chooseFinal(
  dockerfile: Dockerfile,
  { target, named }: { target: Stage | undefined; named: readonly Stage[] },
  programs: Programs,
): { final: Stage; testsOnly: boolean } {
  const final = target ?? defaultOf(dockerfile)
  // Where the tests are known, a program is not taken for one because of its name.
  const isSettled = named.length > 0 || findStage(dockerfile.stages, 'test') !== undefined
  const judge = isSettled ? noPrograms : programs
  const tests = (stage: Stage): boolean => named.includes(stage) || isTestStage(stage, judge)
  if (target !== undefined || !tests(final)) return { final, testsOnly: false }
  const needed = new Set(
    dockerfile.stages.flatMap((stage) => [...neededFor(stage)].filter((one) => one !== stage)),
  )
  // What begins from a stage that tests serves it, as one that debugs the tests does.
  const candidates = dockerfile.stages.filter(
    (stage) =>
      !needed.has(stage) &&
      !chainOf(stage).some(tests) &&
      !isSdk(stage) &&
      // A base that nothing was built on is left from an app that the file no longer builds.
      instructionsOf(stage).some(isCopy),
  )
  const [only, another] = candidates
  if (another !== undefined) throw whichIsFinal(final, candidates)
  return only === undefined ? { final, testsOnly: true } : { final: only, testsOnly: false }
}

/** Whether a stage is there to test: by its name, by what its container starts, because it tests and starts nothing else, or has but what such stages left. */
function isTestStage(stage: Stage, programs: Programs): boolean {
  if (stage.name?.toLowerCase() === 'test') return true
  const start = readStartCommand(stage, programs)
  if (start !== undefined && !waits.test(scriptOf(start.instruction).text)) return start.kind === 'tests'
  if (stage.base === 'scratch') {
    const copies = stage.instructions.filter(isCopy).map(stageCopyOf)
    return copies.length > 0 && copies.every((copy) => copy !== undefined && takesResults(copy, programs))
  }
  if (testingInstructions(stage, programs).length === 0) return false
  // An image of somebody's own may start what was published into it.
  return isSdk(stage) || !dotnetCommands(stage).some(({ verb }) => verb === 'publish')
}

/** What a container starts that waits for somebody. */
const waits = /^(?:\S*\/)?(?:(?:ba|da|a|z)?sh|pwsh|tail -f \S+|sleep \w+)$/

/** Whether all that is taken of a stage is what its tests left, by its name or by what they were told. */
function takesResults(
  { stage, sources }: { stage: Stage; sources: readonly string[] },
  programs: Programs,
): boolean {
  const told = testingInstructions(stage, programs).flatMap(
    (one) => /--results-directory[=\s]+["']?([^\s"']+)/.exec(scriptOf(one).text)?.[1] ?? [],
  )
  const isResult = (path: string): boolean =>
    /result|report|coverage|\.trx\b/i.test(path) || told.includes(path.replace(/\/$/, ''))
  return sources.every(isResult) && isTestStage(stage, programs)
}

function whichIsFinal(last: Stage, candidates: readonly Stage[]): UserError {
  const [testing] = testingInstructions(last, noPrograms)
  const line = testing?.firstLine ?? last.firstLine
  const file = last.dockerfile.shown
  return new UserError(
    'Which stage is the final one?',
    `${file}:${line}: the last stage, ${stageLabel(last)}, runs tests. Set the input target to the stage that ` +
      `the image is made of: ${listStages(candidates)}.`,
    { file, line },
  )
}

/** The stage that is final where nothing else is said. */
export function defaultOf({ stages }: Dockerfile): Stage {
  // parseDockerfile gives at least one stage.
  return findStage(stages, 'final') ?? (stages.at(-1) as Stage)
}

/** Stages as inputs take them: names, and numbers of those without one. */
export function listStages(stages: readonly Stage[]): string {
  return stages
    .map((stage) => (stage.name === undefined ? `${stage.index} (unnamed)` : stage.name))
    .join(', ')
}

/** Throws a UserError where an image is asked for and there is none. */
export function requireImage(dockerfile: Dockerfile, asked: readonly string[]): void {
  if (asked.length === 0) return
  throw new UserError(
    'There is no final stage',
    `${dockerfile.shown}: every stage runs tests, or is only there for one that does, so there is no image for ${asked.join(', ')}. ` +
      `Set the input target to the stage that the image is made of: ${listStages(dockerfile.stages)}.`,
    { file: dockerfile.shown, line: defaultOf(dockerfile).firstLine },
  )
}

/** Throws a UserError where an image begins from one of Windows, which no builder on Linux has. */
export function requireLinux(final: Stage): void {
  const windows = [...neededFor(final)].find(({ base }) =>
    /nanoserver|windowsservercore|windows-?ltsc|\bltsc20\d\d\b|\/windows[/:]|\/dotnet[/-]framework\b|^microsoft\/(?:aspnet|iis|wcf):/i.test(
      base,
    ),
  )
  if (windows === undefined) return
  const file = final.dockerfile.shown
  throw new UserError(
    'The image is for Windows',
    `${file}:${windows.firstLine}: ${windows.base} is an image of Windows, and builds here run on Linux. Set file to a Dockerfile for ` +
      `Linux, or build this one with docker build on a runner with Windows.`,
    { file, line: windows.firstLine },
  )
}

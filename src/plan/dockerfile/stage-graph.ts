import type { Step } from '../../docker/build/build-result.ts'
import { hasVariables } from './variables.ts'
import {
  copyWords,
  findStage,
  fromOf,
  type Dockerfile,
  type Instruction,
  type Stage,
} from './parse-dockerfile.ts'

/** The stage that this one begins from, when that is a stage and not an image. */
export function parentOf(stage: Stage): Stage | undefined {
  // FROM sees only the names of the stages above it; a number is an image there.
  const named = findStage(stage.dockerfile.stages.slice(0, stage.index), stage.base)
  return named?.name === undefined || /^\d+$/.test(stage.base) ? undefined : named
}

/** The stage itself, then the stages that it descends from, nearest first. */
export function chainOf(stage: Stage): Stage[] {
  const parent = parentOf(stage)
  return parent === undefined ? [stage] : [stage, ...chainOf(parent)]
}

/** The first stage of the chain that a stage descends from: its base is an image. */
export function rootOf(stage: Stage): Stage {
  return chainOf(stage).at(-1) ?? stage
}

/** All instructions that make a stage, those of the stages that it descends from first: in the order in which they run. */
export function instructionsOf(stage: Stage): Instruction[] {
  return chainOf(stage)
    .reverse()
    .flatMap(({ instructions }) => instructions)
}

/** The ENTRYPOINT and the CMD that a container of a stage with these instructions starts; each where there is one. */
export function startInstructions(instructions: readonly Instruction[]): Instruction[] {
  return ['ENTRYPOINT', 'CMD'].flatMap(
    (keyword) => instructions.findLast((one) => one.keyword === keyword) ?? [],
  )
}

/** The images that stages begin from, as far as their names are known before the build. */
export function listImages(dockerfile: Dockerfile): string[] {
  const roots = dockerfile.stages.filter((stage) => parentOf(stage) === undefined)
  const bases = roots.map(({ base }) => base)
  return [...new Set(bases)].filter((base) => base !== 'scratch' && !hasVariables(base))
}

/** Every stage that BuildKit builds for this one: itself, what it descends from, and what those copy or mount from. */
export function neededFor(stage: Stage): Set<Stage> {
  const needed = new Set<Stage>()
  const visit = (one: Stage): void => {
    if (needed.has(one)) return
    needed.add(one)
    const parent = parentOf(one)
    if (parent !== undefined) visit(parent)
    for (const source of one.instructions.flatMap(sourcesOf)) visit(source)
  }
  visit(stage)
  return needed
}

/** The stages that one stage needs and others don't, by their numbers: those may be of another reading of the file. */
export function neededBeside(stage: Stage, others: readonly Stage[]): Stage[] {
  const left = others.flatMap((other) => [...neededFor(other)].map(({ index }) => index))
  return [...neededFor(stage)].filter(({ index }) => !left.includes(index))
}

/** The stages above that an instruction copies or mounts from. */
export function sourcesOf({ stage, flags }: Instruction): Stage[] {
  const names = flags.flatMap(({ name, value }) => {
    if (name === 'from') return [value]
    if (name === 'mount') return value.split(',').flatMap((option) => /^from=(.*)$/.exec(option)?.[1] ?? [])
    return []
  })
  const above = stage.dockerfile.stages.slice(0, stage.index)
  return names.flatMap((name) => findStage(above, name) ?? [])
}

/** What a COPY takes from which stage, and where it puts that, as the words are written; undefined for what is no such COPY. */
export function stageCopyOf(
  instruction: Instruction,
): { stage: Stage; sources: string[]; target: string } | undefined {
  const name = instruction.keyword === 'COPY' ? fromOf(instruction) : undefined
  const stage = name === undefined ? undefined : findStage(instruction.stage.dockerfile.stages, name)
  const words = copyWords(instruction)
  return stage && { stage, sources: words.slice(0, -1), target: words.at(-1) ?? '' }
}

/** The instruction that a step is of, by its place in the stage; undefined for one of ONBUILD, and for BuildKit's own work. */
export function findStepInstruction(
  { stages }: Dockerfile,
  { stage = '', position = '', name }: Pick<Step, 'stage' | 'position' | 'name'>,
): Instruction | undefined {
  const [place, total] = position.split('/').map(Number)
  const owner = findStage(stages, stage) ?? stages[Number(/^stage-(\d+)$/.exec(stage)?.[1])]
  const steps = owner?.instructions.filter(({ keyword }) => /^(?:RUN|COPY|ADD|WORKDIR)$/.test(keyword)) ?? []
  if (place === undefined || total === undefined) return undefined
  // What comes before them, FROM and ONBUILD, is counted too.
  const found = steps[place - 1 - (total - steps.length)]
  return found !== undefined && name.startsWith(found.keyword) ? found : undefined
}

/** The name that a stage without one is given. */
export function nameForStage(index: number): string {
  return `dotnet-container-stage-${index}`
}

/** Gives a stage without a name one, since `--target` and `FROM` take no number; the lines stay where they are. */
export function nameStage(lines: string[], stage: Stage): string {
  if (stage.name !== undefined) return stage.name
  const name = nameForStage(stage.index)
  const at = stage.fromLastLine - 1
  const line = lines[at] ?? ''
  // One of BuildKit's checks wants FROM and AS in the same case.
  const as = /^\s*from\b/.test(lines[stage.firstLine - 1] ?? '') ? 'as' : 'AS'
  if (!line.trimEnd().endsWith(` ${as} ${name}`)) lines[at] = line.replace(/\s*$/, ` ${as} ${name}`)
  return name
}

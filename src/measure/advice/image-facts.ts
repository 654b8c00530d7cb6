import { dotnetCommandsFor, type DotnetCommand } from '../../plan/projects/dotnet-commands.ts'
import type { Project } from '../../plan/projects/project.ts'
import { findPublished, publishOf } from '../../plan/projects/published.ts'
import type { Repository } from '../../plan/projects/repository.ts'
import { chainOf, instructionsOf, neededFor, parentOf, rootOf } from '../../plan/dockerfile/stage-graph.ts'
import {
  type Dockerfile,
  findInstruction,
  type Instruction,
  type Stage,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { readOwnFiles, type OwnFile } from '../analyze/attribution.ts'
import { readRuntimeConfig, type RuntimeConfig } from '../dotnet/json-documents.ts'
import { findHiddenFiles } from '../analyze/shadowed-files.ts'
import type { ImageRecord } from '../record/image-record.ts'
import { parseDotnetImage, type DotnetImage } from './dotnet-image.ts'

/** What advice is drawn from. */
export interface AdviceInput {
  record: ImageRecord
  dockerfile: Dockerfile
  /** The stage that ships. */
  final: Stage
  /** What the build context has that no build needs (`findLeftovers`); empty where a .dockerignore may keep it out. */
  leftovers: readonly string[]
  /** What the build context has of .NET projects. */
  repository: Repository
  /** Bytes that were sent to the builder as build context; undefined where the builder did not tell. */
  contextBytes: number | undefined
  today: Date
}

/** A file of the image. */
export type ImageFile = Pick<OwnFile, 'path' | 'sizeBytes' | 'compressedBytes' | 'layer'>

/** An application's runtimeconfig.json, where it is, and the name of the assembly that it is for. */
export interface FoundConfig {
  path: string
  name: string
  config: RuntimeConfig
}

/** What the rules look at: the input, and what more than one of them needs to know of it. */
export interface ImageFacts extends AdviceInput {
  /** Number of the first layer that is not the base image's. */
  ownFrom: number
  /** Files of the image's own layers, also those that a later layer hides. */
  ownFiles: readonly OwnFile[]
  /** Files of the image's own layers that a container sees. */
  visibleFiles: OwnFile[]
  /** What a container sees of the application in each layer that has it, without an installed SDK or runtime and the folder that a restore fills. */
  applicationFiles: OwnFile[]
  /** Files of the base image that a container sees; empty where they are not listed. */
  baseFiles: ImageFile[]
  /** Whether every layer is listed, so that what is not found is not there. */
  isListed: boolean
  /** The system that the image is made of, as its os-release tells: `debian` `12`, `alpine` `3.22.1`. */
  system: { id: string; version: string } | undefined
  /** The runtimeconfig.json files of the applications that a container sees. */
  configs: FoundConfig[]
  /** The base image, where it is one with .NET. */
  base: DotnetImage | undefined
  /** The stage that the image's base stands in. */
  root: Stage
  /** Stages that the image is built from and that begin from an image, in the order of the Dockerfile. */
  roots: Stage[]
  /** All stages that the image is built from. */
  needed: ReadonlySet<Stage>
  /** What makes the final stage, in the order in which it runs. */
  instructions: Instruction[]
  /** The commands of .NET that the image is built with, and the one of them that publishes what it ships. */
  commands: DotnetCommand[]
  publish: DotnetCommand | undefined
  /** The project that the image is published from, where the build context has it. */
  application: Project | undefined
  /** The file of that project; where the context doesn't have it, a guess for texts to paste. */
  projectFile: string
}

/** What .NET itself installs and downloads, which goes with the SDK and by no other way. */
const installed = /(?:^|\/)dotnet\/(?:sdk|packs|templates|sdk-manifests|shared)\/|(?:^|\/)\.nuget\/packages\//

/** Reads from the input what the rules need. */
export function readFacts(input: AdviceInput): ImageFacts {
  const { record, dockerfile, final, repository } = input
  const ownFrom = record.base?.layerCount ?? 0
  const hidden = new Set(findHiddenFiles(record).map(({ layer, path }) => `${layer} ${path}`))
  const isSeen = ({ layer, path }: { layer: number; path: string }): boolean =>
    !hidden.has(`${layer} ${path}`)
  const ownFiles = readOwnFiles(record)
  const visibleFiles = ownFiles.filter(isSeen)
  const seen = new Set(visibleFiles.map(({ path }) => path))
  const needed = neededFor(final)
  const configs = readConfigs(record, visibleFiles)
  const commands = dotnetCommandsFor(final)
  const application = findPublished(final, repository).find(({ kind }) => kind === 'program')
  const guessed = assemblyIn(configs) ?? 'App'
  return {
    ...input,
    ownFrom,
    ownFiles,
    visibleFiles,
    applicationFiles: ownFiles.filter(({ path }) => seen.has(path) && !installed.test(path)),
    baseFiles: readBaseFiles(record, ownFrom).filter(isSeen),
    isListed: record.layers.every(({ content }) => content !== undefined),
    system: readSystem(record),
    configs,
    base: parseDotnetImage(record.base?.name ?? ''),
    root: rootOf(final),
    roots: dockerfile.stages.filter((stage) => needed.has(stage) && parentOf(stage) === undefined),
    needed,
    instructions: instructionsOf(final),
    commands,
    publish: publishOf(final, commands),
    application,
    projectFile: application?.path ?? `${guessed}/${guessed}.csproj`,
  }
}

function readBaseFiles({ layers }: ImageRecord, ownFrom: number): ImageFile[] {
  return layers.slice(0, ownFrom).flatMap(({ content }, layer) =>
    (content?.files ?? []).map(([path, sizeBytes, , compressedBytes]) => ({
      path,
      sizeBytes,
      compressedBytes,
      layer,
    })),
  )
}

function readSystem({ layers }: ImageRecord): ImageFacts['system'] {
  const text = layers
    .flatMap(({ content }) => content?.documents ?? [])
    .findLast(({ path }) => path === 'etc/os-release' || path === 'usr/lib/os-release')?.text
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}=(["']?)([\\w.-]+)\\1\\s*$`, 'm').exec(text ?? '')?.[2]
  const id = value('ID')
  return id === undefined ? undefined : { id, version: value('VERSION_ID') ?? '' }
}

function readConfigs({ layers }: ImageRecord, visible: readonly OwnFile[]): FoundConfig[] {
  const seen = new Set(visible.map(({ layer, path }) => `${layer} ${path}`))
  return layers.flatMap(({ content }, layer) =>
    (content?.documents ?? []).flatMap(({ path, text }) => {
      if (!path.endsWith('.runtimeconfig.json') || !seen.has(`${layer} ${path}`)) return []
      const config = readRuntimeConfig(text)
      const name = path.replace(/^.*\//, '').replace(/\.runtimeconfig\.json$/, '')
      return config === undefined ? [] : [{ path, name, config }]
    }),
  )
}

/** The instruction of the Dockerfile that made a layer. */
export function instructionOf(
  { record, dockerfile }: ImageFacts,
  layer: number | undefined,
): Instruction | undefined {
  return layer === undefined ? undefined : findInstruction(dockerfile, record.layers[layer]?.line)
}

/** The name of the first application in the image that has no name of tests. */
export function assemblyIn(configs: readonly FoundConfig[]): string | undefined {
  return configs.map(({ name }) => name).find((one) => !/tests?$/i.test(one) && /^[\w.-]+$/.test(one))
}

/** Whether a stage that is no part of the final one begins from this stage, so that what changes in it changes there, too. */
export function isSharedStage({ dockerfile, final }: ImageFacts, stage: Stage): boolean {
  const chain = chainOf(final)
  return dockerfile.stages.some((one) => !chain.includes(one) && chainOf(one).includes(stage))
}

import { type AdviceInput, readFacts, type ImageFacts } from '../../../../src/measure/advice/image-facts.ts'
import { recordVersion, type ImageRecord } from '../../../../src/measure/record/image-record.ts'
import type { Repository } from '../../../../src/plan/projects/repository.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

/** A layer as a test gives it: the files by path, with their sizes or sizes and hashes. */
export interface SomeLayer {
  line?: number
  createdBy?: string
  files?: Record<string, number | [sizeBytes: number, hash: string]>
  removed?: string[]
  documents?: Record<string, string>
  isUnlisted?: boolean
}

/** What a test says of an image; the rest is an image that nothing is to be said against. */
export interface SomeImage {
  dockerfile?: string
  /** Layers of the base image, none for one with an empty layer. */
  base?: SomeLayer[]
  layers?: SomeLayer[]
  baseName?: string
  dotnetVersion?: string
  user?: string
  rollForward?: string
  platform?: string
  leftovers?: readonly string[]
  repository?: Repository
  contextBytes?: number
  today?: string
}

const noRepository: Repository = {
  projects: [],
  solutions: [],
  sharedFiles: [],
  platformFolder: undefined,
  scripts: new Map(),
  habits: {
    hasOwnRunSettings: false,
    hasOwnLogger: false,
    platformReportOption: undefined,
    executablesKnowOption: false,
  },
}

const digest = `sha256:${'0'.repeat(64)}`
const goodDockerfile = [
  'FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final',
  'WORKDIR /app',
  'COPY app .',
  'USER $APP_UID',
  'ENTRYPOINT ["dotnet", "Shop.dll"]',
].join('\n')

/** What advice is drawn from; each own layer is compressed to half of its size. */
export function anInput(image: SomeImage = {}): AdviceInput {
  const dockerfile = parseDockerfile(image.dockerfile ?? goodDockerfile, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  const base = image.base ?? [{}]
  const layers = [...base, ...(image.layers ?? [])].map((layer, index) =>
    layerOf(layer, index >= base.length),
  )
  const baseName = image.baseName ?? dockerfile.stages[0]?.base ?? ''
  return {
    record: {
      version: recordVersion,
      imageKey: 'shop',
      platform: image.platform ?? 'linux/amd64',
      file: 'Dockerfile',
      target: 'final',
      buildArgs: [],
      driver: 'docker',
      engine: 'docker 29',
      method: 'oci-layout',
      compression: 'gzip',
      createdAt: '2026-03-01T00:00:00.000Z',
      manifestDigest: digest,
      configDigest: digest,
      configBytes: 0,
      compressedBytes: layers.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0),
      uncompressedBytes: layers.reduce((sum, { uncompressedBytes }) => sum + uncompressedBytes, 0),
      layers,
      base: {
        name: baseName,
        layerCount: base.length,
        ...(image.dotnetVersion === undefined ? {} : { dotnetVersion: image.dotnetVersion }),
      },
      user: image.user ?? '1654',
      ...(image.rollForward === undefined ? {} : { rollForward: image.rollForward }),
      history: [],
    },
    dockerfile,
    final,
    leftovers: image.leftovers ?? [],
    repository: image.repository ?? noRepository,
    contextBytes: image.contextBytes,
    today: new Date(`${image.today ?? '2026-03-01'}T12:00:00Z`),
  }
}

/** What the rules look at, of such an image. */
export function someFacts(image: SomeImage = {}): ImageFacts {
  return readFacts(anInput(image))
}

/** The files of a recorded publish as those of a layer. */
export function filesOf(files: readonly { path: string; sizeBytes: number }[]): Record<string, number> {
  return Object.fromEntries(files.map(({ path, sizeBytes }) => [path, sizeBytes]))
}

/** The documents of a recorded publish as those of a layer. */
export function documentsOf(documents: readonly { path: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(documents.map(({ path, text }) => [path, text]))
}

function layerOf(layer: SomeLayer, isOwn: boolean): ImageRecord['layers'][number] {
  const files = Object.entries(layer.files ?? {}).map(([path, file]): [string, number, string, number] => {
    const [sizeBytes, hash] =
      typeof file === 'number' ? [file, isOwn ? `${path.length}`.padStart(16, 'a') : ''] : file
    return [path, sizeBytes, hash, Math.round(sizeBytes / 2)]
  })
  const uncompressedBytes = files.reduce((sum, [, sizeBytes]) => sum + sizeBytes, 0)
  return {
    digest,
    diffId: digest,
    compressedBytes: Math.round(uncompressedBytes / 2),
    uncompressedBytes,
    createdBy: layer.createdBy ?? '',
    ...(layer.line === undefined ? {} : { line: layer.line }),
    ...(layer.isUnlisted === true
      ? {}
      : {
          content: {
            files,
            removed: layer.removed ?? [],
            documents: Object.entries(layer.documents ?? {}).map(([path, text]) => ({ path, text })),
          },
        }),
  }
}

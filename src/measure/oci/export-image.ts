import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writePlaceholders } from '../../build/build-final.ts'
import { errorLineOf } from '../../docker/build/buildkit-words.ts'
import { planBuildCommand } from '../../docker/build/build-request.ts'
import { isDone, type Docker } from '../../docker/docker.ts'
import { layoutOutput, type Packing } from '../../plan/packing.ts'

/** An image that is to be exported into a folder of its own. */
export interface ImageExport {
  /** A name, or a name with a digest. */
  reference: string
  /** Such as `linux/arm64/v8`. */
  platform: string
  builder: string | undefined
  /** How the layers are to be compressed; as they are where nothing is said. */
  packing?: Packing
  /** Layers that are not sent, since they are known. */
  known: readonly { digest: string }[]
  folder: string
  deadlineMs: number
}

/** What became of it. */
export type ExportOutcome = { kind: 'exported'; layoutFolder: string } | { kind: 'failed'; reason: string }

/** Exports an existing image as an OCI layout, by a build of nothing but `FROM` it: with docker's credentials, and only the layers not known. */
export async function exportImage(docker: Docker, wanted: ImageExport): Promise<ExportOutcome> {
  const { reference, platform, builder, packing = [], known, folder, deadlineMs } = wanted
  const layoutFolder = join(folder, 'layout')
  await mkdir(layoutFolder, { recursive: true })
  await writePlaceholders(layoutFolder, known)
  const dockerfile = join(folder, 'Dockerfile')
  await writeFile(dockerfile, `FROM --platform=${platform} ${reference}\n`)
  const outputs = [layoutOutput(layoutFolder, packing)]
  const { args, env } = planBuildCommand({ context: folder, dockerfile, builder, outputs })
  const ended = await docker.run({ args, env, deadlineMs })
  if (isDone(ended)) return { kind: 'exported', layoutFolder }
  return { kind: 'failed', reason: ended.kind === 'exited' ? errorLineOf(ended.stderr) : ended.kind }
}

import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PushedImage } from './registry-client.ts'
import { testFolder, type Workspace } from './workspace.ts'

const run = promisify(execFile)

/** The files of a pushed layer with their sizes, as `tar` lists them. */
export async function listPushedLayer(image: PushedImage, layer: number): Promise<Map<string, number>> {
  const url = image.layerUrls.at(layer)
  if (url === undefined) throw new Error(`there is no layer ${layer}`)
  const file = join(await mkdtemp(join(testFolder(), 'layer-')), 'layer.tar.gz')
  await writeFile(file, Buffer.from(await (await fetch(url)).arrayBuffer()))
  const { stdout } = await run('tar', ['--list', '--verbose', '--gzip', '--file', file])
  return new Map(
    stdout.split('\n').flatMap((line) => {
      const [, size, path] = /^-\S+ +\S+ +(\d+) \S+ \S+ (.*)$/.exec(line) ?? []
      return size === undefined || path === undefined ? [] : [[path, Number(size)]]
    }),
  )
}

/** How many bytes a pushed layer has when it is uncompressed, as `gzip` counts them. */
export async function uncompressedBytesOf(image: PushedImage): Promise<number> {
  const folder = await mkdtemp(join(testFolder(), 'layers-'))
  let total = 0
  for (const [index, url] of image.layerUrls.entries()) {
    const file = join(folder, `${index}.gz`)
    await writeFile(file, Buffer.from(await (await fetch(url)).arrayBuffer()))
    const { stdout } = await run('sh', ['-c', 'gzip --decompress --stdout "$1" | wc -c', 'sh', file])
    total += Number(stdout)
  }
  return total
}

/** The files of a NuGet package with their sizes, from the archive that a stage restored. */
export async function listPackage(
  workspace: Workspace,
  dockerfile: string,
  stage: string,
  id: string,
): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(testFolder(), 'package-'))
  const file = join(folder, 'Dockerfile')
  const text = `${await workspace.read(dockerfile)}
FROM ${stage} AS find-package
RUN mkdir /found && find / -path /proc -prune -o -name '${id}.*.nupkg' -exec cp {} /found/ ';'
FROM scratch
COPY --from=find-package /found /
`
  await writeFile(file, text)
  const out = join(folder, 'out')
  await run('docker', [
    'buildx',
    'build',
    '--quiet',
    `--file=${file}`,
    `--output=type=local,dest=${out}`,
    workspace.path('.'),
  ])
  const [archive] = await readdir(out)
  if (archive === undefined) throw new Error(`${stage} has no archive of ${id}`)
  return listZip(await readFile(join(out, archive)))
}

/** The entries of a zip file with their sizes (APPNOTE.TXT, 4.3.12: central directory header). */
function listZip(zip: Buffer): Map<string, number> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  const entries = new Map<string, number>()
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    if (name === undefined || extra === undefined || comment === undefined) break
    entries.set(zip.toString('utf8', at + 46, at + 46 + name), zip.readUInt32LE(at + 24))
    at += 46 + name + extra + comment
  }
  return entries
}

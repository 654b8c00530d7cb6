import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageRecord } from '../../../../src/measure/record/image-record.ts'
import { imageRecord, layerRecord } from '../a-layout.ts'

const folder = join(import.meta.dirname, '../../../fixtures/publish')

/** The forms of publish that are recorded. */
export const forms = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** Files and documents of a recorded publish as they lie in the folder of an image, without a slash at its end. */
export function published(
  form: string,
  place: string,
): { files: { path: string; sizeBytes: number }[]; documents: { path: string; text: string }[] } {
  const lines = readFileSync(join(folder, form, 'files.tsv'), 'utf8')
    .trim()
    .split('\n')
  return {
    files: lines.map((line) => {
      const [sizeBytes = '', path = ''] = line.split('\t')
      return { path: `${place}/${path}`, sizeBytes: Number(sizeBytes) }
    }),
    documents: readdirSync(join(folder, form))
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ path: `${place}/${name}`, text: documentOf(form, name) })),
  }
}

/** An image that is a recorded publish, each file half as large when it is compressed; `compiled` are those with machine code. */
export function publishedImage(form: string, compiled?: RegExp): ImageRecord {
  const { files, documents } = published(form, 'app')
  const sizes = files.map(({ sizeBytes }) => sizeBytes)
  const content = {
    files: files.map(({ path, sizeBytes }): [string, number, string, number] => [
      path,
      sizeBytes,
      sizeBytes.toString(16).padStart(16, '0'),
      Math.floor(sizeBytes / 2),
    ]),
    removed: [],
    documents,
    ...(compiled && {
      readyToRun: [...files.keys()].filter((index) => compiled.test(files[index]?.path ?? '')),
    }),
  }
  const uncompressedBytes = sizes.reduce((sum, size) => sum + size, 0)
  const compressedBytes = sizes.reduce((sum, size) => sum + Math.floor(size / 2), 0)
  const layer = layerRecord(form, { createdBy: 'COPY app .', compressedBytes, uncompressedBytes, content })
  return imageRecord([layer], { base: undefined })
}

/** The text of a recorded deps.json or runtimeconfig.json. */
export function documentOf(form: string, name: string): string {
  return readFileSync(join(folder, form, name), 'utf8')
}

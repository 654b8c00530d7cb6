import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

/** The text of a recorded deps.json or runtimeconfig.json. */
export function documentOf(form: string, name: string): string {
  return readFileSync(join(folder, form, name), 'utf8')
}

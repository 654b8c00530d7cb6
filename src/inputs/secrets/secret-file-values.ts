import { readFile } from 'node:fs/promises'
import { isSecret } from './secret-values.ts'

/** A larger file is no credential, and nobody waits for it. */
const maxLength = 65_536

/** `name: value`, `NAME=value` and `"name": "value"`. */
const assignment =
  /["']?([A-Za-z_][\w.-]{0,99})["']?[ \t]{0,99}[:=][ \t]{0,99}(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'#,;][^\n]*))/g

/** A setting of a NuGet.Config, its attributes in either order (learn.microsoft.com, "nuget.config reference"). */
const setting = /<add\s[^<>]*>/g
const attribute = /\b(key|value)="([^"]*)"/g

/**
 * What must not be seen of the files that are build secrets: a file of one line, which is a token, and a PEM as a whole; of others, such as
 * a NuGet.Config or a file of variables, the values whose names look like those of secrets. A file that can't be read has none.
 */
export async function readSecretFileValues(
  files: readonly (readonly [id: string, path: string])[],
): Promise<string[]> {
  const texts = await Promise.all(files.map(([, path]) => readFile(path, 'utf8').catch(() => '')))
  return texts.filter((text) => text.length <= maxLength).flatMap((text) => secretsIn(text.trim()))
}

function secretsIn(text: string): string[] {
  const isWhole = !text.includes('\n') || text.startsWith('-----BEGIN ')
  const pairs = [...readAssignments(text), ...readSettings(text)]
  return [...(isWhole && text !== '' ? [text] : []), ...pairs.filter(isSecret).map(([, value]) => value)]
}

function readAssignments(text: string): [name: string, value: string][] {
  return [...text.matchAll(assignment)].map(([, name = '', double, single, bare]) => [
    name,
    (double ?? single ?? bare ?? '').trim(),
  ])
}

function readSettings(text: string): [name: string, value: string][] {
  return [...text.matchAll(setting)].flatMap(([element]) => {
    const found = new Map([...element.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]))
    const [name, value] = [found.get('key'), found.get('value')]
    return name === undefined || value === undefined
      ? []
      : [
          [name, value],
          [name, decode(value)],
        ]
  })
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (written, name: string) => characters[name] ?? written)
}

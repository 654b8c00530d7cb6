import { readFileSync } from 'node:fs'

const maxLength = 1024 * 1024

/** The text of a file, at most a mebibyte of it; empty where it can't be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, maxLength)
  } catch {
    return ''
  }
}

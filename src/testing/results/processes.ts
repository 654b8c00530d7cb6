import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ResultFile } from './extract-results.ts'

/** A .NET process of a testing RUN, as plan/instrument/process-recorder.cs wrote it down. */
export interface RecordedProcess {
  testRun: number
  id: string
  /** The process of these that started it, through whatever came in between; empty where none did. */
  parent: string
  startedAtMs: number
  /** The same for processes that had the same variables. */
  environment: string
  folder: string
  /** Its arguments; the first is the path of its assembly. */
  words: string[]
  /** Undefined where it never came to its end: it crashed, or was killed. */
  exitCode: number | undefined
}

/** Reads the two files of each process, in the order in which they started; what is not whole is left out. */
export async function readProcesses(files: readonly ResultFile[]): Promise<RecordedProcess[]> {
  const ends = new Map<string, number>()
  const starts: Omit<RecordedProcess, 'exitCode'>[] = []
  for (const { path, run } of files) {
    const [, id = '', moment] = /([^-]+)\.(start|end)$/.exec(basename(path)) ?? []
    const [first = '', time, environment = '', folder, ...words] = (await readFile(path, 'utf8')).split('\0')
    if (moment === 'end' && /^-?\d{1,10}$/.test(first)) ends.set(id, Number(first))
    else if (moment === 'start' && folder !== undefined && words.length > 0)
      starts.push({ testRun: run, id, parent: first, startedAtMs: Number(time), environment, folder, words })
  }
  return starts
    .map((start) => ({ ...start, exitCode: ends.get(start.id) }))
    .sort((a, b) => a.startedAtMs - b.startedAtMs)
}

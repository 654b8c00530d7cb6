import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { cutText } from '../../shared/text.ts'
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
  /** Its program is built with a framework for tests. */
  hasTests: boolean
  folder: string
  /** Its arguments; the first is the path of its assembly. */
  words: string[]
  /** Undefined where it never came to its end: it crashed, or was killed. */
  exitCode: number | undefined
  /** What failed beside its tests, as Microsoft.Testing.Platform wrote it down. */
  errors?: string[]
}

/** Words of NUnit's adapter in the log of Microsoft.Testing.Platform, up to the next line of it. */
const teardown =
  /(?<= ERROR )TearDown failed for test fixture .*(?:\n(?!\d{4}-\d\d-).*|\n\S+ \S+ ERROR TearDown .*)*/g

/** Reads the files of each process, in the order in which they started; what is not whole is left out. */
export async function readProcesses(files: readonly ResultFile[]): Promise<RecordedProcess[]> {
  const ends = new Map<string, number>()
  const errors = new Map<string, string[]>()
  const starts: Omit<RecordedProcess, 'exitCode' | 'errors'>[] = []
  for (const { path, run } of files) {
    const [, id = '', moment] = /([^-_]+)(?:_\w*)?\.(start|end|diag)$/.exec(basename(path)) ?? []
    const text = await readFile(path, 'utf8')
    const [first = '', time, environment = '', framework, folder, ...words] = text.split('\0')
    if (moment === 'end' && /^-?\d{1,10}$/.test(first)) ends.set(id, Number(first))
    if (moment === 'diag')
      errors.set(
        id,
        (text.match(teardown) ?? []).map((one) => cutText(one.replace(/^\d{4}-\d\d-\S+ \S+ ERROR /gm, ''))),
      )
    if (moment === 'start' && folder !== undefined && words.length > 0)
      starts.push({
        ...{ testRun: run, id, parent: first, startedAtMs: Number(time), environment },
        ...{ hasTests: framework !== '', folder, words },
      })
  }
  return starts
    .map((start) => {
      const own = errors.get(start.id) ?? []
      return { ...start, exitCode: ends.get(start.id), ...(own.length === 0 ? {} : { errors: own }) }
    })
    .sort((a, b) => a.startedAtMs - b.startedAtMs)
}

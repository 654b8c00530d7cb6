import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process of this machine. */
export interface FoundProcess {
  pid: number
  commandLine: string
}

/** The processes, containers' included, with this text in their command line (Linux). */
export async function processesByCommand(text: string): Promise<FoundProcess[]> {
  return (await listProcesses()).filter(({ commandLine }) => commandLine.includes(text))
}

/** Waits until no process has this text in its command line; the builder ends steps a moment after their build. */
export async function untilGone(text: string): Promise<void> {
  while ((await processesByCommand(text)).length > 0) await sleep(50)
}

/** The processes that were started with this variable in their environment, such as `NAME=value` (Linux). */
export async function processesByVariable(variable: string): Promise<FoundProcess[]> {
  const all = await listProcesses()
  const environments = await Promise.all(all.map(({ pid }) => readProc(pid, 'environ')))
  return all.filter((_, index) => environments[index]?.split('\0').includes(variable))
}

async function listProcesses(): Promise<FoundProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const commandLines = await Promise.all(pids.map((pid) => readProc(pid, 'cmdline')))
  return pids.map((pid, index) => ({
    pid,
    commandLine: (commandLines[index] ?? '').replaceAll('\0', ' ').trim(),
  }))
}

/** Empty for a process that has just ended, and for a zombie. */
async function readProc(pid: number, file: 'cmdline' | 'environ'): Promise<string> {
  return await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
}

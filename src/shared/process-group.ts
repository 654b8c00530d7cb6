import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a child may take to end by itself after it was asked to, before it is killed. */
export const usualGraceMs = 2_500

/** Sends a signal to a child that was started `detached`, and to all that it started; nothing where they have ended. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended in the meantime; where there are no process groups (Windows) the process alone is ended.
    child.kill(signal)
  }
}

/** Whether the child or something that it started still runs: the one may be gone while the other lives on. */
export function isGroupAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false
  try {
    // Signal 0 only asks.
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}

/** Asks the whole group to end, unless it is about to, and kills what is left of it after a while. */
export async function stopGroup(child: ChildProcess, graceMs: number, isBrief = false): Promise<void> {
  // SIGINT lets buildx tell the builder to stop the steps that run there.
  if (!isBrief) signalGroup(child, 'SIGINT')
  const killAt = performance.now() + graceMs
  while (isGroupAlive(child) && performance.now() < killAt) await sleep(25)
  signalGroup(child, 'SIGKILL')
}

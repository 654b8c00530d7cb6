/** How long some work waits for docker: a stub in front of the real one notes when each command began and ended. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/**
 * Gives a PATH whose docker is noted, and what reads the notes: the milliseconds in which at least one command ran since the last
 * reading.
 * @param {string} docker the real one @param {string} folder @param {string} path
 */
export async function noteDocker(docker, folder, path) {
  const bin = join(folder, 'noted')
  const notes = join(folder, 'notes')
  await mkdir(bin, { recursive: true })
  const stub = join(bin, 'docker')
  await writeFile(
    stub,
    `#!/bin/bash\nbegan=$EPOCHREALTIME\n'${docker}' "$@"\ncode=$?\necho "$began $EPOCHREALTIME" >> '${notes}'\nexit $code\n`,
  )
  await chmod(stub, 0o755)
  return {
    path: [bin, path].join(delimiter),
    takeBusyMs: async () => {
      const spans = (await readFile(notes, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.split(' ').map((seconds) => Number(seconds) * 1000))
        .sort(([a = 0], [b = 0]) => a - b)
      await rm(notes)
      let [busyMs, until] = [0, 0]
      for (const [began = 0, ended = 0] of spans) {
        busyMs += Math.max(0, ended - Math.max(began, until))
        until = Math.max(until, ended)
      }
      return busyMs
    },
  }
}

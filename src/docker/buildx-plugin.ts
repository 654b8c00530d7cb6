import { access, constants, open, realpath } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'

/** How an executable file of Linux begins (elf(5)); a script begins with `#!`. */
const elfMagic = Buffer.from([0x7f, 0x45, 0x4c, 0x46])

/**
 * Gives the path of the buildx plugin where it can be started by itself, as docker's client would start it: the client takes as long
 * again to look for it each time. Undefined where `docker` in PATH is not that client but something in its place, such as a script
 * around it, and where the plugin can't be run from here.
 */
export async function findStartablePlugin(
  path: string | undefined,
  pathVariable: string | undefined,
): Promise<string | undefined> {
  if (path === undefined || path === '') return undefined
  const client = await findInPath('docker', pathVariable)
  if (client === undefined || basename(client) !== 'docker' || !(await isProgram(client))) return undefined
  return (await isRunnable(path)) ? path : undefined
}

/** The file behind a command's name, behind its links. */
async function findInPath(name: string, pathVariable = ''): Promise<string | undefined> {
  for (const folder of pathVariable.split(delimiter)) {
    const file = join(folder, name)
    if (folder !== '' && (await isRunnable(file))) return realpath(file)
  }
  return undefined
}

async function isRunnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function isProgram(file: string): Promise<boolean> {
  const opened = await open(file).catch(() => undefined)
  if (opened === undefined) return false
  try {
    const { buffer } = await opened.read(Buffer.alloc(elfMagic.length), 0, elfMagic.length, 0)
    return buffer.equals(elfMagic)
  } finally {
    await opened.close()
  }
}

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder that is removed at the end of the block that declares it with `await using`. */
export interface TempFolder extends AsyncDisposable {
  /** Absolute, free of symbolic links. */
  path: string
  /** Writes a file, making its folders, and gives its absolute path. */
  write(name: string, content: string | Uint8Array): Promise<string>
}

/** Makes a folder with these files in it, by relative path. */
export async function makeTempFolder(files: Record<string, string> = {}): Promise<TempFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'dotnet-container-test-')))
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = join(path, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    return file
  }
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return { path, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

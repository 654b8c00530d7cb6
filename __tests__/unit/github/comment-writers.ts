import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { WriterOrder } from './comment-writer-program.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** Processes that each write a section when they are told to. */
export interface Writers extends AsyncDisposable {
  /** Gives each process an order at the same time, and waits for what they print. */
  write(orders: readonly WriterOrder[]): Promise<string[]>
}

/** Starts so many real processes; they stay for one order after the other, since starting them is most of the time. */
export async function startWriters(count: number): Promise<Writers> {
  // In the project, so that node finds what the program imports.
  const folder = join(repository, 'lib', `writers-${process.pid}`)
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc')
  const source = join('__tests__', 'unit', 'github', 'comment-writer-program')
  // What it imports and no more: all of the house takes twice as long.
  const config = {
    extends: join(repository, 'tsconfig.json'),
    compilerOptions: {
      ...{ rootDir: repository, outDir: folder, noCheck: true },
      typeRoots: [join(repository, 'node_modules', '@types')],
    },
    include: [],
    files: [join(repository, `${source}.ts`)],
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  await promisify(execFile)(process.execPath, [tsc, '--project', folder], { cwd: repository })
  const program = join(folder, `${source}.js`)
  const writers = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
    return { child, lines: createInterface(child.stdout) }
  })
  return {
    write: (orders) =>
      Promise.all(
        orders.map(async (order, index) => {
          const writer = writers[index]
          if (writer === undefined) throw new Error(`there is no writer ${index}`)
          const answer = once(writer.lines, 'line') as Promise<[string]>
          writer.child.stdin.write(`${JSON.stringify(order)}\n`)
          return (await answer)[0]
        }),
      ),
    async [Symbol.asyncDispose]() {
      const ended = writers.map(({ child }) => once(child, 'close'))
      for (const { child } of writers) child.stdin.end()
      await Promise.all(ended)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

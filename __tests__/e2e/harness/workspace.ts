import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { repository } from './action-manifest.ts'

const run = promisify(execFile)

/** A checked-out repository with one build context; file names are relative to that. */
export interface Workspace extends AsyncDisposable {
  /** Absolute folder of the repository. */
  readonly folder: string
  /** The build context, relative to `folder`. */
  readonly context: string
  /** The absolute path of a file. */
  path(file: string): string
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  remove(file: string): Promise<void>
  /** Replaces a text that is there exactly once. */
  edit(file: string, text: string, replacement: string): Promise<void>
  /** Inserts a text above a line (from 1). */
  insertAbove(file: string, line: number, text: string): Promise<void>
  /** Commits everything and gives the commit. */
  commit(): Promise<string>
  /** Runs git in the repository and gives what it prints. */
  git(...args: string[]): Promise<string>
}

/** The folder for all temporary files of this run of the tests. */
export function testFolder(): string {
  const folder = process.env['E2E_FOLDER']
  if (folder === undefined) throw new Error('E2E_FOLDER is not set: run the tests with jest’s project e2e')
  return folder
}

/** A repository with one commit and these files. */
export async function makeWorkspace(files: Readonly<Record<string, string>>): Promise<Workspace> {
  return await checkOut('.', async (context) => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(context, file)), { recursive: true })
      await writeFile(join(context, file), text)
    }
  })
}

/** A repository with a copy of `examples/<name>` at the same place, committed. */
export async function copyExample(name: string): Promise<Workspace> {
  const filter = (source: string): boolean => !['bin', 'obj', 'TestResults'].includes(basename(source))
  return await checkOut(`examples/${name}`, (context) =>
    cp(join(repository, 'examples', name), context, { recursive: true, filter }),
  )
}

/**
 * A clone of one commit of another repository, as actions/checkout makes it of a ref such as `refs/pull/7/merge`; with `path` in that
 * folder of a clone of something else.
 */
export async function shallowClone(
  { folder: origin }: Workspace,
  ref: string,
  path = '.',
): Promise<Workspace> {
  const workspace = path === '.' ? await emptyWorkspace(path) : await makeWorkspace({ 'README.md': 'Tools' })
  await workspace.git('init', '--quiet', path)
  const git = (...args: string[]): Promise<string> => workspace.git('-C', path, ...args)
  await git('fetch', '--quiet', '--depth=1', '--no-tags', pathToFileURL(origin).href, ref)
  await git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
  return { ...workspace, context: path }
}

async function checkOut(context: string, fill: (folder: string) => Promise<void>): Promise<Workspace> {
  const workspace = await emptyWorkspace(context)
  await mkdir(workspace.path('.'), { recursive: true })
  await fill(workspace.path('.'))
  await workspace.git('init', '--quiet', '--initial-branch', 'main')
  await workspace.commit()
  return workspace
}

async function emptyWorkspace(context: string): Promise<Workspace> {
  const folder = await mkdtemp(join(testFolder(), 'workspace-'))
  const path = (file: string): string => join(folder, context, file)
  const git = async (...args: string[]): Promise<string> => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
    // Nothing of the user's own configuration, such as signing or hooks.
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
    return (await run('git', [...identity, ...args], { cwd: folder, env })).stdout.trim()
  }
  const read = (file: string): Promise<string> => readFile(path(file), 'utf8')
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(path(file)), { recursive: true })
    await writeFile(path(file), text)
  }
  const commit = async (): Promise<string> => {
    await git('add', '--all')
    await git('commit', '--quiet', '--allow-empty', '--message', 'A change')
    return await git('rev-parse', 'HEAD')
  }
  return {
    folder,
    context,
    path,
    git,
    read,
    write,
    commit,
    remove: (file) => rm(path(file), { recursive: true }),
    async edit(file, text, replacement) {
      const parts = (await read(file)).split(text)
      if (parts.length !== 2) throw new Error(`${file} has "${text}" ${parts.length - 1} times`)
      await write(file, parts.join(replacement))
    },
    async insertAbove(file, line, text) {
      const lines = (await read(file)).split('\n')
      lines.splice(line - 1, 0, ...text.replace(/\n$/, '').split('\n'))
      await write(file, lines.join('\n'))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

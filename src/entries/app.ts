import { writtenBuilder } from '../docker/builder.ts'
import { startProcess } from './start-process.ts'

// Nobody may read what is printed any more; the job goes on, and its reports are files.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

/** What the thin entries in dist/ start. Each loads what it needs when it is started, and the action while docker is asked. */
export async function runAction(): Promise<number> {
  const started = startProcess(process.env, writtenBuilder(process.env))
  return (await import('./action.ts')).runAction(started)
}

export const runCli = async (): Promise<number> => (await import('./cli.ts')).runCli()
export const runPost = async (): Promise<number> => (await import('./post.ts')).runPost()
export const runMatrix = async (): Promise<number> => (await import('./matrix.ts')).runMatrix()
export const runMerge = async (): Promise<number> => (await import('./merge.ts')).runMerge()
export const runCommentAction = async (): Promise<number> => (await import('./comment.ts')).runCommentAction()

import { writtenBuilder } from '../docker/builder.ts'
import { startProcess } from './start-process.ts'

// Nobody may read what is printed any more; the job goes on, and its reports are files.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

/** What the thin entries in dist/ start. Each loads what it needs when it is started, and the action while docker is asked. */
export async function runAction(): Promise<number> {
  const started = startProcess(process.env, writtenBuilder(process.env))
  return (await import('./action.ts')).runAction(started)
}

export async function runCli(): Promise<number> {
  return (await import('./cli.ts')).runCli()
}

export async function runPost(): Promise<number> {
  return (await import('./post.ts')).runPost()
}

export async function runMatrix(): Promise<number> {
  return (await import('./matrix.ts')).runMatrix()
}

export async function runMerge(): Promise<number> {
  return (await import('./merge.ts')).runMerge()
}

export async function runCommentAction(): Promise<number> {
  return (await import('./comment.ts')).runCommentAction()
}

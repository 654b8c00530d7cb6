import { dirname, resolve } from 'node:path'
import { openCheckout, type Checkout } from '../git/checkout.ts'
import type { RawInputs } from '../inputs/input-table.ts'
import { isGitUrl, isOwnCommit, withDefaultContext } from '../inputs/parsers/git-context.ts'

/**
 * Looks at the clone that a workflow run builds from: the one that the context is in, else the one of the Dockerfile or of the
 * workspace. Of a Git context nothing is known but whether it is the run's own commit.
 */
export async function openBuiltTree(
  { context, file }: Pick<RawInputs, 'context' | 'file'>,
  workspace: string,
  env: NodeJS.ProcessEnv,
): Promise<Checkout> {
  const url = withDefaultContext(context.trim(), env)
  if (isGitUrl(url)) return openFetched(url, await openCheckout(workspace), env)
  const folders = [resolve(workspace, context.trim()), dirname(resolve(workspace, file.trim())), workspace]
  for (const folder of new Set(folders)) {
    const checkout = await openCheckout(folder)
    if (checkout.commit !== undefined) return checkout
  }
  return openCheckout(workspace)
}

function openFetched(url: string, checkout: Checkout, env: NodeJS.ProcessEnv): Checkout {
  const commit = env['GITHUB_SHA']
  if (!isOwnCommit(url, env)) return { ...checkout, commit: undefined, parents: [], isFetched: true }
  const parents = commit === checkout.commit ? checkout.parents : []
  return { ...checkout, commit, parents, isChanged: () => Promise.resolve(false) }
}

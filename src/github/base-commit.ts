import type { History } from '../baselines/baseline-tools.ts'
import type { Checkout } from '../git/checkout.ts'
import { whyUnknown } from '../shared/errors.ts'
import type { Event } from '../inputs/run-facts.ts'
import type { RemoteRepository } from './repository.ts'

/** What an event tells of the tree that is built. */
interface Origin extends Pick<History, 'grewFrom' | 'lookFrom'> {
  branches: string[]
  warnings?: string[]
}

/** Who knows of the history; GitHub only where there is a token. */
interface Knowing {
  checkout: Checkout
  github: RemoteRepository | undefined
}

/** Finds the base commit of what is built, where its history is looked up from, and the branches that know it. */
export async function findBaseCommit(
  name: string,
  env: NodeJS.ProcessEnv,
  event: Event,
  { checkout, github }: Knowing,
): Promise<Origin> {
  const [parent] = checkout.parents
  const { GITHUB_SHA: commit, GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch = '' } = env
  const built = checkout.commit ?? commit
  const defaultBranch = event.repository?.default_branch ?? ''
  if (name.startsWith('pull_request')) {
    const base = await readPullRequestBase(event, { checkout, github })
    // What it goes into may be another pull request's branch, which nothing is measured on.
    return {
      ...{ grewFrom: base.grewFrom, lookFrom: base.grewFrom },
      branches: [env['GITHUB_BASE_REF'] ?? '', defaultBranch],
      warnings: [...(base.warnings ?? []), ...(isBaseAlone(name, event, built, commit) ? [baseAlone] : [])],
    }
  }
  if (name === 'merge_group') {
    const { base_sha: grewFrom, base_ref: ref = '' } = event.merge_group ?? {}
    const base = ref.replace(/^refs\/heads\//, '')
    return { grewFrom, lookFrom: grewFrom, branches: [base, defaultBranch] }
  }
  const branches = type === 'tag' ? [defaultBranch] : [branch, defaultBranch]
  // A tag, and a run by hand or by the clock, builds what was built before: what differs then is what the tree was built from.
  const isPushed = name === 'push' && type !== 'tag' && built === commit
  if (!isPushed) return { grewFrom: parent, lookFrom: built, branches }
  const { before } = event
  const isKnownBefore = before && !/^0+$/.test(before) && event.forced !== true
  const grewFrom = isKnownBefore ? before : parent
  return { grewFrom, lookFrom: grewFrom, branches }
}

/** Said of a pull request of which nothing was built. */
const baseAlone =
  'What was tested and measured is the base branch, not the pull request: its commit is checked out. ' +
  'In the event pull_request_target, and where `ref` names the base, actions/checkout takes that. Use the event pull_request, without `ref`.'

function isBaseAlone(
  name: string,
  event: Event,
  built: string | undefined,
  commit: string | undefined,
): boolean {
  const { base, head } = event.pull_request ?? {}
  if (built === undefined || head?.sha === undefined || built === head.sha) return false
  return built === base?.sha || (name === 'pull_request_target' && built === commit)
}

/**
 * The first parent of a pull request's merge commit, which even a clone of one commit knows; for a checkout of its head
 * where that parted from the base branch, which GitHub tells where the clone does not reach so far. Else where the base branch was.
 */
async function readPullRequestBase(
  event: Event,
  { checkout, github }: Knowing,
): Promise<Pick<Origin, 'grewFrom' | 'warnings'>> {
  const { base, head } = event.pull_request ?? {}
  const [parent, merged] = checkout.parents
  // The head itself may be a merge commit, of the base branch into it.
  const isMergeCommit = merged !== undefined && (head?.sha === undefined || merged === head.sha)
  if (isMergeCommit) return { grewFrom: parent }
  if (base?.sha === undefined) return { grewFrom: undefined }
  const local = await checkout.mergeBaseWith(base.sha)
  if (local !== undefined || !checkout.isShallow || checkout.commit === undefined)
    return { grewFrom: local ?? base.sha }
  const told = await github?.relate(base.sha, checkout.commit)
  if (told?.kind === 'known') return { grewFrom: told.value.mergeBase }
  const reason = whyUnknown(told)
  const warning =
    'It is not known where this branch parted from its base, so the image is compared with the newest commit that the base ' +
    `branch had: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`
  return { grewFrom: base.sha, warnings: [warning] }
}

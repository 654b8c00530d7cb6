/** Whether the images of a run are pushed, and why. */
export interface PushDecision {
  push: boolean
  reason: string
}

/** Events that run what stands on the branch; a pull request's code may run in any other. */
const branchEvents = ['push', 'workflow_dispatch', 'schedule']

/**
 * Images are pushed from the branches that were named and from nowhere else: not from pull requests, merge queues
 * or tags, and not in an event such as `pull_request_target`, whose ref names a branch that its code need not be from.
 * In a pattern, `*` stands for anything but `/`, `**` for anything.
 */
export function decidePush(
  patterns: readonly string[],
  { event, ref }: { event: string; ref: string },
): PushDecision {
  if (patterns.length === 0) return { push: false, reason: 'no branch is named in push-branches' }
  if (!branchEvents.includes(event))
    return { push: false, reason: `the event ${event} pushes nothing; these do: ${branchEvents.join(', ')}` }
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  if (branch === undefined) return { push: false, reason: `${ref} is no branch` }
  const push = patterns.some((pattern) => toExpression(pattern).test(branch))
  return { push, reason: `${branch} is ${push ? '' : 'not '}among push-branches` }
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}

/** Whether the images of a run are pushed, and why. */
export interface PushDecision {
  push: boolean
  reason: string
}

/** Events that run what stands on the branch or tag; a pull request's code may run in any other. */
const branchEvents = ['push', 'workflow_dispatch', 'schedule']

/** What a caller names. */
export interface PushPatterns {
  branches: readonly string[]
  tags: readonly string[]
}

/**
 * Images are pushed from the branches and the pushed tags that were named and from nowhere else: not from pull requests or merge queues,
 * and not in an event such as `pull_request_target`, whose ref names a branch that its code need not be from.
 * In a pattern, `*` stands for anything but `/`, `**` for anything.
 */
export function decidePush(
  patterns: PushPatterns,
  { event, ref }: { event: string; ref: string },
): PushDecision {
  if (patterns.branches.length + patterns.tags.length === 0)
    return { push: false, reason: 'no branch is named in push-branches, and no tag in push-tags' }
  if (!branchEvents.includes(event))
    return { push: false, reason: `the event ${event} pushes nothing; these do: ${branchEvents.join(', ')}` }
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (name === undefined) return { push: false, reason: `${ref} is no branch and no tag` }
  const isTag = kind === 'tags'
  const push = patterns[isTag ? 'tags' : 'branches'].some((pattern) => toExpression(pattern).test(name))
  return { push, reason: `${name} is ${push ? '' : 'not '}among ${isTag ? 'push-tags' : 'push-branches'}` }
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}

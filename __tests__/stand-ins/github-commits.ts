import { execFileSync } from 'node:child_process'
import { apiError, type ApiReply } from './github-answer.ts'

/** What GitHub tells of the commits and tags of a repository: here of a real one in a folder. */
export function answerOfHistory(folder: string, path: string, query: URLSearchParams): ApiReply | undefined {
  const compare = /^compare\/([0-9a-f]{40})\.\.\.([0-9a-f]{40})$/.exec(path)
  if (compare) return answerCompare(folder, compare[1] ?? '', compare[2] ?? '', query)
  if (path === 'commits') return answerCommits(folder, query)
  const refs = /^git\/matching-refs\/tags\/(.*)$/.exec(path)
  if (refs) return answerRefs(folder, refs[1] ?? '')
  const tag = /^git\/tags\/([0-9a-f]{40})$/.exec(path)
  if (!tag) return undefined
  const commit = git(folder, 'rev-parse', '--verify', `${tag[1] ?? ''}^{commit}`)
  return commit === undefined
    ? notFound
    : { status: 200, body: { sha: tag[1], object: { type: 'commit', sha: commit } } }
}

/** As the documentation of "Compare two commits" has it: what changed stands on the first page alone. */
function answerCompare(folder: string, base: string, head: string, query: URLSearchParams): ApiReply {
  const mergeBase = git(folder, 'merge-base', base, head)
  if (mergeBase === undefined) return notFound
  const count = (from: string, to: string): number =>
    Number(git(folder, 'rev-list', '--count', `${from}..${to}`))
  const [ahead, behind] = [count(base, head), count(head, base)]
  const status = ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged'
  const isFirst = (query.get('page') ?? '1') === '1'
  return {
    status: 200,
    body: {
      status,
      ...{ ahead_by: ahead, behind_by: behind, merge_base_commit: { sha: mergeBase }, commits: [] },
      ...(isFirst ? { files: [{ filename: 'a', patch: 'x'.repeat(100_000) }] } : {}),
    },
  }
}

/** By date, the newest first, merged ones among them. */
function answerCommits(folder: string, query: URLSearchParams): ApiReply {
  const perPage = Math.min(Number(query.get('per_page') ?? 30), 100)
  const args = ['rev-list', '--parents', `--max-count=${perPage}`, query.get('sha') ?? '']
  const listed = git(folder, ...args)
  if (listed === undefined) return notFound
  const body = listed.split('\n').map((line) => {
    const [sha, ...parents] = line.split(' ')
    return { sha, parents: parents.map((parent) => ({ sha: parent })) }
  })
  return { status: 200, body }
}

function answerRefs(folder: string, prefix: string): ApiReply {
  const listed = git(folder, 'for-each-ref', '--format=%(refname) %(objecttype) %(objectname)', 'refs/tags')
  const body = (listed ?? '')
    .split('\n')
    .filter((line) => line.startsWith(`refs/tags/${decodeURIComponent(prefix)}`))
    .map((line) => {
      const [ref, type, sha] = line.split(' ')
      return { ref, object: { type, sha } }
    })
  return { status: 200, body }
}

const notFound = apiError(404, 'Not Found')

/** What git prints; undefined where it fails, as for a commit that is not there. */
function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

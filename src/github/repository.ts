import * as v from 'valibot'
import type { RemoteHistory, RemoteTag } from '../baselines/baseline-tools.ts'
import type { Answer } from '../shared/errors.ts'
import { commit as sha } from '../shared/schema-values.ts'
import { connectToGitHub, type ApiAnswer, type GitHubApi, describeReadTrouble } from './api.ts'

/** What GitHub knows of the repository now, and neither a clone of one commit nor the event. Nothing is asked twice, and nothing throws. */
export interface RemoteRepository extends RemoteHistory {
  relate(older: string, newer: string): Promise<Answer<ReturnType<typeof readRelation>>>
  /** Names of the labels that an issue or a pull request has now. */
  labelsOf(number: number): Promise<Answer<string[]>>
}

/** Where the repository is, and what opens it. */
export interface RepositoryAccess {
  /** GITHUB_API_URL. */
  apiUrl: string
  token: string
  /** `owner/name`. */
  repository: string
  retryMs?: number
}

/** Nobody's job waits longer for what only makes a report better. */
const deadlineMs = 15_000
/** Commits come by date, so that those of merged branches stand between those of the branch. */
const commitsPerPage = 100
/** As many as are looked back in a clone. */
const maxAncestors = 50

const named = v.looseObject({ sha })
const comparisonSchema = v.looseObject({
  status: v.picklist(['ahead', 'behind', 'diverged', 'identical']),
  merge_base_commit: named,
})
const commitsSchema = v.array(v.looseObject({ sha, parents: v.array(named) }))
const refsSchema = v.array(
  v.looseObject({ ref: v.string(), object: v.looseObject({ type: v.string(), sha }) }),
)
const tagSchema = v.looseObject({ object: named })
const labelsSchema = v.array(v.looseObject({ name: v.string() }))

/** Gives access; the client is loaded with the first question. */
export function openRepository({ apiUrl, token, repository, retryMs }: RepositoryAccess): RemoteRepository {
  let connected: Promise<GitHubApi> | undefined
  const known = new Map<string, Promise<ApiAnswer>>()
  const ask = async <T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    read: (data: unknown) => T,
    permission = 'contents: read',
  ): Promise<Answer<T>> => {
    try {
      connected ??= connectToGitHub({ url: apiUrl, token, deadlineMs, retryMs })
      const api = await connected
      const key = JSON.stringify([route, parameters])
      const asked = known.get(key) ?? api.request(`GET /repos/${repository}/${route}`, parameters)
      known.set(key, asked)
      return { kind: 'known', value: read((await asked).data) }
    } catch (error) {
      return { kind: 'unknown', reason: describeReadTrouble(error, permission) }
    }
  }
  return {
    relate: (older, newer) =>
      // The second page has the same answer without the patches of three hundred files, which only the first one has.
      ask('compare/{basehead}', { basehead: `${older}...${newer}`, per_page: 1, page: 2 }, readRelation),
    ancestorsOf: (commit) =>
      ask('commits', { sha: commit, per_page: commitsPerPage }, (data) => followFirstParents(commit, data)),
    tagsFrom: (prefix) => ask('git/matching-refs/{+ref}', { ref: `tags/${prefix}` }, readTags),
    commitOf: async ({ object, isAnnotated }) =>
      isAnnotated
        ? ask('git/tags/{tag_sha}', { tag_sha: object }, (data) => v.parse(tagSchema, data).object.sha)
        : { kind: 'known', value: object },
    labelsOf: (number) =>
      ask(
        'issues/{issue_number}/labels',
        { issue_number: number, per_page: 100 },
        (data) => v.parse(labelsSchema, data).map(({ name }) => name),
        'pull-requests: read',
      ),
  }
}

/** The newest commit that both grew from, and whether that is the older one. */
function readRelation(data: unknown): { mergeBase: string; isAncestor: boolean } {
  const { status, merge_base_commit: base } = v.parse(comparisonSchema, data)
  return { mergeBase: base.sha, isAncestor: status === 'ahead' || status === 'identical' }
}

function readTags(data: unknown): RemoteTag[] {
  return v.parse(refsSchema, data).map(({ ref, object }) => ({
    name: ref.replace(/^refs\/tags\//, ''),
    object: object.sha,
    isAnnotated: object.type === 'tag',
  }))
}

function followFirstParents(commit: string, listed: unknown): string[] {
  const parents = new Map(v.parse(commitsSchema, listed).map((one) => [one.sha, one.parents[0]?.sha]))
  const followed: string[] = []
  for (let at: string | undefined = commit; at !== undefined; at = parents.get(at)) {
    if (followed.length === maxAncestors) break
    followed.push(at)
  }
  return followed
}

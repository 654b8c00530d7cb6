import { createHash } from 'node:crypto'
import { didYouMean } from '../shared/did-you-mean.ts'
import type { Problems } from '../shared/errors.ts'
import { escapeForPattern } from '../shared/text.ts'
import type { WrittenImage } from './parse-images.ts'
import { inputNames } from '../inputs/input-table.generated.ts'

/** A runner as a job names it: a label, several, or a group. */
export type RunsOn = string | string[] | { group: string; labels?: string | string[] | undefined }

/** One job of the matrix. */
export interface MatrixRow {
  /** What the job and its report are called; unique in the matrix. */
  name: string
  'runs-on': RunsOn
  /** The action's inputs, those alone that say something. */
  image: Record<string, string>
}

/** What a workflow's matrix may hold, as GitHub limits it. */
const maxImages = 256
const ownKeys = ['name', 'runs-on']
/** Parts of artifact names: shorter than GitHub's own limit, and nothing in them that a file system refuses. */
const namePattern = /^[A-Za-z0-9][\w.-]{0,99}$/
const nameForm = 'letters, digits, ".", "_" and "-", at most 100'

/** One job per image, whose own inputs win over those in `common`. Where it notes mistakes in `problems`, the rows are good for nothing. */
export function planMatrix(
  images: readonly WrittenImage[],
  common: ReadonlyMap<string, string>,
  runsOn: RunsOn,
  problems: Problems,
): MatrixRow[] {
  if (images.length > maxImages)
    problems.add(
      'images',
      `${images.length} images are more than the ${maxImages} jobs that a matrix may have.`,
    )
  const rows = images.slice(0, maxImages).map((written, index) => {
    const where = `images, entry ${index + 1}`
    for (const key of written.keys()) checkKey(key, where, problems)
    const image = Object.fromEntries(
      imageInputs
        .map((input) => [input, (written.get(input) ?? common.get(input) ?? '').trim()] as const)
        .filter(([, value]) => value !== ''),
    )
    const name = written.get('name')?.trim() || nameOf(image)
    if (!namePattern.test(name))
      problems.add(where, `"${name}" can't be the name of an image: ${nameForm}. Give it a name.`)
    return { name, 'runs-on': readLabels(written.get('runs-on')) ?? runsOn, image }
  })
  tellTwins(rows, problems)
  return rows
}

/** What the names of this call's artifacts begin with: two calls of one workflow, such as those of a matrix, neither take each other's reports nor stop each other. */
export function prefixOf(name: string, inputs: string): string {
  return `${name}-${createHash('sha256').update(inputs).digest('hex').slice(0, 8)}-`
}

/** Notes a name that no artifact may begin with. */
export function checkPrefix(prefix: string, problems: Problems): void {
  if (!namePattern.test(prefix)) problems.add('name', `"${prefix}" is not possible here: ${nameForm}.`)
}

function checkKey(key: string, where: string, problems: Problems): void {
  if (imageInputs.includes(key) || ownKeys.includes(key)) return
  const instead = workflowOwned.get(key)
  if (instead !== undefined) {
    problems.add(where, `${key} is not for one image: ${instead}.`)
    return
  }
  const hint = didYouMean(key, [...imageInputs, ...ownKeys]) || ' It takes the inputs of the action.'
  problems.add(where, `there is no key "${key}".${hint}`)
}

/** The last part of the image's name in a registry, else of its folder: what people call it. */
function nameOf(image: Readonly<Record<string, string>>): string {
  const tag =
    image['image-key'] ?? image['image-name']?.split(/[\r\n,]/)[0] ?? image['tags']?.split(/[\r\n]/)[0]
  const path = tag ?? image['context'] ?? '.'
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  const name = tag === undefined ? last : last.replace(/[:@].*$/, '')
  return /^\.*$/.test(name) ? 'image' : name
}

function readLabels(written: string | undefined): string | string[] | undefined {
  const labels = written?.split('\n').filter((label) => label.trim() !== '')
  return labels === undefined || labels.length === 0 ? undefined : labels.length === 1 ? labels[0] : labels
}

/** Notes names that two jobs have: reports would overwrite each other. Artifact names are compared without case, as some file systems do. */
export function tellTwins(rows: readonly Pick<MatrixRow, 'name'>[], problems: Problems): void {
  const first = new Map<string, number>()
  for (const [index, { name }] of rows.entries()) {
    const twin = first.get(name.toLowerCase())
    if (twin === undefined) first.set(name.toLowerCase(), index)
    else {
      const both = `entries ${twin + 1} and ${index + 1} are both named ${name}`
      problems.add('images', `${both}; give one of them a name of its own.`)
    }
  }
}

/** Inputs of the action that are the same for all images of a workflow, with what the caller says instead. */
export const workflowOwned: ReadonlyMap<string, string> = new Map([
  ['secrets', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
  ['secret-envs', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
  ['outputs', 'what is pushed follows from `push-branches` of the reusable workflow'],
  ['push', 'what is pushed follows from `push-branches` of the reusable workflow'],
  ['load', 'the runner goes away with the job, and the loaded image with it'],
  ['report-dir', 'the reusable workflow collects the reports as artifacts'],
  ['comment', 'the last job of the reusable workflow writes one comment for all images'],
  ['github-token', 'the job has its own token'],
  ['inputs', 'the entry itself holds the inputs'],
])

/** The action's inputs that an image of a list may have, in the order of action.yml. */
export const imageInputs: readonly string[] = inputNames.filter((name) => !workflowOwned.has(name))

/** Whether the images of a run are pushed, and why. */
interface PushDecision {
  push: boolean
  reason: string
  /** Who named a branch or a tag may expect a push in this event. */
  isSurprise?: boolean
}

/** Events that run what stands on the branch or tag; a pull request's code may run in any other. */
const branchEvents = ['push', 'workflow_dispatch', 'schedule', 'release', 'repository_dispatch']
/** Nobody expects these to push. */
const neverPush = ['pull_request', 'merge_group']

/** Pushes from named branches and tags alone, and in no event whose ref its code need not be from. In a pattern `*` stands for anything but `/`, `**` for anything. */
export function decidePush(
  patterns: { branches: readonly string[]; tags: readonly string[] },
  { event, ref }: { event: string; ref: string },
): PushDecision {
  if (patterns.branches.length + patterns.tags.length === 0)
    return { push: false, reason: 'no branch is named in push-branches, and no tag in push-tags' }
  if (!branchEvents.includes(event)) {
    const reason = `the event ${event} pushes nothing; these do: ${branchEvents.join(', ')}`
    return { push: false, reason, isSurprise: !neverPush.includes(event) }
  }
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (name === undefined) return { push: false, reason: `${ref} is no branch and no tag` }
  const isTag = kind === 'tags'
  const push = patterns[isTag ? 'tags' : 'branches'].some((pattern) => toExpression(pattern).test(name))
  return { push, reason: `${name} is ${push ? '' : 'not '}among ${isTag ? 'push-tags' : 'push-branches'}` }
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : escapeForPattern(part)
  })
  return new RegExp(`^${parts.join('')}$`)
}

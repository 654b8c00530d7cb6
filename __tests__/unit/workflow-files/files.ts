import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** Text that GitHub reads, whole: a workflow or an action's metadata. */
export interface GitHubFile {
  name: string
  kind: 'workflow' | 'action'
  text: string
}

/** A file of the repository as text. */
export function readText(path: string): string {
  return readFileSync(join(repository, path), 'utf8')
}

/** Whether the repository has that file or folder. */
export function hasPath(path: string): boolean {
  return existsSync(join(repository, path))
}

/** The files in a folder with that ending. */
function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(repository, folder)).filter((name) => name.endsWith(ending))
  return names.sort().map((name) => (folder === '' ? name : `${folder}/${name}`))
}

/** Our own workflows, as they are. */
export const workflows: GitHubFile[] = filesIn('.github/workflows', '.yml').map((name) => ({
  name,
  kind: 'workflow',
  text: readText(name),
}))

/** Every action.yml that somebody can name: that of the root and those one folder below. */
export const actions: GitHubFile[] = readdirSync(repository, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [`${entry.name}/action.yml`] : [entry.name]))
  .filter((name) => /^(?:(?!node_modules|dist|lib)[^/]+\/)?action\.yml$/.test(name) && hasPath(name))
  .sort()
  .map((name) => ({ name, kind: 'action', text: readText(name) }))

/** The templates of an organisation, as GitHub fills them in. */
export const templates: GitHubFile[] = filesIn('workflow-templates', '.yml').map((name) => ({
  name,
  kind: 'workflow',
  text: readText(name).replaceAll('$default-branch', 'main'),
}))

/** What the docs tell people to paste, each made whole: a list of steps and a job stand in a workflow. */
export const blocks: GitHubFile[] = ['', 'docs', 'docs/adr', 'docs/guides', 'bench']
  .flatMap((folder) => filesIn(folder, '.md'))
  .flatMap((page) =>
    [...readText(page).matchAll(/^( *)```ya?ml\n([\s\S]*?)\n\1```$/gm)].flatMap(
      ([, indent = '', text = ''], index): GitHubFile[] => {
        const whole = makeWhole(text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
        if (whole === undefined) return []
        return [{ name: `${page}, block ${index + 1}`, kind: 'workflow', text: whole }]
      },
    ),
  )

/** A workflow around a part of one; undefined for YAML that is none of GitHub's. */
export function makeWhole(text: string): string | undefined {
  const value: unknown = parse(text)
  if (Array.isArray(value)) {
    const steps: unknown[] = value
    if (!steps.every((step) => has(step, 'uses', 'run'))) return undefined
    return `on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n    steps:\n${indented(text, 6)}\n`
  }
  if (has(value, 'jobs')) return has(value, 'on') ? text : `on: push\n${text}`
  if (has(value, 'on', 'permissions', 'concurrency')) {
    const event = has(value, 'on') ? '' : 'on: push\n'
    return `${event}${text}\njobs:\n  job: { runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }\n`
  }
  const jobs = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (jobs.length === 0 || !jobs.every(([, job]) => has(job, 'runs-on', 'uses'))) return undefined
  const names = jobs.map(([name]) => name)
  const others = jobs
    .flatMap(([, job]) => (job as { needs?: string | string[] }).needs ?? [])
    .filter((needed) => !names.includes(needed))
    .map((needed) => `  ${needed}: { runs-on: ubuntu-24.04, steps: [{ run: 'true' }] }\n`)
  return `on: push\njobs:\n${others.join('')}${indented(text, 2)}\n`
}

function has(value: unknown, ...keys: string[]): boolean {
  return typeof value === 'object' && value !== null && keys.some((key) => key in value)
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by))
}

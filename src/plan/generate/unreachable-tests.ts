import type { ImageTests } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'

const maxListed = 5

/**
 * Says of test projects that a build can't reach what keeps them out, each of them counted: "2 test projects are not in the build: …".
 */
export function describeUnreachable(tests: readonly Project[]): string {
  const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`
  const groups = groupByWhy(tests.map((project) => ({ project, why: whyAway(project) })))
  const lines = groups.map(([why, projects]) => `${listProjects(projects)}: ${why}`)
  return `${count} not in the build:\n${lines.join('\n')}`
}

/** Names test projects that can't run in a build, each with why that is: "A, B (containers are needed: package testcontainers)". */
export function listUnfit(unfit: ImageTests['unfit']): string {
  return groupByWhy(unfit)
    .map(([why, projects]) => `${listProjects(projects)} (${why})`)
    .join('; ')
}

function groupByWhy(found: ImageTests['unfit']): [why: string, projects: Project[]][] {
  const groups = new Map<string, Project[]>()
  for (const { project, why } of found) groups.set(why, [...(groups.get(why) ?? []), project])
  return [...groups]
}

function whyAway({ place }: Project): string {
  if (place.kind === 'ignored')
    return `line ${place.line} of ${place.file}, "${place.pattern}", keeps it out.`
  return 'it is outside of the build context. Set the input context to a folder that has it, and file to the Dockerfile.'
}

/** Some projects by their paths, with the number of all others. */
export function listProjects(projects: readonly Project[]): string {
  const shown = projects.slice(0, maxListed).map(({ path }) => path)
  const left = projects.length - shown.length
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ')
}

import type { Docker } from '../docker.ts'
import type { Step } from './build-result.ts'

const byDocker = new WeakMap<Docker, Set<string>>()

/** The steps that the log of this job has shown so far, of whichever build: cached ones are not shown again. */
export function shownSteps(docker: Docker): Set<string> {
  const shown = byDocker.get(docker) ?? new Set<string>()
  byDocker.set(docker, shown)
  return shown
}

/** What a step is known by in every build of a job; its digest differs with the build's context. */
export function nameOfStep({
  stage,
  platform,
  position,
  name,
}: Pick<Step, 'stage' | 'platform' | 'position' | 'name'>): string {
  return [stage, platform, position, name].join(' ').replace(/\s+/g, ' ')
}

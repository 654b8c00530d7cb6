import type { FailedBuild, BuildFailure } from '../failure.ts'

/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
const noDocker =
  /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/

/** The way out for tests that want Docker: a step of a build can't have it. */
export const dockerAdvice =
  'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, ' +
  'for example with --filter, and run them in a job step after this one.'

/** Whether a text says that Docker was looked for and is not there. */
export function wantsDocker(text: string): boolean {
  return noDocker.test(text)
}

/** A step of the build wanted Docker. */
export function readDockerInBuild({ lines }: FailedBuild): BuildFailure | undefined {
  const words = lines.find(wantsDocker)
  if (words === undefined) return undefined
  return {
    title: 'A step of the build wants Docker',
    message: `${words.trim().slice(0, 500)}\n${dockerAdvice}`,
  }
}

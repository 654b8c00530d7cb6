import type { FailedBuild, BuildFailure } from './failure.ts'

/** What Testcontainers, docker's client and libraries for its API say when no engine answers. */
const noDocker =
  /Docker is either not running or misconfigured|Cannot connect to the Docker daemon|\/var\/run\/docker\.sock|DockerUnavailableException|docker_engine|sh: (?:\d+: )?docker: not found|(?:podman|docker-compose): not found|Docker endpoint|Could not find a valid Docker environment/

/** What .NET and the drivers of databases and queues say when no server answers. */
const noServer =
  /Connection refused|ECONNREFUSED|Name or service not known|Name does not resolve|Temporary failure in name resolution|No such host is known|network-related or instance-specific error|RedisConnectionException|BrokerUnreachableException/

/** The way out for tests that want Docker: a step of a build can't have it. */
export const dockerAdvice =
  'A build has no Docker: no engine, no socket, no other containers. Keep tests that start containers (Testcontainers) out of the test stage, ' +
  'for example with --filter, and run them in a job step after this one.'

const serverAdvice =
  'A build has no database and no other service. Keep tests that need one out of the test stage, for example with --filter, and run them in a ' +
  'job step after this one.'

/** What to do where messages of failed tests say that they miss what a build has not; undefined where none does. */
export function describeNeeds(messages: readonly (string | undefined)[]): string | undefined {
  const says = (words: RegExp): boolean => messages.some((message = '') => words.test(message))
  return says(noDocker) ? dockerAdvice : says(noServer) ? serverAdvice : undefined
}

/** A step of the build wanted Docker. */
export function readDockerInBuild({ lines }: FailedBuild): BuildFailure | undefined {
  const words = lines.find((line) => noDocker.test(line))
  if (words === undefined) return undefined
  return {
    title: 'A step of the build wants Docker',
    message: `${words.trim().slice(0, 500)}\n${dockerAdvice}`,
  }
}

import type { Docker } from './docker.ts'

const deadlineMs = 10_000

/** Where the Docker engine is, as a value for DOCKER_HOST; the context is known to the docker command alone. Undefined where it does not tell. */
export async function askEngineAddress(docker: Docker): Promise<string | undefined> {
  const args = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']
  const asked = await docker.run({ args, deadlineMs })
  return asked.kind === 'exited' && asked.code === 0 ? asked.stdout.trim() : undefined
}

import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import * as v from 'valibot'
import type { Docker } from '../docker/docker.ts'

const deadlineMs = 10_000

/** Docker puts this file into each container. */
const sign = '/.dockerenv'

const networksSchema = v.record(v.string(), v.unknown())

/**
 * The network of the container that this process runs in, as in a job with `container:`: a port on the loopback address of the engine's
 * machine can't be reached from there, but whoever is in the same network can. Undefined on a machine, in the network of the machine itself, and where
 * the engine does not know this container.
 */
export async function findOwnNetwork(docker: Docker): Promise<string | undefined> {
  if (!existsSync(sign)) return undefined
  // The name of a container's machine is its id, unless somebody gave it another one.
  const args = ['container', 'inspect', '--format', '{{json .NetworkSettings.Networks}}', hostname()]
  const asked = await docker.run({ args, deadlineMs })
  if (asked.kind !== 'exited' || asked.code !== 0) return undefined
  const networks = v.safeParse(networksSchema, JSON.parse(asked.stdout))
  return networks.success
    ? Object.keys(networks.output).find((name) => name !== 'host' && name !== 'none')
    : undefined
}

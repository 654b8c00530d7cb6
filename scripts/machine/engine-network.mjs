import { createHash } from 'node:crypto'
import { runCommand, tryCommand } from './command.mjs'
import { withLock } from './lock.mjs'

/** What the networks of all throw-away engines are part of. */
export const ENGINE_NETWORKS = '10.213.0.0/16'

/**
 * @typedef {object} EngineNetwork
 * @property {string} namespace name of the network namespace
 * @property {string} gateway the address on this machine's side, where a service of ours can listen
 * @property {string} address the address on the engine's side
 * @property {string} subnet both of them, as CIDR
 */

/**
 * Makes a network namespace that is joined to this machine by a pair of interfaces and reaches the outside through it.
 * @param {string} name of the engine
 * @returns {Promise<EngineNetwork>}
 */
export async function createEngineNetwork(name) {
  const { namespace, outer, inner, comment } = namesFor(name)
  return withLock('engine-networks', { log: () => undefined }, async () => {
    const prefix = await freePrefix(name)
    const network = { namespace, gateway: `${prefix}.1`, address: `${prefix}.2`, subnet: `${prefix}.0/24` }
    await ip('netns', 'add', namespace)
    await ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner, 'netns', namespace)
    await ip('address', 'add', `${network.gateway}/24`, 'dev', outer)
    await ip('link', 'set', outer, 'up')
    await ip('-n', namespace, 'link', 'set', 'lo', 'up')
    await ip('-n', namespace, 'address', 'add', `${network.address}/24`, 'dev', inner)
    await ip('-n', namespace, 'link', 'set', inner, 'up')
    await ip('-n', namespace, 'route', 'add', 'default', 'via', network.gateway)
    await runCommand(['sysctl', '--quiet', '--write', 'net.ipv4.ip_forward=1'])
    // First in their chains: an engine of the machine drops what it does not forward itself.
    const mark = ['-m', 'comment', '--comment', comment]
    await iptables('-I', 'INPUT', '-i', outer, ...mark, '-j', 'ACCEPT')
    await iptables('-I', 'FORWARD', '-i', outer, ...mark, '-j', 'ACCEPT')
    await iptables('-I', 'FORWARD', '-o', outer, ...mark, '-j', 'ACCEPT')
    await iptables(
      '-t',
      'nat',
      '-I',
      'POSTROUTING',
      '-s',
      network.subnet,
      '!',
      '-o',
      outer,
      ...mark,
      '-j',
      'MASQUERADE',
    )
    return network
  })
}

/**
 * Removes what `createEngineNetwork` made for that name, whole or in part; nothing there is fine too.
 * @param {string} name of the engine
 * @returns {Promise<void>}
 */
export async function deleteEngineNetwork(name) {
  const { namespace, outer, comment } = namesFor(name)
  for (const table of ['filter', 'nat']) {
    const rules = await tryCommand(['iptables', '--wait', '-t', table, '-S'])
    for (const rule of rules.stdout.split('\n').filter((line) => line.split(/[\s"]+/).includes(comment))) {
      const [, ...spec] = rule.replaceAll('"', '').split(' ')
      await iptables('-t', table, '-D', ...spec)
    }
  }
  await tryCommand(['ip', 'link', 'delete', outer])
  if (await hasNamespace(namespace)) await ip('netns', 'delete', namespace)
}

/**
 * The processes of an engine's namespace: its daemons, their shims and containers on the host network.
 * @param {string} name of the engine
 * @returns {Promise<number[]>}
 */
export async function listNetworkProcesses(name) {
  const { namespace } = namesFor(name)
  if (!(await hasNamespace(namespace))) return []
  return (await ip('netns', 'pids', namespace)).split(/\s+/).filter(Boolean).map(Number)
}

/**
 * @param {string} namespace
 * @returns {Promise<boolean>}
 */
async function hasNamespace(namespace) {
  return (await ip('netns', 'list')).split('\n').some((line) => line.split(' ')[0] === namespace)
}

/**
 * @param {string} name
 * @returns {{ namespace: string, outer: string, inner: string, comment: string }} an interface name has at most 15 characters
 */
function namesFor(name) {
  const short = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const comment = `dotnet-container-${name}`
  return { namespace: comment, outer: `dc${short}h`, inner: `dc${short}e`, comment }
}

/**
 * The first three numbers of a /24 that no interface of this machine has; the same one for a name when it is free.
 * @param {string} name
 * @returns {Promise<string>}
 */
async function freePrefix(name) {
  const inUse = `${await ip('-4', '-o', 'address', 'show')}${await ip('-4', 'route', 'show', 'table', 'all')}`
  const start = createHash('sha256').update(name).digest().readUInt8(0)
  for (let step = 0; step < 256; step++) {
    const prefix = `10.213.${(start + step) % 256}`
    if (!inUse.includes(`${prefix}.`)) return prefix
  }
  throw new Error(
    `All of ${ENGINE_NETWORKS} is in use: stop throw-away engines (\`ip netns list\`) and try again.`,
  )
}

/**
 * @param {...string} args
 * @returns {Promise<string>}
 */
function ip(...args) {
  return runCommand(['ip', ...args])
}

/**
 * @param {...string} args
 * @returns {Promise<string>}
 */
function iptables(...args) {
  return runCommand(['iptables', '--wait', ...args])
}

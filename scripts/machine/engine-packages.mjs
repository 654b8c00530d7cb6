import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deriveAptSource } from './apt-source.mjs'
import { findProgram } from './docker-client.mjs'
import { installPackages, isPackageOffered, refreshPackageLists } from './packages.mjs'

const NEWER_SUITE = 'sid'
const NEWER_SOURCE = '/etc/apt/sources.list.d/dotnet-container-sid'
const NEWER_PIN = '/etc/apt/preferences.d/dotnet-container-sid'
const DAEMON_CONFIG = '/etc/docker/daemon.json'

/**
 * Installs dockerd, containerd, the docker client, buildx and iptables: from the suite's own packages where it has buildx,
 * else on Debian from sid, pinned so low that nothing else is ever taken from there.
 * @param {{ release: import('./linux-release.mjs').LinuxRelease, log: (line: string) => void }} options
 * @returns {Promise<void>}
 */
export async function installEnginePackages({ release, log }) {
  if ((await findProgram('dockerd')) === null) await writeDaemonConfig(log)
  if (await isPackageOffered('docker-buildx')) {
    log(`Installing Docker and buildx from the packages of ${release.prettyName}.`)
    // Debian 13 split the client off; older suites and Ubuntu have it in docker.io.
    const client = (await isPackageOffered('docker-cli')) ? ['docker-cli'] : []
    await installPackages(['docker.io', ...client, 'docker-buildx', 'iptables'])
    return
  }
  if (release.id !== 'debian') {
    throw new Error(
      `${release.prettyName} offers no package docker-buildx. Enable its "universe" component and updates, or install ` +
        'Docker Engine with buildx as https://docs.docker.com/engine/install/ says, and try again.',
    )
  }
  log(`${release.prettyName} has no docker-buildx: installing Docker and buildx from Debian ${NEWER_SUITE}.`)
  await addNewerSuite(release.codename)
  const newer = ['docker.io', 'docker-cli', 'docker-buildx', 'containerd'].map(
    (name) => `${name}/${NEWER_SUITE}`,
  )
  await installPackages([...newer, 'iptables'])
}

/**
 * @param {string} codename
 * @returns {Promise<void>}
 */
async function addNewerSuite(codename) {
  const source = await deriveAptSource({ codename, suite: NEWER_SUITE })
  const sourceFile = `${NEWER_SOURCE}.${source.extension}`
  await writeFile(NEWER_PIN, `Package: *\nPin: release n=${NEWER_SUITE}\nPin-Priority: 90\n`)
  await writeFile(sourceFile, source.text)
  try {
    await refreshPackageLists({ again: true })
  } catch (error) {
    // A source that can't be read would break every later apt-get of this machine.
    await rm(sourceFile, { force: true })
    await rm(NEWER_PIN, { force: true })
    throw new Error(
      `The packages of Debian ${NEWER_SUITE} can't be listed from this machine's own apt source.`,
      {
        cause: error,
      },
    )
  }
}

/**
 * Chooses the containerd image store. Written before the packages, because with systemd they start dockerd themselves.
 * @param {(line: string) => void} log
 * @returns {Promise<void>}
 */
async function writeDaemonConfig(log) {
  const exists = await access(DAEMON_CONFIG).then(
    () => true,
    () => false,
  )
  if (exists) {
    log(`${DAEMON_CONFIG} is there already and stays as it is.`)
    return
  }
  await mkdir(dirname(DAEMON_CONFIG), { recursive: true })
  await writeFile(
    DAEMON_CONFIG,
    `${JSON.stringify({ features: { 'containerd-snapshotter': true } }, null, 2)}\n`,
  )
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBuildkitBridge } from './buildkit-bridge.mjs'
import { makeCertificates } from './certificates.mjs'
import { runCommand, tryCommand } from './command.mjs'

/** No registry listens there, so that buildx gives up its pull at once and takes the image that the engine has. */
const STAND_IN_IMAGE = '127.0.0.1:9/buildkit-stand-in'
/** What the driver docker-container starts where nobody names another image (buildx, util/confutil). */
const BUILDKIT_IMAGE = 'moby/buildkit:buildx-stable-1'
const CREATE_MS = 120_000
const REMOVE_MS = 30_000

/**
 * @typedef {object} BuilderOptions
 * @property {string} name of the builder
 * @property {NodeJS.ProcessEnv} env for docker; with BUILDX_CONFIG it says where buildx keeps what it knows of the builder
 * @property {string} [host] the engine, as a value for DOCKER_HOST that begins with unix://
 * @property {string} [docker] the client
 */

/**
 * @typedef {object} BuildxBuilder
 * @property {string} name
 * @property {() => Promise<void>} remove takes it away with all that it needed; a second call does nothing
 */

/**
 * Makes a builder of the driver `remote` that has an engine's own BuildKit behind it.
 * @param {BuilderOptions} options
 * @returns {Promise<BuildxBuilder & AsyncDisposable>} `await using` removes it too
 */
export function createRemoteBuilder(options) {
  return createBuilder(options, ({ address }) => ['--driver=remote', `tcp://${address}`])
}

/**
 * The same over TLS, where both sides show a certificate.
 * @param {BuilderOptions} options
 * @returns {Promise<BuildxBuilder & AsyncDisposable>} `await using` removes it too
 */
export async function createTlsBuilder(options) {
  const { ca, client, server, remove: removeFiles } = await makeCertificates()
  const files = [`cacert=${ca}`, `cert=${client.cert}`, `key=${client.key}`]
  const toArguments = (/** @type {import('./buildkit-bridge.mjs').BuildkitBridge} */ { address }) => [
    ...['--driver=remote', `--driver-opt=${files.join(',')}`, `tcp://${address}`],
  ]
  try {
    const builder = await createBuilder(options, toArguments, server)
    const remove = async () => {
      await builder.remove()
      await removeFiles()
    }
    return { name: builder.name, remove, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await removeFiles()
    throw error
  }
}

/**
 * Makes a builder of the driver `docker-container` that has an engine's own BuildKit behind it: buildx starts a real container
 * from a stand-in for the image moby/buildkit, in which `buildctl dial-stdio` leads out to a bridge.
 * The stand-in stays in the engine for the next time.
 * @param {BuilderOptions & { baseImage: string }} options baseImage: any image of the engine with bash
 * @returns {Promise<BuildxBuilder & AsyncDisposable>} `await using` removes it too
 */
export async function createContainerBuilder(options) {
  await buildStandIn(options, STAND_IN_IMAGE)
  return createBuilder(options, ({ address }) => [
    '--driver=docker-container',
    ...[`image=${STAND_IN_IMAGE}`, 'network=host', `env.BRIDGE=${address.replace(':', '/')}`].flatMap(
      (option) => ['--driver-opt', option],
    ),
    '--bootstrap',
  ])
}

/**
 * Puts a stand-in under the name of moby/buildkit into an engine, so that a builder of the driver `docker-container` can be
 * made there without a pull; behind it is the BuildKit of another engine.
 * @param {Pick<BuilderOptions, 'env' | 'docker' | 'host'> & { baseImage: string, address: string }} options baseImage: any image of
 *   the engine with bash; address: where this machine is reached from the engine's containers; host: that other engine
 * @returns {Promise<import('./buildkit-bridge.mjs').BuildkitBridge>} to be stopped in the end
 */
export async function offerBuildkit({ address, host, ...options }) {
  const bridge = await startBuildkitBridge({ address, ...(host === undefined ? {} : { host }) })
  try {
    await buildStandIn(options, BUILDKIT_IMAGE, `ENV BRIDGE=${bridge.address.replace(':', '/')}\n`)
    return bridge
  } catch (error) {
    await bridge.stop()
    throw error
  }
}

/**
 * @param {BuilderOptions} options
 * @param {(bridge: import('./buildkit-bridge.mjs').BuildkitBridge) => string[]} toArguments
 * @param {import('./certificates.mjs').Certificates['server']} [tls]
 * @returns {Promise<BuildxBuilder & AsyncDisposable>}
 */
async function createBuilder({ name, env, host, docker = 'docker' }, toArguments, tls) {
  const bridge = await startBuildkitBridge({
    ...(host === undefined ? {} : { host }),
    ...(tls === undefined ? {} : { tls }),
  })
  const remove = async () => {
    await tryCommand([docker, 'buildx', 'rm', '--force', name], { env, timeoutMs: REMOVE_MS })
    await bridge.stop()
  }
  try {
    const args = ['buildx', 'create', '--name', name, ...toArguments(bridge)]
    await runCommand([docker, ...args], { env, timeoutMs: CREATE_MS })
  } catch (error) {
    await remove()
    throw error
  }
  return { name, remove, [Symbol.asyncDispose]: remove }
}

/**
 * Builds the stand-in for the image moby/buildkit in the engine itself.
 * @param {Pick<BuilderOptions, 'env' | 'docker'> & { baseImage: string }} options
 * @param {string} name of the image
 * @param {string} [more] instructions
 * @returns {Promise<void>}
 */
async function buildStandIn({ env, baseImage, docker = 'docker' }, name, more = '') {
  const folder = await mkdtemp(join(tmpdir(), 'buildkit-stand-in-'))
  try {
    await writeFile(join(folder, 'buildctl'), BUILDCTL, { mode: 0o755 })
    await writeFile(join(folder, 'buildkitd'), BUILDKITD, { mode: 0o755 })
    const dockerfile = `FROM ${baseImage}\nUSER 0\nCOPY buildctl buildkitd /usr/bin/\nENTRYPOINT ["buildkitd"]\n${more}`
    await writeFile(join(folder, 'Dockerfile'), dockerfile)
    const builder = (await runCommand([docker, 'context', 'show'], { env })).trim()
    const where = /** @type {const} */ (['--builder', builder, '--load', '--tag', name])
    await runCommand([docker, 'buildx', 'build', ...where, folder], { env, timeoutMs: CREATE_MS })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Without `<&0` bash would give what runs in the background an empty stdin.
/** `debug workers` is asked until it succeeds, `dial-stdio` is the connection (buildx, driver/docker-container/driver.go). */
const BUILDCTL = `#!/bin/bash
[ "$1" = dial-stdio ] || exit 0
exec 3<>"/dev/tcp/$BRIDGE" || exit 1
cat <&0 >&3 &
cat <&3
kill $! 2>/dev/null
`

const BUILDKITD = `#!/bin/bash
[ "$1" = --version ] && echo 'buildkitd github.com/moby/buildkit v0.0.0 stand-in' && exit
trap exit INT TERM
sleep infinity &
wait
`

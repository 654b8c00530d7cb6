import { tryCommand } from './command.mjs'
import { buildStandIns, readStandInRecipe, STAND_IN_LABEL } from './dotnet-stand-ins.mjs'
import { withLock } from './lock.mjs'

const REGISTRY = 'mcr.microsoft.com'
const FIRST_ANSWER_MS = 20_000
const PULL_MS = 15 * 60_000

/** The tags under mcr.microsoft.com/dotnet that the examples and tests name, and the stage that stands in for each. */
const STAGES = /** @type {const} */ ({
  'runtime:10.0': 'runtime',
  'aspnet:10.0': 'aspnet',
  'sdk:10.0': 'sdk',
  'runtime:10.0-alpine': 'runtime-alpine',
  'aspnet:10.0-alpine': 'aspnet-alpine',
  'sdk:10.0-alpine': 'sdk-alpine',
})

/** @typedef {keyof typeof STAGES} DotnetTag */

/**
 * @typedef {object} DotnetImage
 * @property {string} reference
 * @property {'kept' | 'pulled' | 'built'} origin
 * @property {boolean} isStandIn built from this machine's own SDK: it works like Microsoft's image, its size is not theirs
 */

/** All of them. */
const DOTNET_TAGS = /** @type {readonly DotnetTag[]} */ (Object.keys(STAGES))

/**
 * Sees to it that the engine has the .NET images: keeps those that are there, pulls the others, and where the registry can't
 * be reached builds stand-ins of the same name from this machine's own SDK and says so. Throws when neither is possible.
 * @param {{
 *   docker: string,
 *   env: NodeJS.ProcessEnv,
 *   log: (line: string) => void,
 *   tags?: readonly DotnetTag[],
 * }} options docker and env: the client and an environment with the PATH that `ensureEngine` gave
 * @returns {Promise<DotnetImage[]>} in the order of the tags
 */
export async function ensureDotnetImages({ docker, env, log, tags = DOTNET_TAGS }) {
  const recipe = await readStandInRecipe()
  const engine = { docker, env, log, recipe }
  const found = await findImages(engine, tags)
  if (found.every((image) => image !== null)) return found
  return withLock('dotnet-images', { log }, async () => {
    const images = await findImages(engine, tags)
    const trouble = await pullMissing(engine, tags, images)
    if (trouble !== null) await standInForMissing(engine, tags, images, trouble)
    return images.filter((image) => image !== null)
  })
}

/**
 * @typedef {object} EngineContext
 * @property {string} docker
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string) => void} log
 * @property {import('./dotnet-stand-ins.mjs').StandInRecipe | string} recipe
 */

/**
 * @param {EngineContext} engine
 * @param {readonly DotnetTag[]} tags
 * @returns {Promise<(DotnetImage | null)[]>} null for an absent image and for a stand-in of an older recipe
 */
function findImages({ docker, env, recipe }, tags) {
  return Promise.all(
    tags.map(async (tag) => {
      const reference = referenceOf(tag)
      const format = `{{with .Config.Labels}}{{index . "${STAND_IN_LABEL}"}}{{end}}`
      const result = await tryCommand([docker, 'image', 'inspect', '--format', format, reference], { env })
      if (result.trouble !== null) return null
      const label = result.stdout.trim()
      const isStandIn = label !== ''
      if (isStandIn && typeof recipe !== 'string' && recipe.fingerprint !== label) return null
      return { reference, origin: /** @type {const} */ ('kept'), isStandIn }
    }),
  )
}

/**
 * Fills in what can be pulled, and stops at the first failure.
 * @param {EngineContext} engine
 * @param {readonly DotnetTag[]} tags
 * @param {(DotnetImage | null)[]} images
 * @returns {Promise<string | null>} why not all could be pulled
 */
async function pullMissing({ docker, env, log }, tags, images) {
  for (const [index, tag] of tags.entries()) {
    if (images[index] !== null) continue
    const reference = referenceOf(tag)
    log(`Pulling ${reference}.`)
    // Without a terminal the first line comes when the registry has answered; a large layer may then take its time.
    const deadlines = { firstOutputMs: FIRST_ANSWER_MS, timeoutMs: PULL_MS }
    const { trouble } = await tryCommand([docker, 'pull', reference], { env, ...deadlines })
    if (trouble !== null) return trouble
    images[index] = { reference, origin: 'pulled', isStandIn: false }
  }
  return null
}

/**
 * @param {EngineContext} engine
 * @param {readonly DotnetTag[]} tags
 * @param {(DotnetImage | null)[]} images
 * @param {string} trouble
 * @returns {Promise<void>}
 */
async function standInForMissing({ docker, env, log, recipe }, tags, images, trouble) {
  const wanted = tags
    .filter((_, index) => images[index] === null)
    .map((tag) => ({ stage: STAGES[tag], reference: referenceOf(tag) }))
  const names = wanted.map(({ reference }) => reference).join(', ')
  if (typeof recipe === 'string') {
    throw new Error(
      `${names}: could not be pulled (${trouble}), and ${recipe}. Let this machine reach ${REGISTRY}, ` +
        'or bring the images with `docker save` and `docker load`.',
    )
  }
  log(`No pull from ${REGISTRY}: ${trouble}`)
  log(
    `Building stand-ins from this machine's own .NET SDK ${recipe.installation.sdkVersion} because ${REGISTRY} could not be ` +
      `reached; sizes are not Microsoft's, and an alpine tag is ${recipe.codename} too: ${names}`,
  )
  await buildStandIns({ docker, env, recipe, images: wanted })
  for (const [index, tag] of tags.entries()) {
    images[index] ??= { reference: referenceOf(tag), origin: 'built', isStandIn: true }
  }
}

/**
 * @param {DotnetTag} tag
 * @returns {string}
 */
function referenceOf(tag) {
  return `${REGISTRY}/dotnet/${tag}`
}

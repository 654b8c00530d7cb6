import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { findDotnetInstallation } from './dotnet-installation.mjs'
import { canInstallPackages, readLinuxRelease } from './linux-release.mjs'
import { listNugetPackages, nugetDownloadProject, nugetRootsProject } from './nuget-folder.mjs'
import { writeRootFileSystem } from './root-file-system.mjs'
import { standInDockerfile } from './stand-in-dockerfile.mjs'

/** The label of a stand-in image; its value is the fingerprint of what it was made from. */
export const STAND_IN_LABEL = 'dotnet-container.stand-in'

const MAJOR = 10
const CA_BUNDLE = '/etc/ssl/certs/ca-certificates.crt'

/** Parts of an SDK that no build, publish or test of a C# project opens: F#, format and watch, .NET Framework, XML docs. */
const LEFT_OUT = [
  './sdk/*/DotnetTools',
  './sdk/*/FSharp',
  './sdk/*/TestHostNetFramework',
  './sdk/*/Sdks/*/tools/net4*',
  './packs/*/*/ref/*/*.xml',
]

/**
 * @typedef {object} StandInRecipe
 * @property {string} fingerprint of everything that goes into the images, except the distribution's packages
 * @property {string} codename
 * @property {string} dockerfile
 * @property {import('./dotnet-installation.mjs').DotnetInstallation} installation
 * @property {string | null} caBundle
 * @property {string | null} nugetConfig
 * @property {string | undefined} packageFolder
 * @property {readonly import('./nuget-folder.mjs').NugetPackage[]} packages
 */

/**
 * The first folder of NuGet packages that an add-on keeps below /opt (Filesystem Hierarchy Standard 3.13).
 * @returns {Promise<string | undefined>}
 */
async function findPackageFolder() {
  for (const name of (await readdir('/opt').catch(() => [])).sort()) {
    const folder = join('/opt', name, 'packages')
    if ((await listNugetPackages(folder)).length > 0) return folder
  }
  return undefined
}

/**
 * Looks at what this machine has for stand-ins of Microsoft's images: its SDK, CA bundle, NuGet.Config and folder of NuGet
 * packages (NUGET_PACKAGES_FOLDER, else a folder `packages` of an add-on below /opt). A string instead says why it can't make any.
 * @returns {Promise<StandInRecipe | string>}
 */
export async function readStandInRecipe() {
  const release = await readLinuxRelease()
  if (!canInstallPackages(release)) return 'stand-ins can be built on Debian and Ubuntu only, as root'
  const installation = await findDotnetInstallation(MAJOR)
  if (installation === null) return `this machine has no .NET SDK ${String(MAJOR)} to build stand-ins from`
  const nugetConfig = await readNugetConfig()
  const packageFolder = process.env['NUGET_PACKAGES_FOLDER'] ?? (await findPackageFolder())
  const packages = packageFolder === undefined ? [] : await listNugetPackages(packageFolder)
  const caBundle = await readFile(CA_BUNDLE, 'utf8').catch(() => null)
  const dockerfile = standInDockerfile({
    installation,
    hasCaBundle: caBundle !== null,
    hasNugetConfig: nugetConfig !== null,
    hasPackages: packages.length > 0,
  })
  const ingredients = [release.codename, dockerfile, LEFT_OUT, caBundle, nugetConfig, packages]
  return {
    fingerprint: createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, 16),
    codename: release.codename,
    dockerfile,
    installation,
    caBundle,
    nugetConfig,
    packageFolder,
    packages,
  }
}

/**
 * Builds stand-ins in the engine behind `docker`, each stage of the recipe under its reference.
 * @param {{
 *   docker: string,
 *   env: NodeJS.ProcessEnv,
 *   recipe: StandInRecipe,
 *   images: readonly { stage: string, reference: string }[],
 * }} options
 * @returns {Promise<void>}
 */
export async function buildStandIns({ docker, env, recipe, images }) {
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-stand-ins-'))
  try {
    // The root file system waits for downloads, the tars for the disk: side by side they take as long as the first.
    const parts = [
      writeRootFileSystem({ codename: recipe.codename, folder, file: join(folder, 'root.tar') }),
      writeDotnetParts(recipe, folder),
    ]
    for (const result of await Promise.allSettled(parts)) {
      if (result.status === 'rejected') throw result.reason
    }
    // The engine's own builder, whichever one is in use: a stand-in has to end in the engine.
    const builder = (await runCommand([docker, 'context', 'show'], { env })).trim()
    for (const { stage, reference } of images) {
      const where = /** @type {const} */ (['--builder', builder, '--load', '--provenance=false'])
      const label = `${STAND_IN_LABEL}=${recipe.fingerprint}`
      const what = ['--target', stage, '--tag', reference, '--label', label]
      await runCommand([docker, 'buildx', 'build', ...where, ...what, '--progress=plain', folder], {
        env,
        timeoutMs: 10 * 60_000,
      })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {StandInRecipe} recipe
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function writeDotnetParts(recipe, folder) {
  const { caBundle, nugetConfig, packageFolder, packages } = recipe
  const { root, sdkVersion, runtimeVersion, aspnetVersion } = recipe.installation
  const options = ['--owner=0', '--group=0', '--sort=name', '--anchored']
  const excludes = LEFT_OUT.map((pattern) => `--exclude=${pattern}`)
  /** @type {(name: string, from: string, entries: readonly string[]) => Promise<string>} */
  const pack = (name, from, entries) =>
    runCommand(['tar', '-cf', join(folder, name), '-C', from, ...options, ...excludes, ...entries])
  await pack('runtime.tar', root, [
    './dotnet',
    './host/fxr',
    `./shared/Microsoft.NETCore.App/${runtimeVersion}`,
  ])
  await pack('aspnet.tar', root, [`./shared/Microsoft.AspNetCore.App/${aspnetVersion}`])
  await pack('sdk.tar', root, [`./sdk/${sdkVersion}`, './sdk-manifests', './packs'])
  if (packageFolder !== undefined && packages.length > 0) {
    await pack('packages.tar', packageFolder, ['.'])
    await writeFile(join(folder, 'all.csproj'), nugetDownloadProject(packages))
    await writeFile(join(folder, 'roots.csproj'), nugetRootsProject(packages))
  }
  if (caBundle !== null) await writeFile(join(folder, 'ca-certificates.crt'), caBundle)
  if (nugetConfig !== null) await writeFile(join(folder, 'NuGet.Config'), nugetConfig)
  await writeFile(join(folder, 'Dockerfile'), recipe.dockerfile)
}

/**
 * The user's NuGet.Config, so that a restore inside a build uses this machine's package sources; null when there is none or
 * when it holds credentials, which must not end in an image.
 * @returns {Promise<string | null>}
 */
async function readNugetConfig() {
  const text = await readFile(join(homedir(), '.nuget', 'NuGet', 'NuGet.Config'), 'utf8').catch(() => null)
  return text === null || /<(packageSourceCredentials|apikeys)\b/i.test(text) ? null : text
}

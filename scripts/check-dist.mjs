/** Builds the program into a temporary folder and compares it with dist/, byte for byte; dist/ stays as it is. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const fresh = mkdtempSync(join(tmpdir(), 'dotnet-container-dist-'))

try {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build-dist.mjs'), fresh], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const differences = status === 0 ? compareFolders() : ['src/ does not build; the lines above say why.']
  for (const difference of differences) console.error(difference)
  if (differences.length > 0) process.exitCode = 1
  else console.log('dist/ is what src/ builds.')
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

/** @returns {string[]} one sentence per file that is not the same in both folders */
function compareFolders() {
  const built = filesOf(fresh)
  const there = existsSync(dist) ? filesOf(dist) : []
  return [...new Set([...built, ...there])].sort().flatMap((file) => {
    if (!there.includes(file)) return [`dist/${file} is missing.`]
    if (!built.includes(file)) return [`dist/${file} is left over: src/ does not build it.`]
    const isSame = readFileSync(join(fresh, file)).equals(readFileSync(join(dist, file)))
    return isSame ? [] : [`dist/${file} is not what src/ builds.`]
  })
}

/** @param {string} folder @returns {string[]} paths of all files below it, relative to it */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

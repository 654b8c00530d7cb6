/**
 * Where this repository is on GitHub. It is written down once, in package.json (`repository`, as `github:OWNER/NAME`); `npm run docs`
 * brings it to each file that names it. src/shared/help-link.ts keeps the name that they have now, so that another can take its place.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @typedef {{ repository: string, ref: string }} Address the repository as `OWNER/NAME`, and what `uses:` names of it */

export const root = new URL('../', import.meta.url)
export const nameFile = 'src/shared/help-link.ts'

/** As package.json has it; its ref is the moving tag of the newest release in CHANGELOG.md, or `main` before the first. @returns {Address} */
export function readAddress() {
  const { repository } = JSON.parse(read('package.json'))
  const [, name] = /^github:([\w.-]+\/[\w.-]+)$/.exec(repository) ?? []
  if (name === undefined)
    throw new Error(`package.json: repository is "${repository}"; write it as "github:OWNER/NAME".`)
  const major = /^## \[(\d+)\.\d+\.\d+\]/m.exec(read('CHANGELOG.md'))?.[1]
  return { repository: name, ref: major === undefined ? 'main' : `v${major}` }
}

/** The name that the files have now. */
export function readNameInFiles() {
  return /\brepository = '([^']+)'/.exec(read(nameFile))?.[1] ?? ''
}

/** The files that may name the repository: all that git knows, without what is built, recorded or tested. */
export function filesThatNameIt() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
  })
  return listed
    .split('\0')
    .filter((file) => /\.(?:md|ya?ml|json)$/.test(file) && existsInTree(file))
    .filter((file) => !/^(?:dist|__tests__)\/|^package(?:-lock)?\.json$/.test(file))
}

/** A text with the repository under its name of today, and at the ref of today in each line `uses:`. @param {string} text @param {string} before @param {Address} now */
export function fillIn(text, before, { repository, ref }) {
  const [was, is] = [before, repository].map((name) => name.replaceAll('.', '\\.'))
  return text
    .replaceAll(new RegExp(`(?<![\\w-])${was}(?![\\w-])`, 'g'), repository)
    .replaceAll(new RegExp(`^( *(?:- )?uses: ${is}[\\w./-]*)@(?:main|v\\d+)$`, 'gm'), `$1@${ref}`)
}

/** Lines that a release must not have: the place of an account, or words of before the first release. @param {string} file @param {string} text */
export function placeholdersIn(file, text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /\bOWNER\/|There is no release yet/.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
    )
}

/** @param {string} file */
function read(file) {
  return readFileSync(new URL(file, root), 'utf8')
}

/** @param {string} file */
function existsInTree(file) {
  return existsSync(new URL(file, root))
}

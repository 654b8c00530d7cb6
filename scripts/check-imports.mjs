/**
 * The house of `src/`: which room may import which, how large a folder may grow, and that no files import each other in a
 * circle. Prints what is wrong, then its measures; with `--picture` a drawing of the rooms instead. Another folder can be given in
 * place of `src/`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import ts from 'typescript'

/**
 * From the top down: a room imports itself and what is on lower floors, types as well as values. Rooms on one floor stand side by
 * side and know nothing of each other.
 */
const floors = [
  ['entries'],
  ['job', 'matrix', 'merge'],
  ['report', 'github'],
  ['baselines', 'smoke', 'deliver'],
  ['compare'],
  ['measure'],
  ['build'],
  ['testing'],
  ['plan'],
  ['inputs'],
  ['docker', 'git', 'store', 'terminal'],
  ['xml', 'redaction'],
  ['shared'],
]

/** Beside its subfolders. */
const maxFilesInFolder = 12

const { values, positionals } = parseArgs({
  options: { picture: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const root = resolve(positionals[0] ?? fileURLToPath(new URL('../src', import.meta.url)))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.m?ts$|\.mjs$/.test(file))
  .sort()
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** What a file imports of the house: values, types, what it exports on, and what it loads later. @param {string} file */
function importsOf(file) {
  const source = ts.createSourceFile(file, texts.get(file) ?? '', ts.ScriptTarget.Latest, true)
  /** @type {Set<string>} */
  const found = new Set()
  /** @param {ts.Node} node */
  const visit = (node) => {
    const named = nameOfImport(node)
    const target = named === undefined ? '' : posix.join(posix.dirname(file), named)
    if (texts.has(target)) found.add(target)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found]
}

/** @param {ts.Node} node */
function nameOfImport(node) {
  const name =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined
  return name !== undefined && ts.isStringLiteral(name) && name.text.startsWith('.') ? name.text : undefined
}

/** @param {string} file */
const roomOf = (file) => file.slice(0, file.indexOf('/'))

/** @param {string} file */
const floorOf = (file) => floors.findIndex((rooms) => rooms.includes(roomOf(file)))

/** The files that import each other in a circle, each circle once (Tarjan's strongly connected components). */
function findCircles() {
  /** @type {Map<string, { index: number, low: number, isOpen: boolean }>} */
  const seen = new Map()
  /** @type {string[]} */
  const open = []
  /** @type {string[][]} */
  const circles = []
  /** @param {string} file */
  const visit = (file) => {
    const own = { index: seen.size, low: seen.size, isOpen: true }
    seen.set(file, own)
    open.push(file)
    for (const target of imports.get(file) ?? []) {
      const other = seen.get(target)
      if (other === undefined) own.low = Math.min(own.low, visit(target).low)
      else if (other.isOpen) own.low = Math.min(own.low, other.index)
    }
    if (own.low === own.index) {
      const circle = open.splice(open.indexOf(file))
      for (const member of circle) (seen.get(member) ?? own).isOpen = false
      if (circle.length > 1) circles.push(circle.sort())
    }
    return own
  }
  for (const file of files) if (!seen.has(file)) visit(file)
  return circles
}

/** How many files the longest chain of imports has. */
function longestChain() {
  /** @type {Map<string, number>} */
  const known = new Map()
  /** @param {string} file @returns {number} */
  const lengthFrom = (file) => {
    const length = known.get(file)
    if (length !== undefined) return length
    // What comes back to it in a circle counts once.
    known.set(file, 0)
    known.set(file, Math.max(0, ...(imports.get(file) ?? []).map(lengthFrom)) + 1)
    return known.get(file) ?? 0
  }
  return Math.max(0, ...files.map(lengthFrom))
}

/** Which rooms import which, but for what another room on the way already shows, and for `shared`, which all of them import. */
function drawRooms() {
  /** @type {Map<string, Set<string>>} */
  const below = new Map(floors.flat().map((room) => [room, new Set()]))
  for (const [file, targets] of imports)
    for (const target of targets)
      if (roomOf(target) !== roomOf(file)) below.get(roomOf(file))?.add(roomOf(target))
  /** @param {string} from @param {string} to @returns {boolean} */
  const reaches = (from, to) => [...(below.get(from) ?? [])].some((room) => room === to || reaches(room, to))
  const arrows = [...below].flatMap(([room, targets]) =>
    [...targets]
      .filter((target) => target !== 'shared')
      .filter((target) => ![...targets].some((other) => other !== target && reaches(other, target)))
      .sort()
      .map((target) => `  ${room} --> ${target}`),
  )
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n')
}

/** @type {Map<string, number>} */
const folders = new Map()
for (const file of files) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1)
const [largest, most] = [...folders].sort(([, a], [, b]) => b - a)[0] ?? ['none', 0]
const circles = findCircles()
const lines = [...texts.values()].reduce((sum, text) => sum + text.split('\n').length - 1, 0)

const problems = [
  ...files.filter((file) => !file.includes('/')).map((file) => `${file} lies loose: put it into its room.`),
  ...[...new Set(files.filter((file) => file.includes('/') && floorOf(file) < 0).map(roomOf))].map(
    (room) => `${room}/ has no floor: name it in scripts/check-imports.mjs.`,
  ),
  ...files.flatMap((file) =>
    (imports.get(file) ?? [])
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) <= floorOf(file))
      .map((target) => `${file} imports ${target}: ${roomOf(target)}/ is not below ${roomOf(file)}/.`),
  ),
  ...circles.map((circle) => `In a circle: ${circle.join(', ')}.`),
  ...[...folders]
    .filter(([, count]) => count > maxFilesInFolder)
    .map(([folder, count]) => `${folder}/ has ${count} files, and ${maxFilesInFolder} are the limit.`),
]
if (values.picture) {
  console.log(drawRooms())
  process.exit()
}
for (const problem of problems) console.log(problem)
console.log(
  `${files.length} files, ${lines} lines, ${floors.length} floors; largest folder ${largest}/ with ${most} files; ` +
    `${circles.length} circles; the longest chain of imports has ${longestChain()} files`,
)
if (problems.length > 0) process.exitCode = 1

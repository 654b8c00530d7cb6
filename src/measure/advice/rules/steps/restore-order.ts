import { readCopiedTree, type CopiedPath } from '../../../../plan/dockerfile/copied-paths.ts'
import { neededFor } from '../../../../plan/dockerfile/stage-graph.ts'
import type { Advice } from '../../advice.ts'
import { dotnetCommands, type DotnetCommand } from '../../dotnet-commands.ts'
import { projectFileOf, type ImageFacts } from '../../image-facts.ts'

/**
 * Sources that are copied before packages are restored, so that any change of them restores again. Not where a cache mount
 * keeps the packages.
 */
export function findRestoreOrder(facts: ImageFacts): Advice[] {
  const { dockerfile, final } = facts
  const found = new Map<number, Advice>()
  for (const stage of neededFor(dockerfile, final)) {
    const restore = dotnetCommands(dockerfile, stage).find(restores)
    if (restore === undefined || hasCacheMount(restore)) continue
    const { firstLine } = restore.instruction
    const copy = readCopiedTree(dockerfile, stage).copies.find(
      ({ source, line }) => source === '' && line < firstLine,
    )
    if (copy !== undefined) found.set(copy.line, adviceOn(facts, copy, restore))
  }
  return [...found.values()]
}

function restores({ verb, words }: DotnetCommand): boolean {
  if (verb === 'restore') return true
  return (
    /^(?:build|publish|test|pack|run)$/.test(verb) &&
    !words.includes('--no-restore') &&
    !words.includes('--no-build')
  )
}

function hasCacheMount({ instruction: { flags } }: DotnetCommand): boolean {
  return flags.some(({ name, value }) => name === 'mount' && /(?:^|,)type=cache(?:,|$)/.test(value))
}

/** How often packages were restored anew, where earlier builds told. */
function tellMisses({ record }: ImageFacts): string {
  const told = [...record.history, record].filter((point) => point.isRestoreCached !== undefined)
  const missed = told.filter((point) => point.isRestoreCached === false).length
  return told.length < 2 ? '' : ` Of the last ${told.length} builds, ${missed} restored them anew.`
}

function adviceOn(facts: ImageFacts, copy: CopiedPath, restore: DotnetCommand): Advice {
  const { dockerfile } = facts
  const { firstLine } = restore.instruction
  const project = restore.words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '')
  const file = project ?? projectFileOf(facts)
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '../'
  const written = dockerfile.text.split(/\r?\n/)[copy.line - 1]?.trim() ?? 'COPY . .'
  return {
    id: 'restore-order',
    title: `Every change of a source file restores all packages again, since line ${copy.line} copies everything before line ${firstLine} restores.${tellMisses(facts)}`,
    uncompressedBytes: undefined,
    compressedBytes: undefined,
    evidence: [
      `${dockerfile.shown}:${copy.line} ${written.slice(0, 200)}`,
      `${dockerfile.shown}:${firstLine} dotnet ${restore.verb}`,
    ],
    place: { file: dockerfile.shown, line: copy.line },
    fix: `Copy the project files first, one line for each project that is referenced:\nCOPY ${file} ${folder}\nRUN dotnet restore ${file}\n${written}`,
    link: 'https://docs.docker.com/build/cache/optimize/',
  }
}

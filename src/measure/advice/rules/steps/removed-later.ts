import { isCopy } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { findHiddenFiles } from '../../../analyze/shadowed-files.ts'
import { type Advice, adviceOnFiles, bytesByLayer } from '../../advice.ts'
import { fixOf } from '../../edits.ts'
import { instructionOf, type ImageFacts, type ImageFile } from '../../image-facts.ts'
import { joinRuns, withoutCopy } from '../../without-removal.ts'
import { isPackageList } from './package-lists.ts'

/** Files that one line brings and a later one removes: they are gone from view, and are pulled all the same. */
export function findRemovedLater(facts: ImageFacts): Advice[] {
  const { record, ownFrom, ownFiles } = facts
  const byPlace = new Map(ownFiles.map((file) => [`${file.layer} ${file.path}`, file]))
  const removed = findHiddenFiles(record).flatMap(({ layer, path, hiddenBy }) => {
    const file = byPlace.get(`${layer} ${path}`)
    const isReplaced = record.layers[hiddenBy]?.content?.files.some(([other]) => other === path)
    if (file === undefined || hiddenBy < ownFrom || isReplaced === true || isPackageList(path)) return []
    return [{ file, hiddenBy }]
  })
  return [...new Set(removed.map(({ hiddenBy }) => hiddenBy))].flatMap((hiddenBy) => {
    const files = removed.filter((one) => one.hiddenBy === hiddenBy).map(({ file }) => file)
    const large = largeLayers(files)
    const lines = large.flatMap((layer) => record.layers[layer]?.line ?? [])
    const remover = record.layers[hiddenBy]?.line
    const from =
      lines.length === 0 ? '' : ` of ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' and ')}`
    return adviceOnFiles(facts, files, {
      id: 'removed-later',
      title: (size) =>
        `${size}${from} are removed by ${remover === undefined ? 'a later layer' : `line ${remover}`}, and are still pulled.`,
      fix: fixFor(facts, large, hiddenBy),
      link: 'https://docs.docker.com/build/building/best-practices/#run',
    })
  })
}

/** The layers that have more than a hundredth of the bytes, from the lowest up. */
function largeLayers(files: readonly ImageFile[]): number[] {
  const bytes = bytesByLayer(files)
  const all = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  return [...bytes].flatMap(([layer, sum]) => (sum * 100 > all ? [layer] : [])).sort((a, b) => a - b)
}

function fixFor(facts: ImageFacts, layers: readonly number[], hiddenBy: number): string {
  const remover = instructionOf(facts, hiddenBy)
  const makers = layers.flatMap((layer) => instructionOf(facts, layer) ?? [])
  const [maker] = makers
  const instead =
    remover === undefined || maker === undefined
      ? undefined
      : (joinRuns(facts, maker, remover) ??
        (makers.length > 1 ? undefined : withoutCopy(facts, maker, layers[0] ?? 0, remover)))
  if (instead !== undefined) return instead
  const runs = makers.filter(({ keyword }) => keyword === 'RUN')
  const copies = makers.filter(isCopy)
  return (
    fixOf(
      runs.length > 0 ? 'Remove them in the RUN that makes them.' : '',
      ...copies.map(({ firstLine }) => `Line ${firstLine} copies them: leave them out there.`),
    ) || 'Remove them in the instruction that brings them.'
  )
}

import { assemblyName, shortFramework } from '../log/text.ts'

/** Milliseconds of a .NET time span such as `00:00:00.0124506` or `1.02:03:04`; undefined for anything else. */
export function parseSpan(text: string): number | undefined {
  if (!/^(?:\d{1,6}\.)?\d{1,3}:\d{1,2}:\d{1,2}(?:\.\d{1,9})?$/.test(text)) return undefined
  const hoursEnd = text.indexOf(':')
  const minutesEnd = text.indexOf(':', hoursEnd + 1)
  const daysEnd = text.lastIndexOf('.', hoursEnd)
  const days = Number(text.slice(0, Math.max(0, daysEnd)))
  const hours = 24 * days + Number(text.slice(daysEnd + 1, hoursEnd))
  const minutes = 60 * hours + Number(text.slice(hoursEnd + 1, minutesEnd))
  return Math.round((60 * minutes + Number(text.slice(minutesEnd + 1))) * 1000)
}

/** Milliseconds between two times of a `Times` element; undefined where one is missing or they stand the wrong way round. */
export function spanBetween(start: string | undefined, finish: string | undefined): number | undefined {
  const span = Date.parse(finish ?? '') - Date.parse(start ?? '')
  return Number.isFinite(span) && span >= 0 ? span : undefined
}

/** Names of the assemblies at some paths, without repeats; usually one. */
export function projectOf(paths: readonly string[]): string {
  const names = [...new Set(paths.map(assemblyName))]
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ')
}

/**
 * Short name of the framework: the folder that an assembly was built into (`bin/Debug/net10.0/`), else the end of the
 * file's name (`_net10.0.trx`, `_net10.0_20261120181824.trx`).
 */
export function frameworkOf(paths: readonly string[], fileName: string): string | undefined {
  for (const path of paths) {
    const folder = path.split(/[/\\]/).findLast((part) => /^net(?:coreapp|standard)?\d/.test(part))
    if (folder !== undefined) return shortFramework(folder)
  }
  const ending = /_(net(?:coreapp|standard)?\d[\w.-]{0,40}?)(?:_\d{14})?(?:\[\d+\])?\.trx$/i.exec(
    fileName.slice(-200),
  )
  return ending?.[1]
}

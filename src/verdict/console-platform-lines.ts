import { dedent } from './console-findings.ts'
import { sameSpaces, shortFramework } from './console-text.ts'
import { noTestParts, platformStreams } from './console-words.ts'

/** A line that names an assembly with its framework, in parts. */
export interface AssemblyLine {
  prefix: string
  path: string
  framework: string | undefined
  architecture: string
  suffix: string
}

/** Reads the path and the framework out of a line such as `Running tests from /src/X.dll (net10.0|x64)`. */
export function parseAssembly(line: string): AssemblyLine | undefined {
  if (line.length > 4096) return undefined
  const at = line.search(/\.(?:dll|exe) \(net/i)
  if (at < 0) return parseWithoutFramework(line)
  const end = at + 4
  const path = /(?:^|[\s"'„“”«])((?:\/|[A-Za-z]:\\).*)$/.exec(line.slice(0, end))?.[1]
  const mark = /^ \((net[\w.-]{1,40})(?:\|(\w{1,20}))?\)/.exec(line.slice(end))
  if (path === undefined || mark === null) return undefined
  return {
    prefix: line.slice(0, end - path.length),
    path,
    framework: shortFramework(mark[1] ?? ''),
    architecture: mark[2] ?? '',
    suffix: line.slice(end + mark[0].length),
  }
}

/** An assembly that could not even be asked for its framework: `/src/obj/X.dll Zero tests ran`. */
function parseWithoutFramework(line: string): AssemblyLine | undefined {
  const path = /^(?:\/|[A-Za-z]:\\).*\.(?:dll|exe)(?= )/i.exec(line)?.[0]
  const suffix = line.slice(path?.length)
  if (path === undefined || !noTestParts.includes(suffix.slice(1))) return undefined
  return { prefix: '', path, framework: undefined, architecture: '', suffix }
}

/** In some languages the words come after the path: `/src/X.dll (net10.0|x64) konumundan testler çalıştırılıyor`. */
export function isLateStart(suffix: string, architecture: string): boolean {
  return architecture !== '' && !suffix.endsWith(')')
}

/** Reads `  Error output: text`, which opens what is shown of the output of a run, in any language. */
export function parseStream(line: string): { heading: string; text: string } | undefined {
  const colon = line.startsWith('  ') ? line.slice(0, 60).search(/[:：]/) : -1
  if (colon < 0) return undefined
  const label = sameSpaces(line.slice(2, colon))
  for (const heading of ['stdout', 'stderr'] as const) {
    if (platformStreams[heading].includes(label)) return { heading, text: line.slice(colon + 1).trim() }
  }
  return undefined
}

/** Parts message and stack of lines that are indented by two, frames by four; frames come out as VSTest writes them. */
export function splitFrames(lines: readonly string[]): { message: string; stack: string } {
  const first = lines.findIndex(isFrame)
  if (first < 0) return { message: dedent(lines, 2), stack: '' }
  const rest = lines.slice(first)
  const end = rest.findIndex((line) => line !== '' && !line.startsWith('    '))
  const frames = dedent(end < 0 ? rest : rest.slice(0, end), 4)
  return { message: dedent(lines.slice(0, first), 2), stack: frames.replace(/^(?=\S)/gm, '   ') }
}

/** `    at Shop.Tests.OrderTests.Tax() in …`, with another word than "at" in other languages. */
function isFrame(line: string): boolean {
  if (line.startsWith('    --- ')) return true
  const member = /^ {4}(?:\S{1,20} ){1,3}([^\s(]{1,1000})\(/.exec(line)?.[1]
  return member?.includes('.') ?? false
}

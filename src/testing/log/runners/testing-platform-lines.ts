import { dedent } from '../log-findings.ts'
import { sameSpaces, shortFramework } from '../text.ts'
import { noTestParts, platformStreams } from '../localized-words.ts'

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
  const heading = streamOf(line.slice(2, colon))
  return heading && { heading, text: line.slice(colon + 1).trim() }
}

/** Parts the lines of a result: its message is indented by two, its frames by four, then come labels with the output. Frames come out as VSTest's; what isn't there is empty. */
export function splitDetails(
  lines: readonly string[],
): Record<'message' | 'stack' | 'stdout' | 'stderr', string> {
  const first = lines.findIndex(isFrame)
  const label = lines.findIndex((line, index) => index >= first && streamLabel(line) !== undefined)
  const end = label < 0 ? lines.length : label
  const below = first < 0 ? [] : lines.slice(first, end)
  const frameCount = below.findIndex((line) => !line.startsWith('    '))
  const frames = dedent(frameCount < 0 ? below : below.slice(0, frameCount), 4)
  return {
    message: dedent(lines.slice(0, first < 0 ? end : first), 2),
    stack: frames.replace(/^(?=\S)/gm, '   '),
    ...splitStreams(lines.slice(end)),
  }
}

function splitStreams(lines: readonly string[]): { stdout: string; stderr: string } {
  const streams: { stdout: string[]; stderr: string[] } = { stdout: [], stderr: [] }
  let current: keyof typeof streams = 'stdout'
  for (const line of lines) {
    const label = streamLabel(line)
    if (label === undefined) streams[current].push(line)
    else current = label
  }
  return { stdout: dedent(streams.stdout, 4), stderr: dedent(streams.stderr, 4) }
}

function streamLabel(line: string): 'stdout' | 'stderr' | undefined {
  return line.length > 60 || !/^ {2}\S/.test(line) ? undefined : streamOf(line.slice(2))
}

function streamOf(label: string): 'stdout' | 'stderr' | undefined {
  return (['stdout', 'stderr'] as const).find((one) => platformStreams[one].includes(sameSpaces(label)))
}

/** `    at Shop.Tests.OrderTests.Tax() in …`, with another word than "at" in other languages. */
function isFrame(line: string): boolean {
  if (line.startsWith('    --- ')) return true
  const member = /^ {4}(?:\S{1,20} ){1,3}([^\s(]{1,1000})\(/.exec(line)?.[1]
  return member?.includes('.') ?? false
}

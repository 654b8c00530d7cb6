import { posix } from 'node:path'
import { toSlashes } from './expressions.ts'
import { parseXmlTree, type XmlElement } from './xml-tree.ts'

/** The projects that a solution (.sln, .slnx) or a filter of one (.slnf) lists, as paths from where `path` is. */
export function readSolution(path: string, text: string): string[] {
  const folder = posix.dirname(path)
  return listed(path, text).flatMap(({ written, from }) => {
    const project = posix.join(folder, from, toSlashes(written))
    return /\.\w+proj$/i.test(project) ? [project] : []
  })
}

function listed(path: string, text: string): { written: string; from: string }[] {
  if (/\.slnx$/i.test(path)) return projectsIn(parseXmlTree(text)).map((written) => ({ written, from: '' }))
  if (!/\.slnf$/i.test(path)) {
    return [...text.matchAll(/^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"([^"]+)"/gm)].map(
      ([, written = '']) => ({
        written,
        from: '',
      }),
    )
  }
  // The paths in a filter begin at its solution.
  const solution = /"path"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? ''
  const from = posix.dirname(toSlashes(solution.replaceAll('\\\\', '\\')))
  const projects = /"projects"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...projects.matchAll(/"([^"]+)"/g)].map(([, written = '']) => ({
    written: written.replaceAll('\\\\', '\\'),
    from,
  }))
}

function projectsIn(element: XmlElement | undefined): string[] {
  if (element === undefined) return []
  const own = element.name === 'Project' ? [element.attributes['Path'] ?? ''] : []
  return [...own, ...element.children.flatMap(projectsIn)]
}

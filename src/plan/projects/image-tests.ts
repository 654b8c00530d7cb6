import { posix } from 'node:path'
import { isPortable, writesTests, type Project } from './project.ts'
import { nameOf, type Repository } from './repository.ts'

/** The test projects of a repository, as one image sees them. */
export interface ImageTests {
  /** Those that test what the image is published from. */
  own: Project[]
  /** Of those the ones that can't run while an image is built, with what they need. */
  unfit: { project: Project; why: string }[]
  /** Those of other images and of nothing that any image has. */
  others: Project[]
}

/**
 * Which test projects belong to an image: those that refer to what it is published from, and those whose subject goes into it. A subject is what tests refer
 * to, not what that refers to in turn: tests of another service refer to shared libraries by way of it. Of libraries that only help tests it is what these
 * refer to. Tests that refer to nothing are an image's where there is no other, the build has them, and no solution leaves them out: some are data.
 */
export function findImageTests(
  { projects, solutions }: Pick<Repository, 'projects' | 'solutions'>,
  published: readonly Project[],
): ImageTests {
  const graph = new ProjectGraph(projects)
  const tests = projects.filter(({ kind }) => kind === 'tests')
  // What is outside of the build context, or kept out of it, goes into no image.
  const away = new Set(projects.flatMap(({ path, place }) => (place.kind === 'context' ? [] : [path])))
  const shipped = new Set(
    published.flatMap((one) => [...graph.reachedFrom(one.path)]).filter((path) => !away.has(path)),
  )
  const foreign = projects.some((one) => one.kind === 'program' && !shipped.has(one.path))
  const listing = solutions.filter((one) => published.some(({ path }) => one.projects.includes(path)))
  const isTaken = ({ path, place }: Project): boolean =>
    !foreign &&
    place.kind === 'context' &&
    (listing.length === 0 || listing.some((one) => one.projects.includes(path)))
  const ofTests = published.some(({ kind }) => kind === 'tests')
  const belongs = (test: Project): boolean => {
    if (published.length === 0) return true
    if (ofTests) return published.includes(test)
    const subjects = graph.subjectsOf(test)
    if (published.some(({ path }) => subjects.some((one) => graph.reachedFrom(one).has(path)))) return true
    return subjects.length === 0 ? isTaken(test) : subjects.some((path) => shipped.has(path))
  }
  const mine = tests.filter(belongs)
  const unfit = mine.flatMap((project) => {
    const why = findObstacle(project, projects, shipped)
    return why === undefined ? [] : [{ project, why }]
  })
  return {
    own: mine.filter((one) => !unfit.some(({ project }) => project === one)),
    unfit,
    others: tests.filter((one) => !mine.includes(one)),
  }
}

/** What a test project needs that a build has not. Unit tests may share a library with others; and what the image itself uses, its tests may. */
function findObstacle(
  test: Project,
  projects: readonly Project[],
  shipped: ReadonlySet<string>,
): string | undefined {
  const [, ...others] = withReferences([test], projects)
  const isUnit = saysUnit(test.path)
  const own = new Set(others.flatMap(({ path, packages }) => (shipped.has(path) ? [...packages] : [])))
  for (const { packages } of isUnit ? [test] : [test, ...others]) {
    const found = [...packages].find(
      (name) => testcontainers.test(name) || (needing.test(name) && !own.has(name)),
    )
    if (found !== undefined)
      return `${/playwright|selenium/.test(found) ? 'a browser is' : 'containers are'} needed: package ${found}`
  }
  const { frameworks } = test
  if (frameworks.length === 0 || frameworks.some((one) => isPortable(one) || /\$/.test(one))) return undefined
  return `no Linux: ${frameworks.join(', ')}`
}

/** Whether a name says that tests are of units; `Community` does not. */
export function saysUnit(name: string): boolean {
  return /(?<![A-Za-z])unit|Unit|unit[._-]?test/.test(name)
}

/** Whether the name of a test project or its folder says that it may need what a build has not, such as a database; not where a library has that name. */
export function mayNeedServices({ path }: Project, projects: readonly Project[]): boolean {
  const name = nameOf(path)
  const subject = name.replace(/[._-]?tests?$/i, '')
  const isOfLibrary = subject !== name && projects.some((one) => nameOf(one.path) === subject)
  if (saysUnit(name) || isOfLibrary) return false
  return withServices.test(name) || folderOfServices.test(posix.dirname(path))
}

/** Words for tests that may need what a build has not. */
export const withServices = /integration|functional|acceptance|e2e|end-?to-?end/i
const folderOfServices = new RegExp(
  `(?:${withServices.source})[._/-]?tests?(?:/|$)|tests?/(?:${withServices.source})(?:/|$)`,
  'i',
)

const testcontainers = /^testcontainers(?:\..*)?$/

/** Packages that start containers or browsers, which a build has not. */
const needing =
  /^(?:aspire\.hosting\.testing|docker\.dotnet|microsoft\.playwright(?:\..*)?|selenium\.webdriver)$/

class ProjectGraph {
  readonly #byPath: ReadonlyMap<string, Project>
  readonly #referrers = new Map<string, Project[]>()

  constructor(projects: readonly Project[]) {
    this.#byPath = new Map(projects.map((one) => [one.path, one]))
    for (const one of projects) {
      for (const path of one.references)
        this.#referrers.set(path, [...(this.#referrers.get(path) ?? []), one])
    }
  }

  /** A path and all that its project refers to, taken on. */
  reachedFrom(start: string): Set<string> {
    const reached = new Set([start])
    for (const path of reached) for (const one of this.#byPath.get(path)?.references ?? []) reached.add(one)
    return reached
  }

  /** What a test project tests: its references but for what these refer to and libraries that help tests; else what the nearest of those refer to. */
  subjectsOf(test: Project): string[] {
    const found = new Set<string>()
    const seen = new Set([test])
    for (let level = [test]; level.length > 0 && found.size === 0;) {
      const next: Project[] = []
      for (const path of level.flatMap(({ references }) => references)) {
        const one = this.#byPath.get(path)
        if (one === undefined || !this.#isHelper(one)) found.add(path)
        else if (!seen.has(one)) next.push(one)
      }
      for (const one of next) seen.add(one)
      level = next
    }
    const all = [...found]
    // Other services that tests start beside their own are no subject.
    const named = all.filter((path) => isNamedAfter(test.path, path))
    if (named.length > 0) return named
    // A program may be there only to bring the library that they are named after.
    const isProgram = all.every((path) => this.#byPath.get(path)?.kind === 'program')
    const behind = isProgram ? [...this.reachedFrom(test.path)].filter((path) => endsAs(test.path, path)) : []
    if (behind.length > 0) return behind
    return all.filter((path) => !all.some((other) => other !== path && this.reachedFrom(other).has(path)))
  }

  /** Tests, and libraries that have what tests are written with, or that only tests and such libraries refer to. */
  #isHelper(project: Project, seen = new Set<string>()): boolean {
    if (project.kind === 'tests') return true
    if (project.kind !== 'library' || seen.has(project.path)) return false
    seen.add(project.path)
    const isOfTests = [...project.packages].some(writesTests)
    const referrers = this.#referrers.get(project.path) ?? []
    // What has tests of its own name is what they test, also where no program has it.
    const isTested = referrers.some(({ path, kind }) => kind === 'tests' && isNamedAfter(path, project.path))
    return (
      project.references.length > 0 &&
      (isOfTests || (!isTested && referrers.every((one) => this.#isHelper(one, seen))))
    )
  }
}

/** Whether tests have the name of a project, or their folder that of its: `Shop.UnitTests` that of `Shop`, and not that of `Shop.Web`. */
function isNamedAfter(test: string, project: string): boolean {
  const folderName = (path: string): string => posix.basename(posix.dirname(path))
  return areTestsOf(nameOf(test), nameOf(project)) || areTestsOf(folderName(test), folderName(project))
}

/** Whether tests have the name of the last part of a project's: `LedgerTest` that of `Bank.Ledger`. */
function endsAs(test: string, project: string): boolean {
  return areTestsOf(nameOf(test), nameOf(project).replace(/^.*\./, ''))
}

function areTestsOf(whole: string, name: string): boolean {
  return (
    name !== '' && whole.startsWith(name) && /^[._-]?\w*(?:tests?|specs?)$/i.test(whole.slice(name.length))
  )
}

/** The folder of a project, as a prefix of paths: empty for the top. */
export function folderOf(path: string): string {
  return posix.parse(path).dir
}

/** Projects with all that they refer to, taken on. */
export function withReferences(tests: readonly Project[], projects: readonly Project[]): Project[] {
  const found = new Set(tests)
  for (const one of found) {
    for (const path of one.references) {
      const project = projects.find((other) => other.path === path)
      if (project !== undefined) found.add(project)
    }
  }
  return [...found]
}

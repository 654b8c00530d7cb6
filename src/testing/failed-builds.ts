import { posix } from 'node:path'

/** An error of a build: the file and the project that it names. */
interface BuildFailure {
  file?: string
  project?: string
}

/**
 * Keeps the errors that stopped the build of a project until MSBuild says that it built it all the same, as in `dotnet test || dotnet test`. A test run is
 * no sign of that: it may be of what an earlier build left. Microsoft.Testing.Platform's `dotnet test` does not say what it built.
 */
export class FailedBuilds<Failure extends BuildFailure> {
  /** For each error the frameworks whose builds it stopped; an empty text where the project has but one. */
  readonly #stopped = new Map<Failure, Set<string>>()

  /** Takes an error with the line that has it, also when it comes again. */
  add(error: Failure, line: string): void {
    const framework = /::TargetFramework=([\w.-]+)\]\s*$/.exec(line)?.[1] ?? ''
    const frameworks = this.#stopped.get(error)
    if (frameworks === undefined) this.#stopped.set(error, new Set([framework]))
    else frameworks.add(framework)
  }

  /** The errors that a line such as `  Shop -> /src/Shop/bin/Debug/net10.0/Shop.dll` shows to be mended; each is given once. */
  mendedBy(line: string): Failure[] {
    if (this.#stopped.size === 0 || !line.includes(' -> ')) return []
    const [, name, output = ''] = /^\s*(?:\d{1,4}>)?(\S.*?) -> (\/.*)$/.exec(line) ?? []
    return [...this.#stopped].flatMap(([error, frameworks]) => {
      const path = projectOf(error)
      if (path === undefined || posix.parse(path).name !== name) return []
      // Two projects may have one name: what was built lies in the folder of this one.
      if (!output.startsWith(`${posix.dirname(path)}/`)) return []
      for (const framework of frameworks) if (output.includes(`/${framework}`)) frameworks.delete(framework)
      if (frameworks.size > 0) return []
      this.#stopped.delete(error)
      return [error]
    })
  }
}

/** The project that an error is of: NuGet names it in front, and the solution behind. */
function projectOf({ file, project }: BuildFailure): string | undefined {
  return [file, project].find((path) => path?.endsWith('proj'))
}

import type { Instruction } from './parse-dockerfile.ts'

/** The options of one `--mount` flag, its type among them; an option without a value has an empty one. */
export type MountOptions = ReadonlyMap<string, string>

/** The mounts of a RUN that are of one type; one without a type is a bind mount. */
export function mountsOf({ flags }: Instruction, type: 'bind' | 'cache' | 'secret' | 'ssh'): MountOptions[] {
  return flags
    .filter(({ name }) => name === 'mount')
    .map(({ value }) => new Map(value.split(',').map(splitOption)))
    .filter((options) => (options.get('type') ?? 'bind') === type)
}

function splitOption(option: string): [string, string] {
  const at = option.indexOf('=')
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)]
}

/** The id of a secret mount, as BuildKit takes it: its own, else the name of the file that it becomes. */
export function secretIdOf(options: MountOptions): string | undefined {
  return options.get('id') ?? secretFileOf(options)?.split('/').at(-1)
}

/** Where the team wants the file of a secret; undefined where it says nothing. */
export function secretFileOf(options: MountOptions): string | undefined {
  return options.get('target') ?? options.get('dst') ?? options.get('destination')
}

import { parseKeyValue } from '../../shared/csv.ts'
import type { Instruction } from './parse-dockerfile.ts'

/** The options of one `--mount` flag, its type among them; an option without a value has an empty one. */
export type MountOptions = ReadonlyMap<string, string>

/** The mounts of a RUN that are of one type; one without a type is a bind mount. */
export function mountsOf({ flags }: Instruction, type: 'bind' | 'cache' | 'secret' | 'ssh'): MountOptions[] {
  return flags
    .filter(({ name }) => name === 'mount')
    .map(({ value }) => parseMount(value))
    .filter((options) => typeOfMount(options) === type)
}

/** The options of a mount's flag. */
export function parseMount(value: string): MountOptions {
  return new Map(value.split(',').map((option) => parseKeyValue(option) ?? ([option, ''] as const)))
}

/** What a mount is of; without a type it is of the build context, another stage or an image. */
export function typeOfMount(options: MountOptions): string {
  return options.get('type') ?? 'bind'
}

/** The id of a secret mount, as BuildKit takes it: its own, else the name of the file that it becomes. */
export function secretIdOf(options: MountOptions): string | undefined {
  return options.get('id') ?? targetOfMount(options)?.split('/').at(-1)
}

/** Where the team wants what is mounted; undefined where it says nothing. */
export function targetOfMount(options: MountOptions): string | undefined {
  return options.get('target') ?? options.get('dst') ?? options.get('destination')
}

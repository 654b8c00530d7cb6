import type { LocatedMessage } from '../../compiler-messages.ts'
import type { WayOut } from '../failure.ts'

/** Errors of MSBuild, the SDK or NuGet of one kind: how they are called, and what to do where their own words don't say that. */
export interface ErrorFamily {
  codes: RegExp
  /** What an error also says, where its code or its lack of one does not tell. */
  words?: RegExp
  title?: string
  wayOut?: WayOut<readonly LocatedMessage[]>
}

/** Whether an error is of a family. */
export function isOf({ codes, words }: ErrorFamily, { code, text }: LocatedMessage): boolean {
  return codes.test(code) && words?.test(text) !== false
}

/** The first family that an error is of. */
export function findFamily(
  families: readonly ErrorFamily[],
  errors: readonly LocatedMessage[],
): ErrorFamily | undefined {
  return families.find((family) => errors.some((error) => isOf(family, error)))
}

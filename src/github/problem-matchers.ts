import { plainText } from '../shared/text.ts'

/**
 * A colour code that changes nothing, the end of an underline that never began: log viewers and terminals show nothing of it,
 * and text that is copied from them is without it. The runner matches lines with their colour codes.
 */
const nothing = '\x1b[24m'

/** Names a severity, or a place in a file as compilers write it. */
const problem =
  /\b(?:errors?|warn(?:ing)?s?|info|notice|note|fatal|exception|panic|raise)\b|\w[:(,]\d|\bline \d|\.\w+:\s/i

/**
 * A line that no problem matcher knows, though it looks the same. Actions such as setup-dotnet leave matchers to the job's later
 * steps, and the runner turns each line that one matches into an annotation, of which a step has ten. All of them ask
 * for a colon or a comma with what follows it, a space or a number; so that is where the code goes.
 */
export function hideFromMatchers(line: string): string {
  return problem.test(plainText(line)) ? line.replace(/[:,](?=[\s\d])/g, `$&${nothing}`) : line
}

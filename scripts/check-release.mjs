/** Ends with 1, and says where, while a placeholder is left in a file that a release would publish. */
import { readFileSync } from 'node:fs'
import { filesThatNameIt, nameFile, placeholdersIn, root } from './repository.mjs'

const files = ['package.json', nameFile, ...filesThatNameIt()]
const left = files.flatMap((file) => placeholdersIn(file, readFileSync(new URL(file, root), 'utf8')))
for (const line of left) console.error(line)
if (left.length > 0) {
  console.error(
    'Write the account into "repository" of package.json, run npm run docs, and mend what is left by hand.',
  )
  process.exitCode = 1
}

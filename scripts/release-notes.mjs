/** Prints what CHANGELOG.md says of a version, such as `v1.2.3`; ends with 1 where it has no section of that version. */
import { readFileSync } from 'node:fs'

const [tag = ''] = process.argv.slice(2)
const text = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8')
const sections = text.split(/^(?=## )/m).slice(1)
const section = sections.find((one) => one.startsWith(`## [${tag.replace(/^v/, '')}]`))
if (section === undefined) {
  console.error(
    `CHANGELOG.md has no section "## [${tag.replace(/^v/, '')}]": name it so before the tag is made.`,
  )
  process.exit(1)
}
console.log(section.split('\n').slice(1).join('\n').trim())

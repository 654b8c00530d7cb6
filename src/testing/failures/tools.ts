/** Most lines that are shown of what a tool printed, and most characters of each. */
const maxLines = 10
const maxCharacters = 500

/** Where npm begins to explain its command: nothing below it is of the cause. */
const usage = /^npm (?:error|ERR!)\s+(?:Usage:|Clean install a project)/

/** How a tool marks the lines of its errors, and what of these says nothing of the cause. */
const tools: { marks: RegExp; noise?: RegExp }[] = [
  {
    marks: /^npm (?:error|ERR!)/,
    noise: /^npm (?:error|ERR!)(?:\s*$|.*A complete log of this run|\s+(?:errno|path|cwd)\b)/,
  },
  {
    marks: /^(?:.*➤ )?YN\d{4}:.*|^error (?!Command failed|Found incompatible)/,
    noise: /YN0000|YN0013|YN0019/,
  },
  { marks: /^\s*ERR_PNPM_|^ ?ERR(?:OR|_)/ },
  {
    marks: /^(?:E|Err:\d+): ?|^W: Failed/,
    noise: /^E: (?:Sub-process .* returned|Failed to fetch .*Hash Sum)/,
  },
  { marks: /^ERROR: |^\s+\S+ \(no such package\):/ },
  { marks: /^(?:fatal|error|ERROR|Error|panic)(?:\[\w+\])?: / },
  {
    marks:
      /^(?:curl: \(\d+\)|wget: |tar: |cp: |mv: |rm: |cat: |ls: |chmod: |chown: |mkdir: |sed: |unzip: |cd: |gpg: |useradd: |groupadd: |adduser: |update-ca)/,
  },
  {
    marks:
      /^(?:\/\S*\/)?(?:ba|da|z|a)?sh: .*(?:not found|Permission denied|No such file|unbound variable|parameter not set|bad interpreter|[Ss]yntax error|cannot open)/,
  },
  { marks: /^(?:.*: )?(?:Unhandled exception|Traceback|[A-Z]\w*(?:Error|Exception)):? / },
]

/** Words that a line about a cause mostly has, whatever tool wrote it. */
const troubleWords =
  /\b(?:error|fatal|failed|failure|cannot|could not|can't|unable to|denied|refused|not found|missing|invalid|no such|unauthorized|forbidden|timed out|exception|no space left|out of memory|killed)\b/i

/** The lines of a step that hold the cause, as its tool marks them; else those that speak of trouble; else the last ones. */
export function tellingLines(lines: readonly string[]): string[] {
  const said = lines.filter((line) => line.trim() !== '')
  const usageAt = said.findIndex((line) => usage.test(line))
  const marked = said
    .slice(0, usageAt < 0 ? undefined : usageAt)
    .filter((line) => tools.some(({ marks, noise }) => marks.test(line) && noise?.test(line) !== true))
  const troubled = said.filter((line) => troubleWords.test(line) && !/^\s+at /.test(line))
  const [found = []] = [marked, troubled].filter((some) => some.length > 0)
  const shown = [...new Set(found)].slice(0, maxLines)
  const last = said.slice(-maxLines)
  // Where all of it is short, nothing is left out.
  const chosen = shown.length === 0 || said.length <= maxLines ? last : shown
  return chosen.map((line) => `  ${line.trimEnd().slice(0, maxCharacters)}`)
}

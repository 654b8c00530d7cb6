/** What goes on in the same list: words, `&&`, quotes, redirections, ends of branches, comments. */
const sameList =
  /^(?:"[^"]*"|'[^']*'|\\\r?\n|\s#.*|;;|;?\s*(?:\}|fi\b|esac\b)|;\s*el(?:if|se)\b[^]*?\bfi\b|&&|>+&?|&>|[^;&|\n>])*/
const document = /<<-?\s*(['"]?)(\w+)\1([^\n]*)\n[^]*?\n\s*\2\b/
const ends = /^\|\|\s*(?:[({][^)}]*\s)?(?:exit|return|throw|false)\b(?!\s+0)/

/**
 * What behind a command of a shell text may keep its exit code from the whole, such as `|| true`, or before it, such as `!`; undefined where nothing
 * does. Only its place is looked at, not what variables keep: where processes are written down, they say what they ended with.
 */
export function hiderIn(
  text: string,
  [from, to]: readonly [from: number, to: number],
  options: string,
): string | undefined {
  const before = text.slice(0, from)
  const set = `set ${options}\n${before}`
  const trap = /\btrap\s+(['"])[^'"]*\bexit 0;?\s*\1\s+(?:EXIT|0)\b/.exec(before)?.[0]
  const asked = /(?:^|[\s;&|(])(!|if|elif|while|until|coproc)\s+$/.exec(before)?.[1]
  const rest = text.slice(to).replace(document, '$3').trimEnd()
  const [own] = sameList.exec(rest) ?? ['']
  const behind = rest.slice(own.length)
  const isKept =
    behind === '' ||
    ends.test(behind) ||
    (/^\|(?!\|)/.test(behind) && isOn(set, /-\w*o\s+pipefail/, /\+\w*o\s+pipefail/)) ||
    (/^[;\n]/.test(behind) &&
      !own.includes('&&') &&
      isOn(set, /-(?!-)\w*e|errexit|ErrorActionPreference\s*=\s*\$true/i, /\+\w*e/))
  const hider = isKept ? undefined : (/^\|[^;\n]*/.exec(behind)?.[0] ?? behind)
  return (trap ?? asked ?? hider)?.replace(/\s+/g, ' ').trim()
}

/** Whether a text turns an option of its shell on, and never off. */
function isOn(text: string, on: RegExp, off: RegExp): boolean {
  const set = text.match(/(?:^|[\s;&])set\s[^;&\n]*|\$PS\w+\s*=\s*\$true/g) ?? []
  return set.some((one) => on.test(one)) && !set.some((one) => off.test(one))
}

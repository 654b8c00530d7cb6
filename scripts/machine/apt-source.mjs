import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Reads the machine's own apt source for its distribution and rewrites it for one suite, so that no archive's host has to
 * be known here. Gives the text and the file ending apt wants for that format; throws when the machine has none.
 * @param {{ codename: string, suite: string, aptFolder?: string }} options codename: the suite that the machine runs
 * @returns {Promise<{ text: string, extension: 'sources' | 'list' }>}
 */
export async function deriveAptSource({ codename, suite, aptFolder = '/etc/apt' }) {
  const listFolder = join(aptFolder, 'sources.list.d')
  const names = (await readdir(listFolder).catch(() => [])).sort()
  const files = [...names.map((name) => join(listFolder, name)), join(aptFolder, 'sources.list')]
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (file.endsWith('.sources')) {
      const stanza = deriveStanza(text, codename, suite)
      if (stanza !== null) return { text: stanza, extension: 'sources' }
    } else if (file.endsWith('.list')) {
      const line = deriveLine(text, codename, suite)
      if (line !== null) return { text: line, extension: 'list' }
    }
  }
  throw new Error(
    `No apt source for the suite "${codename}" in ${files.join(', ')}. Add the distribution's own source and try again.`,
  )
}

/**
 * The first deb822 stanza for the codename, as one for the suite; null when the text has none.
 * @param {string} text
 * @param {string} codename
 * @param {string} suite
 * @returns {string | null}
 */
function deriveStanza(text, codename, suite) {
  for (const stanza of text.split(/\n\s*\n/)) {
    const lines = stanza.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const suites = lines.find((line) => /^Suites:/i.test(line))
    if (suites === undefined || !suites.split(/\s+/).includes(codename)) continue
    return `${lines.map((line) => (line === suites ? `Suites: ${suite}` : line)).join('\n')}\n`
  }
  return null
}

/**
 * The one-line entries for the codename, as ones for the suite; null when the text has none.
 * @param {string} text
 * @param {string} codename
 * @param {string} suite
 * @returns {string | null}
 */
function deriveLine(text, codename, suite) {
  const lines = text.split('\n').flatMap((line) => {
    const match = /^deb\s+((?:\[[^\]]*\]\s+)?\S+)\s+(\S+)\s+(.*)$/.exec(line)
    return match?.[2] === codename ? [`deb ${match[1] ?? ''} ${suite} ${match[3] ?? ''}`] : []
  })
  return lines.length === 0 ? null : `${lines.join('\n')}\n`
}

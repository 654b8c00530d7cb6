/**
 * Pictures of a report as GitHub shows it: `node scripts/render-summary.mjs REPORT.md OUT.png [--open]` writes OUT-light.png and
 * OUT-dark.png with headless Chromium, which is installed when it is missing (Debian, as root), and mermaid for the charts,
 * which is kept in the user's cache folder. `--open` unfolds what is folded, to look at all of it.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { marked } from 'marked'
import { runCommand } from './machine/command.mjs'
import { findProgram } from './machine/docker-client.mjs'
import { cacheFolder, installPackage } from './machine/npm-package.mjs'
import { installPackages } from './machine/packages.mjs'

const BROWSER = 'chromium'
/** About what GitHub draws charts with. */
const MERMAID = 11
/** About the column that GitHub gives a job summary on a laptop. */
const WIDTH = 960
const BACKGROUNDS = /** @type {const} */ ({ light: '#ffffff', dark: '#0d1117' })
const require = createRequire(import.meta.url)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { open: { type: 'boolean', default: false } },
})
const [reportFile, outputFile] = positionals
if (reportFile === undefined || outputFile === undefined || !outputFile.endsWith('.png'))
  throw new Error('Usage: node scripts/render-summary.mjs REPORT.md OUT.png [--open]')

if ((await findProgram(BROWSER)) === null)
  await installPackages([BROWSER, 'fonts-liberation', 'fonts-noto-color-emoji'])
const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-picture-'))
try {
  const markdown = await readFile(reportFile, 'utf8')
  const chartScript = markdown.includes('```mermaid') ? await ensureMermaid() : null
  const html = await marked.parse(values.open ? markdown.replaceAll('<details>', '<details open>') : markdown)
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const page = join(folder, `${scheme}.html`)
    await writeFile(page, await renderPage(html, scheme, chartScript))
    const picture = resolve(outputFile.replace(/\.png$/, `-${scheme}.png`))
    await takePicture(page, picture)
    console.log(picture)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** The script that draws the charts. @returns {Promise<string>} */
async function ensureMermaid() {
  const folder = join(cacheFolder(), `mermaid-${MERMAID}`)
  const script = join(folder, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js')
  const isThere = () => Promise.resolve(existsSync(script))
  const wayOut = 'Pictures of reports with charts need it.'
  if (!(await isThere())) await installPackage(`mermaid@${MERMAID}`, folder, isThere, wayOut)
  return script
}

/**
 * A page that looks like GitHub's and notes its own height in its title.
 * @param {string} html @param {keyof typeof BACKGROUNDS} scheme @param {string | null} chartScript
 */
async function renderPage(html, scheme, chartScript) {
  const css = await readFile(require.resolve(`github-markdown-css/github-markdown-${scheme}.css`), 'utf8')
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0; padding: 24px; background: ${BACKGROUNDS[scheme]}; }
  </style><article class="markdown-body">${html}</article>
  ${chartScript === null ? '' : `<script src="file://${chartScript}"></script>`}
  <script type="module">
    if (${String(chartScript !== null)}) {
      for (const block of document.querySelectorAll('code.language-mermaid')) {
        const chart = document.createElement('div')
        chart.className = 'mermaid'
        chart.textContent = block.textContent
        block.parentElement.replaceWith(chart)
      }
      mermaid.initialize({ startOnLoad: false, theme: '${scheme === 'dark' ? 'dark' : 'default'}' })
      await mermaid.run()
    }
    document.title = 'height ' + Math.ceil(document.documentElement.getBoundingClientRect().height)
  </script>`
}

/** @param {string} page @param {string} picture */
async function takePicture(page, picture) {
  const height = /<title>height (\d+)<\/title>/.exec(await browse(page, 100, ['--dump-dom']))?.[1]
  if (height === undefined) throw new Error(`${BROWSER} did not show ${page}.`)
  await browse(page, Number(height), [`--screenshot=${picture}`])
}

/** @param {string} page @param {number} height @param {string[]} options */
function browse(page, height, options) {
  return runCommand(
    [
      BROWSER,
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      '--hide-scrollbars',
      '--virtual-time-budget=10000',
      '--force-device-scale-factor=2',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${WIDTH},${String(height)}`,
      ...options,
      `file://${page}`,
    ],
    { timeoutMs: 60_000 },
  )
}

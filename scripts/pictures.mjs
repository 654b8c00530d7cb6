/**
 * Makes the pictures of README and docs, light and dark: `node scripts/pictures.mjs`; `node scripts/pictures.mjs FOLDER` makes all of them there, to
 * look at. docs/images/pictures.json keeps the hash of the text that each picture shows; a test holds it against the text of today.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from './machine/node24.mjs'
import { hashOf, pictureTexts, published } from './picture-texts.mjs'

const node = await ensureNode24()
// The renderers are TypeScript, which node runs from version 24 on.
if (node !== process.execPath) run(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
else await makePictures()

async function makePictures() {
  const texts = pictureTexts({
    ...(await import('../src/report/summary/render-summary.ts')),
    ...(await import('../src/merge/render-merged.ts')),
    ...(await import('../src/report/comment/comment-section.ts')),
    ...(await import('../src/report/comment/comment-body.ts')),
  })
  const [given] = process.argv.slice(2)
  const out = given === undefined ? fileURLToPath(new URL('../docs/images', import.meta.url)) : resolve(given)
  mkdirSync(out, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'dotnet-container-pictures-'))
  try {
    const shown = Object.entries(texts).filter(([name]) => given !== undefined || published.includes(name))
    for (const [name, text] of shown) {
      const file = join(folder, `${name}.md`)
      writeFileSync(file, text)
      const script = fileURLToPath(new URL('render-summary.mjs', import.meta.url))
      run(process.execPath, [script, file, join(out, `${name}.png`)])
    }
    const hashes = Object.fromEntries(shown.map(([name, text]) => [name, hashOf(text)]))
    writeFileSync(join(out, 'pictures.json'), `${JSON.stringify(hashes, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

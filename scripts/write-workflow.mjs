/**
 * What follows from action.yml in other files that GitHub reads: each input of the action is one of the reusable workflow, and
 * action/action.yml is the same action in a folder, since `$/` can name nothing else.
 */
import { readFileSync } from 'node:fs'

/** Inputs that are not for one image. */
const workflowOwned = [
  ...readFileSync(new URL('../src/matrix/plan-matrix.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}\['([\w-]+)',/gm,
  ),
].map(([, name = '']) => name)

const begin = '# begin inputs: npm run docs'
const end = '# end inputs'

/** @typedef {{ description: string, default?: string }} Declared an input as action.yml declares it */

/**
 * The workflow with the action's inputs between its markers. Throws when they are not there.
 * @param {string} text @param {Record<string, Declared>} inputs
 */
export function updateWorkflow(text, inputs) {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.trim() === begin)
  const to = lines.findIndex((line) => line.trim() === end)
  if (from < 0 || to < from) throw new Error(`The workflow has no lines "${begin}" and "${end}".`)
  const declared = Object.entries(inputs)
    .filter(([name]) => !workflowOwned.includes(name))
    .map(([name, { default: fallback }]) => `      ${name}: ${declare(fallback)}`)
  return [...lines.slice(0, from + 1), ...declared, ...lines.slice(to)].join('\n')
}

/** A default is that of the action: an empty text is the same as none. @param {string | undefined} fallback */
function declare(fallback) {
  if (fallback === 'true' || fallback === 'false') return `{ type: boolean, default: ${fallback} }`
  return `{ type: string, default: '' }`
}

/** The action in a folder of its own. @param {string} text action.yml */
export function inFolder(text) {
  const note =
    '# The same as ../action.yml, written by npm run docs: `$/action` names it, and `$/` names nothing.\n'
  return note + text.replaceAll(/^( +(?:main|post): )(?=dist\/)/gm, '$1../')
}

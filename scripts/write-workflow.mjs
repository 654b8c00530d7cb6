/**
 * The parts of the reusable workflow that follow from action.yml: each input of the action is one of the workflow and
 * of an image in a list; and the steps of the job that pushes are those of the job that does not.
 */

/** Inputs that are not for one image; src/matrix/image-inputs.ts says why, and a test holds the two together. */
const workflowOwned = [
  'secrets',
  'secret-envs',
  'outputs',
  'push',
  'load',
  'report-dir',
  'comment',
  'github-token',
]

/** @typedef {{ description: string, default?: string }} Declared an input as action.yml declares it */

/**
 * The workflow with its generated parts brought up to date.
 * @param {string} text @param {Record<string, Declared>} inputs
 */
export function updateWorkflow(text, inputs) {
  const passed = Object.entries(inputs).filter(([name]) => !workflowOwned.includes(name))
  const declared = passed.map(([name, { default: fallback }]) => `      ${name}: ${declare(fallback)}`)
  const handed = passed.map(([name]) => `          ${name}: \${{ matrix.image.${name} }}`)
  const withInputs = replace(replace(text, 'inputs', declared), 'with', handed)
  return replace(withInputs, 'copied steps', between(withInputs, 'steps'))
}

/** A default is that of the action: an empty text is the same as none. @param {string | undefined} fallback */
function declare(fallback) {
  if (fallback === 'true' || fallback === 'false') return `{ type: boolean, default: ${fallback} }`
  return `{ type: string, default: '' }`
}

/** @param {string} name */
const markers = (name) => ({ begin: `# begin ${name}: npm run docs`, end: `# end ${name}` })

/** The lines between the first markers of that name. @param {string} text @param {string} name */
function between(text, name) {
  const lines = text.split('\n')
  const { begin, end } = markers(name)
  const from = lines.findIndex((line) => line.trim() === begin)
  const to = lines.findIndex((line, index) => index > from && line.trim() === end)
  if (from < 0 || to < 0) throw new Error(`The workflow has no lines "${begin}" and "${end}".`)
  return lines.slice(from + 1, to)
}

/** @param {string} text @param {string} name @param {string[]} content */
function replace(text, name, content) {
  const lines = text.split('\n')
  const { begin } = markers(name)
  const from = lines.findIndex((line) => line.trim() === begin)
  const { length } = between(text, name)
  return [...lines.slice(0, from + 1), ...content, ...lines.slice(from + 1 + length)].join('\n')
}

import { readFileSync } from 'node:fs'
import { Docker } from '../../../src/docker/docker.ts'
import { measureImages } from '../../../src/measure/measure-layout.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'

/**
 * Measures an OCI layout folder and prints the measurement as JSON: a program of its own, since it is for the runtime of
 * the action, which can unpack zstd. Arguments: the folder, the Dockerfile, a folder for temporary files.
 */
const [layoutFolder = '', file = '', tempFolder = ''] = process.argv.slice(2)
const dockerfile = parseDockerfile(readFileSync(file, 'utf8'), file, [])
const final = dockerfile.stages.at(-1)
if (final === undefined) throw new Error(`${file} has no stage`)
const built = { layoutFolder, steps: [] }
const {
  measurements: [measured],
} = await measureImages(built, {
  docker: new Docker(process.env),
  plan: { dockerfile, final },
  builderName: undefined,
  packing: [],
  platforms: [],
  before: [],
  tempFolder,
  buildAgain: () => Promise.reject(new Error('there was no baseline')),
})
process.stdout.write(JSON.stringify(measured))

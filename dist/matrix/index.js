import { runMatrix } from '../app/index.js'

process.exitCode = await runMatrix()

import { runMerge } from '../app/index.js'

process.exitCode = await runMerge()

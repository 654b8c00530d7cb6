import { runCli } from '../app/index.js'

process.exitCode = await runCli()

import { runPost } from '../app/index.js'

process.exitCode = await runPost()

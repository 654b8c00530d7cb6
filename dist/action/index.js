import { runAction } from '../app/index.js'

process.exitCode = await runAction()

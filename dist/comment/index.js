import { runCommentAction } from '../app/index.js'

process.exitCode = await runCommentAction()

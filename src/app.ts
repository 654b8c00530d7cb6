/** What the thin entries in dist/ start; everything that they share is in this one bundle. */
export { runAction } from './action.ts'
export { runCli } from './cli.ts'
export { runPost } from './post.ts'
export { runMatrix } from './matrix/matrix-action.ts'
export { runMerge } from './merge/merge-action.ts'
export { runCommentAction } from './comment-action.ts'

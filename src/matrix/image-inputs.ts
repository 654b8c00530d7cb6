import { inputNames } from '../inputs/input-table.ts'

/** Inputs of the action that are the same for all images of a workflow, with what the caller says instead. */
export const workflowOwned: ReadonlyMap<string, string> = new Map([
  ['secrets', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
  ['secret-envs', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
  ['outputs', 'what is pushed follows from `push-branches` of the reusable workflow'],
  ['push', 'what is pushed follows from `push-branches` of the reusable workflow'],
  ['load', 'the runner goes away with the job, and the loaded image with it'],
  ['report-dir', 'the reusable workflow collects the reports as artifacts'],
  ['comment', 'the last job of the reusable workflow writes one comment for all images'],
  ['github-token', 'the job has its own token'],
  ['inputs', 'the entry itself holds the inputs'],
])

/** The action's inputs that an image of a list may have, in the order of action.yml. */
export const imageInputs: readonly string[] = inputNames.filter((name) => !workflowOwned.has(name))

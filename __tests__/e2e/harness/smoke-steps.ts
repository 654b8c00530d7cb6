import { expect } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { hasImage } from './docker.ts'
import { runAction, type ActionStep, type StepResult } from './run-action.ts'
import { leftOf, smokeWorkspace } from './smoke-app.ts'
import type { Workspace } from './workspace.ts'

/** Runs the action with a smoke test, and with tags that nobody else uses. */
export function smoke(
  workspace: Workspace,
  inputs: Record<string, string>,
  more: Partial<ActionStep> = {},
): Promise<StepResult> {
  const common = { cache: 'off', baseline: 'off', 'smoke-timeout': '60 s' }
  return runAction({ workspace, ...more, inputs: { ...common, ...inputs } })
}

/** A name that nobody else uses. */
export const newTag = (): string => `shop-${randomUUID().slice(0, 8)}:1`

/** An image that does not work, and what the error says of it. */
export interface FailingImage {
  name: string
  final?: string[]
  inputs: Record<string, string>
  title: RegExp
  message: RegExp
}

/** Runs the smoke test of such an image, and tells what a user sees of it and what it leaves. */
export async function tryFailingImage({ final, inputs }: FailingImage): Promise<object> {
  await using workspace = await smokeWorkspace(final)
  const tag = newTag()
  const { errors, exitCode, outputs, summary } = await smoke(workspace, { tags: tag, ...inputs })
  const names = ['test-result', 'smoke-test', 'digest', 'startup-ms']
  return {
    errors,
    exitCode,
    outputs: Object.fromEntries(names.map((name) => [name, outputs[name]])),
    firstLine: summary.split('\n')[0],
    isInEngine: await hasImage(tag),
    left: await leftOf(workspace),
  }
}

/** What that must be: red with its words, neither loaded nor pushed, and nothing left. */
export const refused = ({ title, message }: FailingImage): object => ({
  errors: [{ title: expect.stringMatching(title), message: expect.stringMatching(message) }],
  exitCode: 1,
  outputs: { 'test-result': 'passed', 'smoke-test': 'failed', digest: '', 'startup-ms': '' },
  firstLine: expect.stringMatching(/^### ❌ Smoke test: .* · 3 tests passed · [\d.]+\sMB compressed$/),
  isInEngine: false,
  left: [],
})

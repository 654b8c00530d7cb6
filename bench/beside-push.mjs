/** The shipped action beside docker/build-push-action for the stages test and final, in pairs. */
import { buildPushAction } from './build-push-action.mjs'
import { startOurAction } from './our-action.mjs'
import { measurePairs, ms } from './pairs.mjs'

/**
 * Gives what prints a line of such pairs for the project in a folder, and stops what they need; undefined where nobody says
 * where build-push-action is. @param {string} node @param {NodeJS.ProcessEnv} env @param {string} context
 * @param {(line: string) => void} print
 */
export async function besidePush(node, env, context, print) {
  const push = await buildPushAction(node, env, context)
  if (push === undefined) return undefined
  const action = await startOurAction(node, env, context)
  return {
    /**
     * @param {string} what @param {number} rounds @param {() => Promise<void>} prepare what changes, before each job
     * @param {Record<string, string>} ours inputs of the action
     * @param {{ isBare?: boolean }} [options]
     */
    compare: async (what, rounds, prepare, ours, { isBare = false } = {}) => {
      const { a, b, ratio } = await measurePairs(
        rounds,
        async () => {
          await prepare()
          await action.run({ cache: 'off', ...ours })
        },
        async () => {
          await prepare()
          await push({ target: 'test' }, { isBare })
          await push({ target: 'final' }, { isBare })
        },
      )
      const peer = `build-push-action twice${isBare ? ', without its summaries' : ''}`
      print(`${what.padEnd(29)} ${ms(a)}, ${peer} ${ms(b)}: ${ratio.toFixed(2)} x`)
    },
    stop: () => {
      action.stop()
    },
  }
}

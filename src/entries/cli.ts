import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { openCheckout } from '../git/checkout.ts'
import { nameRemote, nameRepository } from '../git/remote.ts'
import { readHead, readTopLevel } from '../git/git.ts'
import { planLookups, keyPart } from '../store/record-store.ts'
import type { RunContext } from '../github/run-context.ts'
import type { Job, Reporter } from '../job/job.ts'
import { isGitUrl } from '../inputs/parsers/git-context.ts'
import type { RawInputs } from '../inputs/input-table.generated.ts'
import { readFlags } from '../inputs/raw-inputs.ts'
import { makePrivateFolder, runProcess, type ProcessParts } from './run-process.ts'
import { toReportJson } from '../report/model/to-json.ts'
import { renderMarkdown } from '../report/summary/render-summary.ts'
import { renderTerminal } from '../report/render-terminal.ts'
import { writeReports } from '../report/outputs.ts'
import { Redactor } from '../redaction/redactor.ts'
import { exitCodes } from './run-entry.ts'
import { startProcess } from './start-process.ts'
import { createFolderStore } from '../store/folder-store.ts'
import { TerminalLog } from '../terminal/terminal-log.ts'
import { UserError, messageOf } from '../shared/errors.ts'
import { withHelp } from '../shared/help-link.ts'

/** Runs the same job from a terminal: progress on stderr, the report on stdout. Gives the exit code. */
export async function runCli(): Promise<number> {
  const redactor = new Redactor()
  const log = new TerminalLog(process.stderr, process.env, redactor)
  try {
    const command = readFlags(process.argv.slice(2))
    if (command.kind === 'help') {
      // It reads YAML, which a job does not.
      const { renderHelp } = await import('./render-help.ts')
      process.stdout.write(await renderHelp())
      return exitCodes.passed
    }
    const started = startProcess(process.env, command.inputs.builder)
    return await runProcess(started, log, (parts) => makeJob(parts, command.inputs, log, redactor))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    log.error(withHelp(error.message, error.title), { title: error.title })
    return exitCodes.wrongCommandLine
  }
}

async function makeJob(
  { env, docker, signal, builder, tempFolder }: ProcessParts,
  written: RawInputs,
  log: TerminalLog,
  redactor: Redactor,
): Promise<Job> {
  const isGit = isGitUrl(written.context)
  const context = isGit ? written.context : resolve(written.context)
  const folder = isGit ? process.cwd() : context
  const workspace = (await readTopLevel(folder)) ?? folder
  // What an error tells to set begins at the top of the repository.
  const places = ['', workspace, context].map((from) => resolve(from, written.file))
  const file =
    written.file === '' || isGit ? written.file : (places.find(existsSync) ?? resolve(written.file))
  // A Dockerfile beside the context is fine where nobody else chose it.
  const inputs = { ...written, context, file }
  const records = join(env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'dotnet-container')
  const repository = isGit ? nameRemote(context.replace(/[?#].*$/, ''), folder) : await nameRepository(folder)
  const name = basename(file === '' || isGit ? folder : dirname(file))
  const reportFolder =
    written['report-dir'] === ''
      ? join(tmpdir(), `dotnet-container-report-${name}`)
      : resolve(written['report-dir'])
  if (written['report-dir'] === '') await makePrivateFolder(reportFolder)
  const publish: Reporter['publish'] = async (report) => {
    const [json, now] = [redactor.hideIn(toReportJson(report)), new Date()]
    process.stdout.write(renderTerminal(json, now))
    try {
      const paths = await writeReports(reportFolder, json, renderMarkdown(json, now))
      process.stdout.write(`\nreport: ${paths.markdown}\n        ${paths.json}\n`)
    } catch (error) {
      log.warning(`Lost: the reports (${messageOf(error)}).`)
    }
  }
  const mask: Reporter['mask'] = (secret) => {
    redactor.add(secret)
  }
  const store = createFolderStore({ folder: join(records, keyPart(repository)) })
  return {
    // No builder is made: the engine's own cache outlives the job, which is what people at a terminal want.
    tools: {
      ...{ docker, log, tempFolder, builder, store },
      ...{ jobBuilder: undefined, folderCache: undefined, github: undefined },
    },
    run: {
      ...{ inputs, workspace, folder: process.cwd(), env, signal },
      context: await readTerminalContext(folder, isGit),
    },
    reporter: { folder: reportFolder, redactor, mask, publish },
  }
}

/** Stands for a branch in the folder of records: in a terminal they all share one history. */
const terminalBranch = 'this machine'

/** The commit that the tree grew from is HEAD where files are changed, else its parent; then the newest measurement. */
async function readTerminalContext(folder: string, isFetched: boolean): Promise<RunContext> {
  const head = isFetched ? undefined : await readHead(folder)
  const grewFrom = head?.isDirty ? head.commit : head?.parents[0]
  const checkout = await openCheckout(folder)
  const commits = grewFrom === undefined ? [] : await checkout.ancestorsOf(grewFrom)
  const commit = head && !head.isDirty ? { commit: head.commit } : {}
  const branch = terminalBranch
  return {
    readOnly: undefined,
    gitFolder: folder,
    writes: { branch, ...commit },
    grewFrom,
    lookFrom: grewFrom,
    lookups: planLookups([branch], commits),
    isShallow: checkout.isShallow,
    pullRequest: undefined,
    labels: [],
    isPublic: undefined,
    runUrl: undefined,
    run: `${Date.now()}-1`,
    warnings: [],
  }
}

import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { cleanLogLine, splitLines } from '../clean-text.ts'
import type { Log, LogPlace } from '../log.ts'

/** The log of a workflow run: groups, annotations, and other programs' output behind a fence. */
export class ActionsLog implements Log {
  info(text: string): void {
    for (const line of splitLines(text)) core.info(cleanLogLine(line))
  }

  warning(text: string, place: LogPlace = {}): void {
    core.warning(clean(text), toProperties(place))
  }

  error(text: string, place: LogPlace = {}): void {
    core.error(clean(text), toProperties(place))
  }

  async group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T> {
    // The runner takes no commands until the token comes again; a child never sees it.
    const token = randomUUID()
    core.startGroup(clean(title))
    core.info(`::stop-commands::${token}`)
    try {
      return await work((text) => {
        this.info(text)
      })
    } finally {
      core.info(`::${token}::`)
      core.endGroup()
    }
  }
}

function clean(text: string): string {
  return splitLines(text).map(cleanLogLine).join('\n')
}

function toProperties({ title, file, line }: LogPlace): core.AnnotationProperties {
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { startLine: line }),
  }
}

import { createInterface } from 'node:readline'
import { connectToGitHub } from '../../../src/github/api.ts'
import { writeComment } from '../../../src/github/share-comment.ts'
import { composeComment } from '../../../src/report/comment/comment-body.ts'
import type { Section } from '../../../src/report/comment/comment-section.ts'

/** A section to write, and where. */
export interface WriterOrder {
  apiUrl: string
  marker: string
  section: Section
  waitMs: number
}

/** Writes the section of each line of its input, and prints a line for each: the outcome, or what was thrown. */
for await (const line of createInterface(process.stdin)) {
  const { apiUrl, marker, section, waitMs } = JSON.parse(line) as WriterOrder
  try {
    const api = await connectToGitHub({ url: apiUrl, token: 'bot-token' })
    const outcome = await writeComment(
      api,
      { repository: 'acme/shop', number: 7, marker },
      (bodies) => composeComment(marker, bodies, [section]),
      { deadlineMs: 300_000, waitMs },
    )
    process.stdout.write(`${outcome.kind}\n`)
  } catch (error) {
    process.stdout.write(`${String(error)}\n`)
  }
}

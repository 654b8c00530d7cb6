import { validate, type ValidationConfig } from '@actions/languageservice'
import { validateAction } from '@actions/languageservice/validate-action'
import type { FileProvider } from '@actions/workflow-parser/workflows/file-provider'
import { TextDocument } from 'vscode-languageserver-textdocument'
import * as v from 'valibot'
import { parse } from 'yaml'
import { repository } from '../../../src/shared/help-link.ts'
import { hasPath, readText, type GitHubFile } from './files.ts'

/** This repository, as README and docs name it. */
const [owner = '', name = ''] = repository.split('/')
const self = { owner, name }

const metadataSchema = v.looseObject({
  inputs: v.optional(v.record(v.string(), v.looseObject({ required: v.optional(v.boolean()) }))),
})

/** Gives the files of this repository, under its own name too. */
export const fileProvider: FileProvider = {
  getFileContent: (reference) => {
    const isOwn = !('owner' in reference) || reference.owner === self.owner
    if (!isOwn || !hasPath(reference.path)) return Promise.reject(new Error(`There is no ${reference.path}`))
    return Promise.resolve({ name: reference.path, content: readText(reference.path) })
  },
}

const config: ValidationConfig = {
  fileProvider,
  actionsMetadataProvider: {
    // Of actions that are not ours, nothing is said.
    fetchActionMetadata: ({ owner, name, path }) => {
      const other = { name: `${owner}/${name}`, description: '' }
      if (owner !== self.owner || name !== self.name) return Promise.resolve(other)
      const file = `${path === undefined || path === '' ? '' : `${path}/`}action.yml`
      if (!hasPath(file)) return Promise.resolve(undefined)
      const { inputs } = v.parse(metadataSchema, parse(readText(file)))
      return Promise.resolve({ ...other, ...(inputs && { inputs: inputs as never }) })
    },
  },
}

let documents = 0

/** What GitHub's own language service says of a file, one line each; its severities 3 and 4 are hints. */
export async function diagnose({ name, kind, text }: GitHubFile): Promise<string[]> {
  // It keeps what it has read under that address.
  const document = TextDocument.create(`file:///${++documents}/${encodeURI(name)}`, 'yaml', 0, text)
  const found = await (kind === 'action' ? validateAction : validate)(document, config)
  return found
    .filter(({ severity = 1 }) => severity <= 2)
    .map(({ severity = 1, message, range }) => {
      const level = severity === 1 ? 'error' : 'warning'
      return `${range.start.line + 1}: ${level}: ${typeof message === 'string' ? message : message.value}`
    })
}

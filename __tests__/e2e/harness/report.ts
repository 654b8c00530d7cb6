import * as v from 'valibot'
import { reportSchema, type ReportJson } from '../../../src/report/model/report-schema.ts'

/** Reads report.json, which always has the form of its published schema; undefined where there is none. */
export function parseReport(text: string | undefined): ReportJson | undefined {
  return text === undefined ? undefined : v.parse(reportSchema, JSON.parse(text))
}

/** How a step of the builds ended, looked for by the start of its instruction: `cached`, `done`, … or `absent`. */
export function outcomeOf(
  steps: ReportJson['steps']['image'],
  instruction: string,
): ReportJson['steps']['image'][number]['outcome'] | 'absent' {
  return steps.find(({ name }) => name.startsWith(instruction))?.outcome ?? 'absent'
}

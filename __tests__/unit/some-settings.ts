import { inputNames, inputTable, type RawInputs } from '../../src/inputs/input-table.generated.ts'
import { readSettings, type Settings } from '../../src/inputs/settings.ts'
import { makeTempFolder } from './temp-folder.ts'

/** What action.yml says where a workflow says nothing. */
export const defaultInputs = Object.fromEntries(
  inputNames.map((name) => [name, inputTable[name].fallback]),
) as RawInputs

/** The settings that these inputs give in a workspace with nothing but a Dockerfile; its folder is gone afterwards. */
export async function settingsWith(inputs: Partial<RawInputs> = {}): Promise<Settings> {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM scratch' })
  return await readSettings({ ...defaultInputs, ...inputs }, workspace.path)
}

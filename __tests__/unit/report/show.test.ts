import { test } from '@jest/globals'
import { renderMarkdown } from '../../../src/report/render-markdown.ts'
import { renderTerminal } from '../../../src/report/render-terminal.ts'
import { compared, now, report, step, testReport, failure, counts, budgeted } from './a-report.ts'
import { emptyReport, type JobReport } from '../../../src/report/job-report.ts'
const all: Record<string, JobReport> = {
  good: compared({ cache: {kind:'gha',from:[],to:[],reason:'cache: auto chose the Actions cache, read and written',warnings:[]}, steps: [step('build','2/3','RUN dotnet restore',{outcome:'cached',durationMs:0}), step('final','2/2','COPY --from=build /app .')], tests: testReport({runs:[{source:'trx',project:'Shop.Tests',framework:'net10.0',results:[],counts:counts(12),durationMs:2500,errors:[],aborted:false,incomplete:false}], source:'files', steps:[step('build','2/3','RUN dotnet restore',{durationMs:30_000}),step('test','1/1','RUN dotnet test')]}), delivery:{kind:'delivered',how:'pushed',digest:'sha256:1',metadata:{},durationMs:900} }),
  failed: report({image:undefined,baseline:undefined, problems:[{title:'1 of 12 tests failed in stage test',message:'Dockerfile:12 RUN dotnet test\n✘ Adds',place:{file:'Dockerfile',line:12}}], tests: testReport({verdict:'failed',reason:'1 of 12 tests failed: Adds',counts:counts(11,1),failures:[failure('Shop.Tests.CartTests.Adds',{className:'Shop.Tests.CartTests',message:'Assert.Equal() Failure\nExpected: 1\nActual: 2',stack:'at Shop.Tests.CartTests.Adds() in /src/CartTests.cs:line 12',place:{file:'Shop.Tests/CartTests.cs',line:12}})]})}),
  input: {...emptyReport(), problems:[{title:'Wrong input',message:'cache: "x" is not one of auto, gha, registry, local, off.',place:undefined}]},
  nob: report(), bud: budgeted(80_000_000, {problems:[{title:'The image is 1.25 MB over its budget',message:'shop is 81.25 MB packed, max-size is 80.00 MB.',place:undefined}], warnings:['A stored baseline was not used: it is of linux/arm64, this image is of linux/amd64.']}),
}
test('x', () => { for (const [k,r] of Object.entries(all)) { process.stdout.write(`=== ${k}\n${renderMarkdown(r, now)}\n--- terminal\n${renderTerminal(r)}\n`) } })

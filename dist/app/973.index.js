export const id = 973;
export const ids = [973];
export const modules = {

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMerge: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./lib/src/github/actions-log.js
var actions_log = __webpack_require__(8678);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/report/model/read-report.js
var read_report = __webpack_require__(7218);
// EXTERNAL MODULE: ./lib/src/compare/size-change.js
var size_change = __webpack_require__(9133);
;// CONCATENATED MODULE: ./lib/src/merge/collect-images.js





/** Reads names, one per line, or one number. Throws a UserError when it says nothing: then any silence would be green. */
function parseExpected(text) {
    const names = [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
    const [first] = names;
    if (first === undefined) {
        throw new errors/* UserError */.yo('Nothing is expected', 'expected is empty: name the images, one per line, or say how many reports there must be. ' +
            'In the reusable workflow this means that the list of images could not be read; see the job "plan".');
    }
    if (names.length > 1 || !/^\d+$/.test(first))
        return { kind: 'names', names };
    const count = Number(first);
    if (count < 1 || count > 10_000)
        throw new errors/* UserError */.yo('Wrong input', `expected: ${first} is not a number of reports between 1 and 10000.`);
    return { kind: 'count', count };
}
/**
 * Adds an image without a report for each that is missing, so that a job that died is not silently green. Where names are
 * expected, they give the order, and reports of other names are left out: they are another workflow's of the same run.
 */
function withMissing(images, expected) {
    const reason = 'There is no report of it: its job did not run, or died before it could upload one.';
    if (expected.kind === 'count') {
        const missing = Math.max(0, expected.count - images.length);
        const unknown = Array.from({ length: missing }, (_, index) => {
            return { name: `missing-${index + 1}`, kind: 'lost', reason };
        });
        return [...images, ...unknown];
    }
    const byName = new Map(images.map((image) => [image.name, image]));
    return expected.names.map((name) => byName.get(name) ?? { name, kind: 'lost', reason });
}
/** Finds `<folder>/<prefix><name>/report.json`, sorted by name. No link is followed; a folder that is not there holds none. */
async function findReports(folder, prefix) {
    return (await listFolders(folder))
        .filter((name) => name.startsWith(prefix))
        .map((name) => ({ name: name.slice(prefix.length), path: (0,external_node_path_.join)(folder, name, 'report.json') }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
async function listFolders(folder) {
    try {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
        return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    }
    catch (error) {
        if ((0,errors/* isSystemError */.Or)(error) && error.code === 'ENOENT')
            return [];
        throw error;
    }
}
/** Reports of real jobs have some MB at most; JSON of this size still fits into memory many times. */
const maxBytes = 64_000_000;
/** Reads one report.json of another job. What is not one, a link or too large is lost, with the reason. */
async function readImage({ name, path }) {
    const found = await (0,read_report/* readReport */.t)(path, maxBytes);
    if (found.kind === 'invalid')
        return { name, kind: 'lost', reason: `Its report.json was not used: ${found.reason}.` };
    if (found.kind === 'missing')
        return { name, kind: 'lost', reason: 'It left no report.json: its job died before it could write one.' };
    const { tests, ...report } = found.report;
    // The results of single tests are most of a report and are not shown here; hundreds of reports fit without them.
    return { name, kind: 'report', report: { ...report, tests: tests && { ...tests, runs: [] } } };
}
/** An output of a job holds 1 MiB for all; titles are short, but they are somebody else's. */
const maxTitles = 5;
/** The answer of one image; what is not known is left out. Digests are of what was pushed, and only then there. */
function summarize(image) {
    const { name } = image;
    const state = { name, ok: !isBad(image), testResult: verdictOf(image) };
    if (image.kind === 'lost')
        return { ...state, problems: [image.reason.slice(0, 300)] };
    const { imageKey, problems, exported, image: record, comparison, sizeMetric } = image.report;
    return {
        ...state,
        imageKey: imageKey.slice(0, 300),
        problems: problems.slice(0, maxTitles).map(({ title }) => title.slice(0, 300)),
        ...(exported && { digest: exported.digest.slice(0, 300) }),
        ...(record && { compressedBytes: record.compressedBytes, uncompressedBytes: record.uncompressedBytes }),
        ...(comparison && { changeBytes: (0,size_change/* changeOf */.C2)(comparison, sizeMetric) }),
    };
}
/** From the worst to the best. */
const verdicts = ['error', 'failed', 'no-tests', 'unknown', 'skipped', 'passed'];
/** What the tests of one image came to; without a report, or where the job ended before them, they are `error`. */
function verdictOf(image) {
    return (image.kind === 'report' ? image.report.tests?.result : undefined) ?? 'error';
}
/** Whether something is wrong with the image, so that the whole is red. */
function isBad(image) {
    return image.kind === 'lost' || image.report.problems.length > 0;
}
/** The worst verdict of all; `error` when there are none, since nothing proves that anything was tested. A platform whose tests another job runs does not count. */
function worstVerdict(images) {
    const tested = images.filter((image) => image.kind === 'lost' || image.report.tests?.whyNotRun !== 'elsewhere');
    const found = new Set((tested.length > 0 ? tested : images).map(verdictOf));
    return verdicts.find((verdict) => found.has(verdict)) ?? 'error';
}

// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/report/text/describe-excess.js
var describe_excess = __webpack_require__(830);
// EXTERNAL MODULE: ./lib/src/report/text/sentences.js
var sentences = __webpack_require__(9879);
// EXTERNAL MODULE: ./lib/src/report/text/format.js
var text_format = __webpack_require__(198);
// EXTERNAL MODULE: ./lib/src/report/text/size-rows.js
var size_rows = __webpack_require__(8960);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var headline = __webpack_require__(8997);
// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
// EXTERNAL MODULE: ./lib/src/report/summary/render-failures.js
var render_failures = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/src/report/summary/render-problems.js
var render_problems = __webpack_require__(5761);
;// CONCATENATED MODULE: ./lib/src/merge/render-merged.js












/** Below GitHub's 1 MiB for a summary, past which the runner drops all of it. */
const render_merged_maxBytes = 1_000_000;
const maxPerImage = 10;
/** One summary of all images of a workflow: the answer, a row per image, then what is wrong with which. */
function renderMerged(images) {
    const bad = images.filter(isBad);
    const sorted = [...bad, ...images.filter((image) => !isBad(image))];
    const parts = [render_merged_headline(images, bad), renderTable(sorted), ...bad.map(describe)].map(markdown/* withWholeNumbers */.Wt);
    const words = (left) => `${(0,format/* plural */.LS)(left, 'more image')} with problems: see the jobs' own summaries.`;
    return `${(0,markdown/* fitParts */.u5)(parts, render_merged_maxBytes, words).join('\n\n')}\n`;
}
function render_merged_headline(images, bad) {
    if (bad.length > 0)
        return (0,headline/* renderFailed */.g9)(bad.map(({ name }) => (0,markdown/* code */.aY)(name)), images.length);
    const mark = images.some(isUncertain) ? markdown/* marks */.Z8.warning : markdown/* marks */.Z8.good;
    return `## ${mark} ${images.length === 1 ? 'The image passed' : `All ${images.length} images passed`}`;
}
function isUncertain(image) {
    return image.kind === 'report' && (0,headline/* readHeadline */.ly)(image.report).state === 'warning';
}
/** One metric for all stands in the heading; where they differ, each figure names its own. */
function renderTable(images) {
    const metrics = new Set(images.flatMap((one) => (one.kind === 'report' ? one.report.sizeMetric : [])));
    const [metric = 'compressed'] = metrics;
    const heading = metrics.size > 1 ? 'size' : metric;
    const rows = images.map((image) => toRow(image, metrics.size > 1));
    return (0,markdown/* table */.tp)(['', 'image', 'tests', `${heading}:`, 'change:'], rows);
}
function toRow(image, namesMetric) {
    const name = isBad(image)
        ? `<a href="#user-content-${render_merged_anchor(image)}">${(0,markdown/* code */.aY)(image.name)}</a>`
        : (0,markdown/* code */.aY)(image.name);
    if (image.kind === 'lost')
        return [markdown/* marks */.Z8.bad, name, 'no report', '', ''];
    const mark = isBad(image) ? markdown/* marks */.Z8.bad : isUncertain(image) ? markdown/* marks */.Z8.warning : markdown/* marks */.Z8.good;
    const { report } = image;
    return [mark, name, describeTests(report), describeSize(report, namesMetric), describeChange(report)];
}
function describeSize({ image, sizeMetric }, namesMetric) {
    if (image === undefined)
        return '';
    const isEstimate = sizeMetric === 'compressed' && image.method === 'docker-save';
    const size = `${isEstimate ? '≈ ' : ''}${(0,format/* formatSize */.Xq)((0,size_change/* sizeOf */.$d)(image, sizeMetric))}`;
    return namesMetric ? `${size} ${sizeMetric}` : size;
}
const testWords = {
    error: 'could not run',
    'no-tests': 'no test ran',
    skipped: 'not run',
    unknown: 'results not read',
};
function describeTests({ tests }) {
    if (tests === undefined)
        return 'not reached';
    const { passed, failed, total } = tests.counts;
    if (tests.result === 'passed')
        return tests.cached === true ? 'passed before, unchanged' : `${(0,format/* formatCount */.B4)(passed)} passed`;
    return tests.result === 'failed'
        ? `${(0,format/* formatCount */.B4)(failed)} of ${(0,format/* formatCount */.B4)(total)} failed`
        : testWords[tests.result];
}
function describeChange(report) {
    const since = (0,sentences/* shortRelease */.a3)(report);
    const over = (0,size_rows/* budgetsOf */.k7)(report).flatMap(({ budget, of }) => (0,describe_excess/* exceededLimits */.eG)(budget).map((limit) => `${(0,describe_excess/* describeLimit */.XW)(limit, report.sizeMetric)}${of}`));
    const lines = [...(over.length > 0 ? over : sinceBaseline(report)), ...(since === undefined ? [] : [since])];
    return lines.map(markdown/* text */.Qq).join('<br>');
}
/** The change; of an image for several platforms that of each that changed. */
function sinceBaseline({ image, comparison, sizeMetric, platforms = [] }) {
    if (image === undefined)
        return [];
    const changed = platforms.flatMap(({ platform, baseline, isBelowMinChange, ...now }) => {
        if (baseline === undefined || isBelowMinChange !== false)
            return [];
        const before = (0,size_change/* sizeOf */.$d)(baseline, sizeMetric);
        return [`${(0,text_format/* formatChangeOf */.Jt)((0,size_change/* sizeOf */.$d)(now, sizeMetric) - before, before)} for ${platform}`];
    });
    if (changed.length > 0)
        return changed;
    if (comparison === undefined)
        return ['no baseline yet'];
    if (comparison.isBelowMinChange)
        return ['no change'];
    const delta = (0,size_change/* changeOf */.C2)(comparison, sizeMetric);
    return [(0,text_format/* formatChangeOf */.Jt)(delta, (0,size_change/* sizeOf */.$d)(image, sizeMetric) - delta)];
}
/** What is wrong with one image: the answer, the problems, and the failed tests by name. */
function describe(image) {
    const title = `<a name="${render_merged_anchor(image)}"></a>\n\n### ${markdown/* marks */.Z8.bad} ${(0,markdown/* code */.aY)(image.name)}`;
    if (image.kind === 'lost')
        return `${title}\n\n${(0,markdown/* text */.Qq)(image.reason)}`;
    const report = { ...image.report, problems: image.report.problems.slice(0, maxPerImage) };
    const left = image.report.problems.length - maxPerImage;
    return (0,format/* joinParts */.nn)('\n\n', [
        `${title}: ${(0,markdown/* text */.Qq)((0,shared_text/* cutText */.IN)((0,headline/* readHeadline */.ly)(report).text, 300))}`,
        ...(0,render_problems/* renderProblems */.x)(report),
        left > 0 ? `… and ${(0,format/* plural */.LS)(left, 'more problem')}.` : '',
        (0,render_failures/* listFailures */.As)(report),
        ...(0,render_failures/* renderMessages */.dg)(report),
    ]);
}
/** A place in the summary; names of images are letters, digits, dots and dashes, all else is left out. */
function render_merged_anchor({ name }) {
    return `image-${name.replace(/[^\w.-]/g, '')}`;
}

// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
// EXTERNAL MODULE: ./lib/src/shared/help-link.js
var help_link = __webpack_require__(6684);
;// CONCATENATED MODULE: ./lib/src/entries/merge.js








/** As many as a matrix has jobs, twice. */
const maxReports = 512;
/** Runs as the step that makes one summary and one verdict of many reports. Gives the exit code: 1 if one is bad. */
function runMerge() {
    const log = new actions_log/* ActionsLog */.I();
    return (0,run_entry/* runEntry */.C)(log, async () => {
        const images = await readImages(process.env);
        const bad = images.filter(isBad);
        core/* setOutput */.uH('test-result', worstVerdict(images));
        core/* setOutput */.uH('failed', String(bad.length));
        core/* setOutput */.uH('images', JSON.stringify(images.map(summarize)));
        await core/* summary */.z
            .addRaw(renderMerged(images))
            .write()
            .catch((error) => {
            log.warning(`Lost: the job summary (${(0,errors/* messageOf */.bD)(error)}).`);
        });
        for (const image of bad) {
            const { title, message } = merge_describe(image);
            // A log has no titles.
            log.error((0,help_link/* withHelp */.il)(`${image.name}: ${message}`, title), { title: image.name });
        }
        if (bad.length === 0)
            log.info(`All ${images.length} images passed.`);
        return bad.length > 0 ? 1 : 0;
    });
}
async function readImages(env) {
    const folder = env['INPUT_REPORTS']?.trim() ?? '';
    if (folder === '')
        throw new errors/* UserError */.yo('Wrong input', 'reports: name the folder that has the reports.');
    const expected = parseExpected(env['INPUT_EXPECTED'] ?? '');
    const root = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? process.cwd(), folder);
    const found = await findReports(root, env['INPUT_PREFIX']?.trim() ?? '');
    if (found.length > maxReports) {
        const many = `${found.length} reports are more than the ${maxReports} that are read at once`;
        throw new errors/* UserError */.yo('Too many reports', `${many}; merge them in groups, each with a prefix of its own.`);
    }
    const images = [];
    // One after the other: while it is read, a large one takes many times its size.
    for (const report of found)
        images.push(await readImage(report));
    return withMissing(images, expected);
}
/** What is wrong with an image; its help is that of its first problem. */
function merge_describe(image) {
    if (image.kind === 'lost')
        return { title: 'An image without a valid report', message: image.reason };
    const titles = image.report.problems.map(({ title }) => title);
    return { title: titles[0] ?? '', message: titles.slice(0, 3).join('; ') };
}


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ ActionsLog)
/* harmony export */ });
/* unused harmony export hideFromMatchers */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6058);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5831);
/* harmony import */ var _redaction_redactor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9670);




/** The log of a workflow run: groups, annotations, and other programs' output behind a fence. */
class ActionsLog {
    #redactor;
    /** Of the groups in which the runner takes no commands now. */
    #fences = new Set();
    /** Annotations for which the runner has no ear before the last fence is gone. */
    #held = [];
    constructor(redactor = new _redaction_redactor_js__WEBPACK_IMPORTED_MODULE_2__/* .Redactor */ .p()) {
        this.#redactor = redactor;
    }
    info(text) {
        for (const line of (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(this.#redactor.hide(text)))
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(hideFromMatchers((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLogLine */ .Sr)(line)));
    }
    debug(text) {
        if (!_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .isDebug */ ._o())
            return;
        if (this.#fences.size > 0)
            this.info(`debug: ${text}`);
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(this.#clean(text));
    }
    notice = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm);
    warning = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e);
    error = this.#annotator(_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3);
    async group(title, work) {
        // The runner takes no commands from the first line on until the token comes again; a child never sees it.
        const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(this.#clean(title));
        try {
            return await work((text) => {
                if (!this.#fences.has(token))
                    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::stop-commands::${token}`);
                this.#fences.add(token);
                this.info(text);
            });
        }
        finally {
            if (this.#fences.delete(token))
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::${token}::`);
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
            if (this.#fences.size === 0)
                for (const annotate of this.#held.splice(0))
                    annotate();
        }
    }
    #annotator(tell) {
        return (text, place = {}) => {
            const annotate = () => {
                tell(this.#clean(text), this.#toProperties(place));
            };
            if (this.#fences.size > 0)
                this.#held.push(annotate);
            else
                annotate();
        };
    }
    #clean(text) {
        return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .splitLines */ .uz)(this.#redactor.hide(text)).map(_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLogLine */ .Sr).join('\n');
    }
    #toProperties({ title, file, line }) {
        return {
            ...(title === undefined ? {} : { title: this.#clean(title) }),
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { startLine: line }),
        };
    }
}
/** A colour code that changes nothing, the end of an underline: no viewer shows it and no copy has it, but the runner matches lines with it. */
const nothing = '\x1b[24m';
/** Names a severity, or a place in a file as compilers write it. */
const problem = /\b(?:errors?|warn(?:ing)?s?|info|notice|note|fatal|exception|panic|raise)\b|\w[:(,]\d|\bline \d|\.\w+:\s/i;
/**
 * A line that no problem matcher knows, though it looks the same: those that setup-dotnet leaves make annotations of lines, of which a step has ten. All ask
 * for a colon or comma with a space or number behind it, so that is where the code goes.
 */
function hideFromMatchers(line) {
    return problem.test((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(line)) ? line.replace(/[:,](?=[\s\d])/g, `$&${nothing}`) : line;
}


/***/ }),

/***/ 7218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readReports),
/* harmony export */   t: () => (/* binding */ readReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9967);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(720);





/** Reads a report.json that a stranger may have written: a regular file of at most `maxBytes`, in the form of the schema. */
async function readReport(path, maxBytes) {
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    if (status === undefined)
        return { kind: 'missing' };
    if (!status.isFile())
        return { kind: 'invalid', reason: 'it is not a file' };
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const { size } = await handle.stat();
        if (size > maxBytes)
            return {
                kind: 'invalid',
                reason: `it has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(size)}; at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(maxBytes)} are read`,
            };
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(_report_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Q, JSON.parse(await handle.readFile('utf8')), { abortEarly: true });
        if (parsed.success)
            return { kind: 'report', report: parsed.output };
        const place = valibot__WEBPACK_IMPORTED_MODULE_4__/* .getDotPath */ .BuJ(parsed.issues[0])?.slice(0, 100) ?? 'its top';
        return { kind: 'invalid', reason: `it is not valid at ${place}` };
    }
    catch {
        return { kind: 'invalid', reason: 'it is no JSON' };
    }
    finally {
        await handle.close();
    }
}
/** More than a matrix has. */
const maxFiles = 100;
/** Some 50,000 test results. */
const maxBytes = 16 * 1024 * 1024;
/** What actions/download-artifact makes: a folder for each artifact. */
const maxDepth = 3;
/** Reads a report.json, or those in a folder, that a stranger may have written. Of a folder whose name begins with the prefix, the rest names the image. */
async function readReports(path, prefix = '') {
    const found = await findReports(path, 0);
    const files = found.slice(0, maxFiles);
    const read = { reports: [], warnings: [] };
    if (found.length > maxFiles)
        read.warnings.push(`Only the first ${maxFiles} reports were read.`);
    for (const [index, file] of files.entries()) {
        const found = await readReport(file, maxBytes);
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
        const name = prefix !== '' && folder.startsWith(prefix) ? folder.slice(prefix.length) : '';
        if (found.kind === 'report')
            read.reports.push({ report: found.report, ...(name !== '' && { name }) });
        else {
            const reason = found.kind === 'invalid' ? found.reason : 'it is gone';
            // The names of folders are a stranger's too.
            read.warnings.push(`Report ${index + 1} of ${files.length} was not used: ${reason}.`);
        }
    }
    return read;
}
async function findReports(path, depth) {
    const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => undefined);
    if (status?.isFile())
        return [path];
    if (!status?.isDirectory() || depth > maxDepth)
        return [];
    const entries = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = [];
    for (const entry of entries) {
        if (found.length > maxFiles)
            break;
        if (entry.isDirectory())
            found.push(...(await findReports((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry.name), depth + 1)));
        else if (entry.isFile() && entry.name === 'report.json')
            found.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry.name));
    }
    return found;
}


/***/ })

};

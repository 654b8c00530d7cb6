export const id = 486;
export const ids = [486];
export const modules = {

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ readHeadFile),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   U8: () => (/* binding */ readTopLevel),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _shared_child_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7272);




/** Runs git in a folder and gives what it prints; undefined where it fails, or is not there. */
async function runGit(folder, args, env = {}) {
    try {
        // A spawn that fails in a file, not a folder, throws past the promise of @actions/exec.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder)).isDirectory())
            return undefined;
        // In a container of a job, the workspace belongs to the runner's user, and git refuses such a clone; it is what the job works on.
        const trust = process.env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
        const result = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_1__/* .getExecOutput */ .H)('git', [...trust, ...args], {
            cwd: folder,
            silent: true,
            ignoreReturnCode: true,
            env: { ...(0,_shared_child_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentForGit */ .Tu)(process.env), ...env },
        });
        return result.exitCode === 0 ? result.stdout : undefined;
    }
    catch {
        return undefined;
    }
}
/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
function isCommit(text) {
    return /^[0-9a-f]{40,64}$/.test(text);
}
/** Reads HEAD of the repository that a folder is in; undefined where there is no git or no commit. */
async function readHead(folder) {
    const [object, commit, status] = await Promise.all([
        runGit(folder, ['cat-file', '-p', 'HEAD']),
        runGit(folder, ['rev-parse', 'HEAD']),
        runGit(folder, ['status', '--porcelain', '--', '.']),
    ]);
    if (object === undefined || commit === undefined)
        return undefined;
    const header = object.split('\n\n')[0] ?? '';
    return {
        commit: commit.trim(),
        parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent]) => parent ?? ''),
        isDirty: status === undefined || status.trim() !== '',
    };
}
/** The top folder of the repository that a folder is in. */
async function readTopLevel(folder) {
    return (await runGit(folder, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '') || undefined;
}
/**
 * Reads which commit is checked out in a folder from git's own files (gitrepository-layout(5)): for machines that have the clone but
 * no git, or a git that refuses it since it belongs to another user. Undefined where the files don't say.
 */
async function readHeadFile(folder) {
    const gitFolder = await findGitFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder));
    if (gitFolder === undefined)
        return undefined;
    const head = await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitFolder, 'HEAD'));
    const [, ref] = /^ref: (refs\/\S+)$/.exec(head ?? '') ?? [];
    if (ref === undefined)
        return asCommit(head);
    // A worktree has a HEAD of its own; its branches are those of the repository.
    const common = await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitFolder, 'commondir'));
    const shared = common === undefined ? gitFolder : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(gitFolder, common);
    return asCommit(await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(shared, ref))) ?? findPacked(await read((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(shared, 'packed-refs')), ref);
}
/** The folder with git's files, of the folder or of one that it is in; a worktree or a submodule only names it. */
async function findGitFolder(folder) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, '.git');
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found?.isDirectory())
        return path;
    const [, named] = /^gitdir: (.+)$/.exec((found && (await read(path))) ?? '') ?? [];
    if (named !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, named);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? undefined : findGitFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder));
}
function findPacked(packed, ref) {
    const line = packed?.split('\n').find((one) => one.endsWith(` ${ref}`));
    return asCommit(line?.slice(0, -ref.length - 1));
}
async function read(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => undefined))?.trim();
}
function asCommit(text) {
    return text !== undefined && isCommit(text) ? text : undefined;
}


/***/ }),

/***/ 2621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRunFacts),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2918);


const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), undefined);
const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(1))), undefined);
const flag = valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()), undefined);
function part(entries) {
    return valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries)), undefined);
}
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    before: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    forced: valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()),
    pull_request: part({
        number: count,
        state: text,
        base: part({ sha: text }),
        // Without a repository when the fork is gone.
        head: part({ sha: text, repo: part({ full_name: text }) }),
        labels: valibot__WEBPACK_IMPORTED_MODULE_1__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })), []),
    }),
    merge_group: part({ base_sha: text, base_ref: text }),
    repository: part({
        default_branch: text,
        private: flag,
        description: text,
        license: part({ spdx_id: text }),
    }),
    head_commit: part({ timestamp: text }),
});
/** Reads the event file; what is not there, or of another form, is left out. */
async function readEvent({ GITHUB_EVENT_PATH: path }) {
    return (await (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .readFileAs */ .TW)(eventSchema, path)) ?? {};
}
/** Reads them from the runner's variables and the event's file; an event that can't be read says nothing. */
async function readRunFacts(env) {
    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env;
    const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env;
    const { repository: facts, head_commit: head } = await readEvent(env);
    return {
        ...{ event, ref, commit },
        defaultBranch: facts?.default_branch ?? '',
        repositoryUrl: server === '' || repository === '' ? '' : `${server}/${repository}`,
        description: facts?.description ?? '',
        license: facts?.license?.spdx_id ?? '',
        committedAt: head?.timestamp ?? '',
    };
}


/***/ }),

/***/ 7929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ renderAdvice)
/* harmony export */ });
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);


const maxShown = 12;
/** What could be made better, the most bytes first, each with what it was seen by and what to write; folded as one. */
function renderAdvice({ advice, source }) {
    if (advice.length === 0)
        return [];
    const left = advice.length - maxShown;
    const more = left > 0 ? [`… and ${left} more ${left === 1 ? 'piece' : 'pieces'} of advice; report.json has them.`] : [];
    const body = [...advice.slice(0, maxShown).map((one) => renderOne(one, source)), ...more].join('\n\n');
    const [first] = advice;
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`💡 ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(advice.length, 'suggestion')}: ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(first?.title ?? '')}`, body)];
}
function renderOne({ title, evidence, place, fix, link }, source) {
    const where = place === undefined ? '' : ` — ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linkPlace */ .yG)(place, source)}`;
    const seen = evidence.map((line) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(line)}`).join('\n');
    return (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .joinParts */ .nn)('\n\n', [`**${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)}**${where}`, seen, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)(fix), `[Read more](${link})`]);
}


/***/ }),

/***/ 8632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ renderSize)
/* harmony export */ });
/* harmony import */ var _compare_compare_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1700);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _compare_size_change_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9408);
/* harmony import */ var _text_size_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8960);






const maxRows = 60;
const maxParts = 25;
const maxFiles = 10;
/** How large the image is, what changed and why, as Markdown parts. */
function renderSize(report) {
    const { image } = report;
    return image === undefined
        ? []
        : [...renderPlatforms(report), renderTotals(report, image), ...renderChange(report)];
}
/** Sizes by platform; what follows is of the first one. */
function renderPlatforms(report) {
    const rows = (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .platformRows */ .RN)(report).map(([platform = '', ...cells]) => [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(platform), ...cells.map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)]);
    if (rows.length === 0)
        return [];
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(_text_size_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .platformHeadings */ .rz, rows), `Below: ${rows[0]?.[0] ?? ''}.`];
}
function renderTotals(report, image) {
    const { baseline, comparison } = report;
    const before = baseline?.kind === 'found' && comparison !== undefined ? baseline : undefined;
    const row = (title, now, then) => [
        title,
        (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(now),
        ...(before === undefined
            ? []
            : [then === undefined ? '' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(then), describeChange(now, then, comparison)]),
    ];
    const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:'];
    const estimate = image.method === 'docker-save' ? ' (an estimate: this engine keeps no compressed layers)' : '';
    const ofBase = image.layers
        .filter(({ isBase }) => isBase)
        .reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(headings, [
        row(`**Compressed**, in a registry${estimate}`, image.compressedBytes, before?.compressedBytes),
        ...(image.base === undefined
            ? []
            : [
                row(`– base image ${nameBase(image)}`, ofBase, before?.baseCompressedBytes),
                row('– your layers', image.compressedBytes - ofBase, before && before.compressedBytes - before.baseCompressedBytes),
            ]),
        row('**Uncompressed**, on disk', image.uncompressedBytes, before?.uncompressedBytes),
        ...renderDownload(report, image),
    ]);
}
/** What a machine with the baseline still has to fetch; of estimated sizes there is no such figure. */
function renderDownload({ comparison }, { method, downloadBytes }) {
    if (comparison === undefined || method === 'docker-save')
        return [];
    return [['**Download size**, for a machine that has the baseline', (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(downloadBytes), '', '']];
}
function describeChange(now, then, comparison) {
    if (then === undefined)
        return '';
    const change = now - then;
    if (comparison === undefined || (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_5__/* .countsAsNone */ .P4)(change, comparison))
        return 'no change';
    if ((0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_5__/* .isNoChange */ .IS)(comparison, change))
        return `${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(change)}, recompressed`;
    if (then === 0)
        return 'new';
    return (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChangeOf */ .Jt)(change, then);
}
function nameBase({ base }) {
    const version = base?.dotnetVersion === undefined ? '' : `, .NET ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(base.dotnetVersion)}`;
    return `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(base?.name ?? '')}${version}`;
}
/** Why the size changed: parts, files and layers. */
function renderChange(report) {
    const { comparison, sizeMetric } = report;
    if (comparison === undefined)
        return [];
    const isChanged = comparison.layers.some((change) => change.kind !== 'same');
    // Where the config alone did, the reason says so.
    if (!isChanged)
        return comparison.isBelowMinChange ? ['No layer changed.'] : [];
    const { rows, left } = (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .partRows */ .JS)(comparison, sizeMetric, maxParts, _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY);
    const more = left > 0 ? [`… and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, 'smaller change')}; report.json has them.`] : [];
    return [
        ...(rows.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['What changed', 'version', 'compressed:', 'uncompressed:'], rows)]),
        ...more,
        ...renderFiles(comparison),
        ...renderLayerChanges(report, comparison),
    ];
}
function renderFiles(comparison) {
    const { files } = comparison;
    const title = `Files: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(files.length, 'change')}`;
    const headings = ['file', 'now:', 'before:', 'change:', 'compressed:'];
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, headings, [files, maxFiles, 'more file'], (file) => [
        `${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.path)}${file.pathBefore === undefined ? '' : `<br>was ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.pathBefore)}`}`,
        ...sizeCells(file),
        (0,_compare_size_change_js__WEBPACK_IMPORTED_MODULE_5__/* .countsAsNone */ .P4)(file.compressedChangeBytes, comparison)
            ? ''
            : `≈ ${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(file.compressedChangeBytes)}`,
    ]);
}
/** The size of a file now and before, and its change; a link has none of its own. */
function sizeCells(file) {
    const { kind, part, isLink, beforeBytes, afterBytes } = file;
    const size = (bytes) => (isLink && bytes === 0 ? 'link' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(bytes));
    // Of a file that was written twice one is left.
    const instead = part.kind === 'repeated' ? 'in a layer below' : undefined;
    return [
        kind === 'removed' ? (instead ?? 'removed') : size(afterBytes),
        kind === 'added' ? (instead ?? 'new') : size(beforeBytes),
        describeFileChange(file),
    ];
}
function describeFileChange({ kind, isLink, beforeBytes, afterBytes }) {
    if (afterBytes !== beforeBytes)
        return (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(afterBytes - beforeBytes);
    if (kind === 'changed')
        return 'other content';
    return isLink ? '' : (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(0);
}
/** A layer that is listed did change, if only in its times or owners. */
function describeLayerChange(change, comparison) {
    const { before, after } = change;
    const bytes = (0,_compare_compare_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .layerChangeBytes */ .HZ)(change, 'compressed');
    if (before === undefined || after === undefined)
        return (0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatChange */ .eD)(bytes);
    if ((0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(before.compressedBytes) === (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(after.compressedBytes))
        return 'same size';
    return (0,_text_size_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .changeCell */ .fd)(comparison, bytes);
}
function renderLayerChanges(report, comparison) {
    const size = (change) => Math.abs((0,_compare_compare_contents_js__WEBPACK_IMPORTED_MODULE_0__/* .layerChangeBytes */ .HZ)(change, report.sizeMetric));
    const changed = comparison.layers
        .filter((change) => change.kind !== 'same')
        .sort((a, b) => size(b) - size(a));
    const title = `Layers: ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(changed.length, 'change')}`;
    const headings = ['made by', 'where', 'now:', 'before:', 'change:'];
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, headings, [changed, maxRows], (change) => {
        const { before, after } = change;
        const layer = after ?? before;
        return [
            layer === undefined ? '' : (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .describeLayer */ .$d)(layer),
            (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$t)(layer, report),
            after === undefined ? 'removed' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(after.compressedBytes),
            before === undefined ? 'new' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(before.compressedBytes),
            describeLayerChange(change, comparison),
        ];
    });
}


/***/ }),

/***/ 2630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ renderMarkdown),
  J: () => (/* binding */ renderReason)
});

// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/report/summary/render-failures.js
var render_failures = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/src/report/summary/render-problems.js
var render_problems = __webpack_require__(5761);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/report/text/sentences.js
var sentences = __webpack_require__(9879);
;// CONCATENATED MODULE: ./lib/src/report/text/charts.js

const maxSlices = 8;
/** The percentages of thinner slices would lie upon each other. */
const minShare = 0.03;
const maxLabelLength = 60;
/** Readable on GitHub's light and dark page: its own muted text, and colours of middle lightness (Tableau 10). */
const muted = '#848d97';
const colours = '#4e79a7 #f28e2b #59a14f #e15759 #b07aa1 #76b7b2 #c9a227 #9c755f #7f7f7f'.split(' ');
/** A pie as a mermaid block: the largest slices, the others as one. Empty when there is nothing to divide. */
function pieChart(title, slices) {
    const sorted = slices.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
    if (sorted.length < 2)
        return '';
    const sum = (values) => values.reduce((all, { value }) => all + value, 0);
    const thick = sorted.slice(0, maxSlices).filter(({ value }) => value >= sum(sorted) * minShare);
    const rest = sum(sorted) - sum(thick);
    const shown = [...thick, ...(rest > 0 ? [{ label: 'everything else', value: rest }] : [])];
    const theme = {
        ...Object.fromEntries(colours.map((colour, index) => [`pie${index + 1}`, colour])),
        pieTitleTextColor: muted,
        pieLegendTextColor: muted,
        pieSectionTextColor: '#ffffff',
        pieStrokeColor: muted,
        pieOuterStrokeColor: muted,
        pieOpacity: '1',
    };
    const lines = shown.map(({ label, value }) => `    "${chartLabel(label)}" : ${value}`);
    return mermaid(theme, [`pie title ${chartLabel(title)}`, ...lines]);
}
/** There is room for so many commits on the axis of a chart. */
const maxPoints = 10;
/** What the axis shows at least, as a share of the largest size: a change of 1 % is a small step then. */
const minSpan = 0.2;
/** The last sizes as a mermaid block, in megabytes, the oldest first. */
function historyChart(title, points) {
    const shown = points.slice(-maxPoints);
    const sizes = shown.map(({ sizeBytes }) => sizeBytes / 1e6);
    const [low, high] = axisOf(sizes);
    const axis = ['Title', 'Label', 'Tick', 'Line'];
    const theme = {
        xyChart: {
            backgroundColor: 'transparent',
            titleColor: muted,
            plotColorPalette: colours[0],
            ...Object.fromEntries(['x', 'y'].flatMap((name) => axis.map((part) => [`${name}Axis${part}Color`, muted]))),
        },
    };
    return mermaid(theme, [
        'xychart-beta',
        `    title "${chartLabel(title)}"`,
        `    x-axis [${uniqueLabels(shown.map(({ label }) => chartLabel(label)))
            .map((label) => `"${label}"`)
            .join(', ')}]`,
        `    y-axis "MB" ${low.toFixed(3)} --> ${high.toFixed(3)}`,
        `    line [${sizes.map((size) => size.toFixed(3)).join(', ')}]`,
    ]);
}
/** The ends of an axis that has room around all sizes, and does not show a small change as a cliff. */
function axisOf(sizes) {
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
    const span = Math.max((high - low) * 1.5, high * minSpan, 0.001);
    const middle = (low + high) / 2;
    const bottom = Math.max(0, middle - span / 2);
    return [bottom, bottom + span];
}
/** Equal labels would fall into one point. */
function uniqueLabels(labels) {
    return labels.map((label, index) => {
        const count = labels.slice(0, index).filter((one) => one === label).length;
        return count === 0 ? label : `${label} (${count + 1})`;
    });
}
function mermaid(themeVariables, lines) {
    const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables })}}%%`;
    return ['```mermaid', init, ...lines, '```'].join('\n');
}
/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name) {
    return (0,shared_text/* cutText */.IN)((0,shared_text/* oneLine */.TN)(name.replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')), maxLabelLength);
}
/** GitHub draws no flowchart with more. */
const maxEdges = 450;
/** Readable on light and dark: each has its own colour of text. */
const stageStyles = {
    built: 'fill:#ddf4ff,stroke:#4e79a7,color:#1f2328',
    final: 'fill:#59a14f,stroke:#2f6b28,color:#ffffff,stroke-width:3px',
    tests: 'fill:#c9a227,stroke:#8a6d0b,color:#1f2328',
    unbuilt: 'fill:#d0d7de,stroke:#848d97,color:#57606a,stroke-dasharray:4',
};
/** The stages of a build as a mermaid flowchart: solid arrows for FROM, dotted ones for COPY --from. */
function stageChart(nodes) {
    const images = [...new Set(nodes.flatMap(({ image }) => image ?? []))];
    const isThere = (index) => index < nodes.length;
    const shapes = [
        ...images.map((image, index) => `  i${index}(["${chartLabel(image)}"])`),
        ...nodes.map(({ lines, kind }, index) => {
            const label = lines.map(chartLabel).filter((line) => line !== '');
            return `  s${index}["${label.join('<br/>')}"]:::${kind}`;
        }),
    ];
    const edges = nodes.flatMap(({ image, from, copiesFrom }, index) => [
        ...(image === undefined ? [] : [`  i${images.indexOf(image)} --> s${index}`]),
        ...(from !== undefined && isThere(from) ? [`  s${from} --> s${index}`] : []),
        ...copiesFrom.filter(isThere).map((source) => `  s${source} -. COPY .-> s${index}`),
    ]);
    const styles = Object.entries(stageStyles).map(([kind, style]) => `  classDef ${kind} ${style}`);
    return ['```mermaid', 'flowchart LR', ...shapes, ...edges.slice(0, maxEdges), ...styles, '```'].join('\n');
}

// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-stages.js





const maxStages = 60;
const maxSteps = 120;
/** The stages as a picture and a table: which comes from which, what each took, where the tests ran, which one is the final image. */
function renderStages(report) {
    const stages = (report.stages ?? [])
        .slice(0, maxStages)
        .map((stage) => ({ ...stage, isFinal: stage.isFinal && report.testsOnly !== true }));
    if (stages.length < 2)
        return [];
    const steps = stepsByStage(report);
    const needed = report.image === undefined ? new Set() : findNeeded(stages);
    const all = stages.map((stage, index) => ({
        stage,
        steps: steps.get(stage.name.toLowerCase()) ?? (needed.has(index) ? [] : undefined),
    }));
    const nameOf = (index) => (0,markdown/* code */.aY)(stages[index]?.name ?? '');
    const rows = all.map(({ stage, steps: own }) => [
        stage.line === undefined
            ? (0,markdown/* code */.aY)(stage.name)
            : (0,markdown/* linkPlace */.yG)({ file: report.file, line: stage.line }, report.source, (0,markdown/* code */.aY)(stage.name)),
        stage.from === undefined ? (0,markdown/* code */.aY)(stage.base) : nameOf(stage.from),
        stage.copiesFrom.map(nameOf).join(', '),
        ...(usage(own) ?? ['', '']),
        roleOf(stage, own),
    ]);
    const nodes = all.map(({ stage, steps: own }) => ({
        lines: [stage.name, usage(own)?.join(', ').concat(' cached') ?? '', roleOf(stage, own)],
        image: stage.from === undefined ? stage.base : undefined,
        from: stage.from,
        copiesFrom: stage.copiesFrom,
        kind: own === undefined ? 'unbuilt' : stage.isFinal ? 'final' : stage.runsTests ? 'tests' : 'built',
    }));
    const built = all.filter((one) => one.steps !== undefined).length;
    const list = (0,markdown/* table */.tp)(['stage', 'made from', 'copies from', 'time:', 'steps from the cache:', ''], rows);
    return [(0,markdown/* details */.zH)(`${(0,format/* plural */.LS)(stages.length, 'stage')}, ${built} built`, `${stageChart(nodes)}\n\n${list}`)];
}
function roleOf({ isFinal, runsTests }, steps) {
    if (steps === undefined)
        return 'not built';
    return [...(runsTests ? ['tests ran here'] : []), ...(isFinal ? ['final image'] : [])].join(', ');
}
/** The stages that the final image is made from: of those that are equal BuildKit builds one, and names that alone. */
function findNeeded(stages) {
    const needed = new Set();
    const waiting = stages.flatMap(({ isFinal }, index) => (isFinal ? [index] : []));
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        const stage = stages[index];
        if (stage === undefined || needed.has(index))
            continue;
        needed.add(index);
        waiting.push(...stage.copiesFrom, ...(stage.from === undefined ? [] : [stage.from]));
    }
    return needed;
}
/** The steps of each stage; one that was only named has an empty list. */
function stepsByStage(report) {
    const named = [...report.steps.test, ...report.steps.image].flatMap(({ stage }) => stage?.toLowerCase() ?? []);
    const stages = new Map(named.map((name) => [name, []]));
    for (const { step } of ownSteps(report))
        stages.get(step.stage?.toLowerCase() ?? '')?.push(step);
    return stages;
}
/** How long the steps of a stage took, and how many came from the cache; undefined where there are none. */
function usage(steps = []) {
    if (steps.length === 0)
        return undefined;
    const ran = steps.filter(({ outcome }) => outcome !== 'cached');
    const durationMs = ran.reduce((sum, step) => sum + step.durationMs, 0);
    return [(0,format/* formatDuration */.a3)(durationMs), `${steps.length - ran.length} of ${steps.length}`];
}
/** The steps of both builds, folded, and what the build cache cost and brought. */
function renderSteps(report) {
    const { cache, exported } = report;
    const steps = ownSteps(report);
    const cacheSentence = cache === undefined
        ? ''
        : (0,markdown/* text */.Qq)(`Build ${cache.reason}.${describeUse(report)}${describeMounts(report)} ${(0,sentences/* describeDelivery */.Ks)(exported)}`.trimEnd());
    if (steps.length === 0)
        return cacheSentence;
    const cached = steps.filter(({ step }) => step.outcome === 'cached').length;
    const rows = steps.slice(0, maxSteps).map(stepRow);
    return (0,markdown/* details */.zH)(`Steps: ${cached} of ${steps.length} from the cache`, `${(0,markdown/* table */.tp)(['for', 'stage', 'step', 'time:'], rows)}\n\n${cacheSentence}`);
}
/** What the cache brought, and what it cost. */
function describeUse({ cacheUse }) {
    if (cacheUse === undefined)
        return '';
    const { readMs, receivedBytes, writeMs } = cacheUse;
    const brought = receivedBytes === 0 ? '' : ` and brought ${(0,format/* formatSize */.Xq)(receivedBytes)}`;
    const written = writeMs === undefined ? '' : `; writing it took ${(0,format/* formatDuration */.a3)(writeMs)}`;
    return ` Reading it took ${(0,format/* formatDuration */.a3)(readMs)}${brought}${written}.`;
}
/** What it cost to keep the cache mounts, and what it brought. */
function describeMounts({ cacheMounts }) {
    if (cacheMounts === undefined)
        return '';
    const { restoreMs, restoredBytes, saveMs, savedBytes } = cacheMounts;
    const restored = restoredBytes === 0
        ? 'nothing was there to restore'
        : `restoring ${(0,format/* formatSize */.Xq)(restoredBytes)} took ${(0,format/* formatDuration */.a3)(restoreMs)}`;
    const saved = saveMs === undefined ? '' : `; saving ${(0,format/* formatSize */.Xq)(savedBytes ?? 0)} took ${(0,format/* formatDuration */.a3)(saveMs)}`;
    return ` Cache mounts: ${restored}${saved}.`;
}
/** The Dockerfile's steps of both builds, each once, whichever took it first, also what BuildKit does twice for one line, as for COPY --link. */
function ownSteps({ steps }) {
    const forTests = new Map(steps.test.filter(isOwn).map((step) => [keyOf(step), step]));
    const forImage = new Map(steps.image
        .filter((step) => {
        const known = forTests.get(keyOf(step));
        const isSame = step.outcome === 'cached' || known?.platform === step.platform;
        return isOwn(step) && !(known !== undefined && isSame && step.outcome !== 'failed');
    })
        .map((step) => [`${step.platform ?? ''} ${keyOf(step)}`, step]));
    return [
        ...[...forTests.values()].map((step) => ({ build: 'tests', step })),
        ...[...forImage.values()].map((step) => ({ build: 'image', step })),
    ];
}
function isOwn({ stage, name }) {
    return stage !== undefined && !/^(?:FROM|LINK) /.test(name);
}
function keyOf({ stage, position, name }) {
    return [stage, position, name].join(' ');
}
function stepRow({ build, step }) {
    const time = step.outcome === 'cached'
        ? 'cached'
        : step.outcome === 'done'
            ? (0,format/* formatDuration */.a3)(step.durationMs)
            : step.outcome;
    const stage = `${(0,markdown/* code */.aY)(step.stage ?? '')}${step.platform === undefined ? '' : ` ${(0,markdown/* code */.aY)(step.platform)}`}`;
    return [build, stage, (0,markdown/* code */.aY)((0,shared_text/* cutText */.IN)(step.name, 120)), time];
}

// EXTERNAL MODULE: ./lib/src/report/summary/render-tests.js
var render_tests = __webpack_require__(3096);
// EXTERNAL MODULE: ./lib/src/report/text/describe-excess.js
var describe_excess = __webpack_require__(830);
// EXTERNAL MODULE: ./lib/src/report/text/part-labels.js + 1 modules
var part_labels = __webpack_require__(8309);
// EXTERNAL MODULE: ./lib/src/report/summary/render-advice.js
var render_advice = __webpack_require__(7929);
// EXTERNAL MODULE: ./lib/src/compare/size-change.js
var size_change = __webpack_require__(9133);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-contents.js





const maxRows = 60;
const maxParts = 25;
const maxFiles = 10;
/** Less than this hidden by later layers is not worth a line. */
const minHiddenBytes = 100_000;
/** What the image is made of, and how it came to its size, as Markdown parts. */
function renderContents(report) {
    const { image } = report;
    if (image === undefined)
        return [];
    return [
        ...renderMakeup(image),
        ...renderHidden(report, image),
        ...renderHistory(report, image),
        renderLayers(report, image),
    ];
}
/** What the image is made of, as a chart and a table. */
function renderMakeup(image) {
    const { parts } = image;
    const [shown, smaller] = [parts.slice(0, maxParts), parts.slice(maxParts)];
    const rows = shown.map((part) => rowOf((0,part_labels/* namePart */.f0)(part, markdown/* code */.aY), (0,markdown/* code */.aY)(part.version ?? ''), [part]));
    const rest = smaller.length === 0 ? [] : [rowOf((0,format/* plural */.LS)(smaller.length, 'smaller part'), '', smaller)];
    const own = parts.filter((part) => part.kind !== 'base');
    const chart = pieChart('Your layers, uncompressed', own.map((part) => ({ label: (0,part_labels/* namePart */.f0)(part, String), value: part.uncompressedBytes })));
    const list = (0,markdown/* table */.tp)(['part', 'version', 'files:', 'compressed:', 'uncompressed:'], [...rows, ...rest]);
    const note = `≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.${renderSdk(image)}`;
    return [(0,markdown/* details */.zH)('What the image is made of', (0,format/* joinParts */.nn)('\n\n', [chart, list, note]))];
}
/** A row for one part, or for those that found no row of their own. */
function rowOf(name, version, parts) {
    const sum = (size) => parts.reduce((all, part) => all + size(part), 0);
    const isEstimate = parts.some((part) => part.isEstimate && part.compressedBytes > 0);
    return [
        name,
        version,
        String(sum((part) => part.fileCount)),
        `${isEstimate ? '≈ ' : ''}${(0,format/* formatSize */.Xq)(sum((part) => part.compressedBytes))}`,
        (0,format/* formatSize */.Xq)(sum((part) => part.uncompressedBytes)),
    ];
}
/** What stays out of the image since it is built in several stages. */
function renderSdk({ sdk, compressedBytes }) {
    if (sdk === undefined)
        return '';
    const saved = (0,format/* formatSize */.Xq)(sdk.compressedBytes - compressedBytes);
    return `\n\nIt was built in ${(0,markdown/* code */.aY)(sdk.name)}, which has ${(0,format/* formatSize */.Xq)(sdk.compressedBytes)} compressed: the final stage of its own saves ${saved} and more.`;
}
function renderHidden(report, image) {
    const { bytes, files } = image.hidden;
    if (bytes < minHiddenBytes)
        return [];
    const title = `${(0,format/* formatSize */.Xq)(bytes)} uncompressed in files that later layers replace or remove`;
    const headings = ['file', 'size:', 'comes from', 'replaced or removed by'];
    return (0,markdown/* foldedTable */.vd)(title, headings, [files, maxFiles], ({ path, sizeBytes, layer, hiddenBy }) => [
        (0,markdown/* code */.aY)(path),
        (0,format/* formatSize */.Xq)(sizeBytes),
        (0,markdown/* placeOf */.$t)(image.layers[layer], report),
        (0,markdown/* placeOf */.$t)(image.layers[hiddenBy], report),
    ]);
}
function renderLayers(report, image) {
    const { layersRead } = image;
    const rows = image.layers
        .slice(0, maxRows)
        .map((layer) => [
        (0,markdown/* describeLayer */.$d)(layer),
        (0,markdown/* placeOf */.$t)(layer, report),
        (0,format/* formatSize */.Xq)(layer.compressedBytes),
        (0,format/* formatSize */.Xq)(layer.uncompressedBytes),
    ]);
    const read = layersRead < image.layers.length
        ? `\n\nLayers read: ${layersRead} of ${image.layers.length}; the others are known from the baseline.`
        : '';
    return (0,markdown/* details */.zH)(`All ${(0,format/* plural */.LS)(image.layers.length, 'layer')}`, `${(0,markdown/* table */.tp)(['made by', 'where', 'compressed:', 'uncompressed:'], rows)}${read}`);
}
/** How the size came to be what it is, as a chart and a table. */
function renderHistory({ history, sizeMetric }, image) {
    const points = [...history, image];
    if (points.length < 3)
        return [];
    const label = ({ commit, createdAt }) => commit?.slice(0, 7) ?? createdAt.slice(5, 16).replace('T', ' ');
    const chart = historyChart(`Size (${sizeMetric})`, points.map((point) => ({ label: label(point), sizeBytes: (0,size_change/* sizeOf */.$d)(point, sizeMetric) })));
    const rows = [...points]
        .reverse()
        .map((point) => [
        (0,markdown/* code */.aY)(label(point)),
        point.createdAt.slice(0, 16).replace('T', ' '),
        (0,format/* formatSize */.Xq)(point.compressedBytes),
        (0,format/* formatSize */.Xq)(point.uncompressedBytes),
    ]);
    const list = (0,markdown/* table */.tp)(['commit', 'measured (UTC)', 'compressed:', 'uncompressed:'], rows);
    return [(0,markdown/* details */.zH)(`Trend: the last ${points.length} sizes`, `${chart}\n\n${list}`)];
}

// EXTERNAL MODULE: ./lib/src/report/summary/render-size.js
var render_size = __webpack_require__(8632);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var text_headline = __webpack_require__(8997);
;// CONCATENATED MODULE: ./lib/src/report/summary/render-summary.js













/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000;
/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
function renderMarkdown(report, now) {
    // Why no test ran is a part of the answer.
    const { imageKey, target, warnings } = report;
    const { state, text: headline } = (0,text_headline/* readHeadline */.ly)(report);
    const reasons = warnings.filter((one) => one.startsWith('No tests were run: '));
    const parts = [
        `### ${markdown/* marks */.Z8[state]} ${(0,markdown/* text */.Qq)(headline)}`,
        imageKey === ''
            ? ''
            : (0,format/* joinParts */.nn)('. ', [`${(0,markdown/* code */.aY)(imageKey)}, stage ${(0,markdown/* code */.aY)(target)}`, renderReason(report, now)]),
        ...reasons.map(markdown/* text */.Qq),
        ...(0,render_problems/* renderProblems */.x)(report),
        (0,sentences/* describeSmoke */.XJ)(report, markdown/* code */.aY) ?? '',
        ...(0,render_failures/* renderFailures */.SL)(report),
        ...(0,render_size/* renderSize */.q)(report),
        ...(0,render_advice/* renderAdvice */.x)(report),
        ...(0,render_tests/* renderTests */.C)(report),
        ...renderContents(report),
        ...renderStages(report),
        renderSteps(report),
        ...warnings.filter((one) => !reasons.includes(one)).map((warning) => `> ⚠️ ${(0,markdown/* text */.Qq)(warning)}`),
        ...(report.notices ?? []).flatMap(({ message, snippet }) => (0,render_problems/* renderMessage */.e)(message, snippet)),
    ];
    const words = (left) => `… ${(0,format/* plural */.LS)(left, 'part')} of this report found no room here; report.json has everything.`;
    const whole = parts.filter((part) => part !== '').map(markdown/* withWholeNumbers */.Wt);
    return `${(0,markdown/* fitParts */.u5)(whole, maxBytes, words).join('\n\n')}\n`;
}
/** What the image was compared with, and why its size changed; else why it was not compared. */
function renderReason(report, now) {
    const { imageKey, baseline, image, comparison, sizeMetric, testsOnly } = report;
    if (imageKey === '')
        return '';
    if (image === undefined)
        return testsOnly
            ? 'Every stage of this Dockerfile runs tests, or is only there for one that does, so there is no image to measure.'
            : 'No image was built.';
    if (baseline === undefined)
        return '';
    const since = (0,sentences/* describeRelease */.NC)(report, now, { quote: markdown/* code */.aY, say: markdown/* text */.Qq });
    if (baseline.kind === 'none')
        return `${(0,markdown/* text */.Qq)(baseline.reason)} ${since}`.trimEnd();
    // What made an image exceed its limit stands with the limit.
    const isExplained = (0,describe_excess/* exceededLimits */.eG)(report.budget).some(({ kind }) => kind === 'growth');
    const reason = comparison === undefined || isExplained ? '' : (0,part_labels/* describeReason */.Gk)(comparison, sizeMetric, markdown/* code */.aY);
    return (0,format/* joinParts */.nn)(' ', [`Compared with ${(0,sentences/* describeBaseline */.FT)(baseline, now, markdown/* code */.aY)}.`, reason, since]);
}


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderTests)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5831);
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1947);
/* harmony import */ var _text_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(198);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9408);
/* harmony import */ var _render_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7778);






const maxListed = 50;
const maxNamed = 5;
const slowest = 10;
/** Nothing is gained by speeding up a test that takes less. */
const slowMs = 1_000;
/** Counts per project with their change, and what is worth knowing of the tests: skipped and slow ones, coverage, what came and went. */
function renderTests({ tests, source }) {
    if (tests === undefined || tests.runs.length === 0)
        return [];
    const from = tests.source === 'log' ? ['These results are from the log: no result file was found.'] : [];
    return [
        ...renderNewlySkipped(tests),
        renderCounts(tests),
        ...from,
        ...renderDuration(tests),
        ...renderChange(tests),
        ...renderFlaky(tests),
        ...renderSkipped(tests.runs),
        ...renderSlowest(tests.runs),
        ...renderCoverage(tests, source),
    ];
}
function renderCounts({ runs, counts, baseline: before }) {
    const rows = [...runs]
        .sort((a, b) => Number(b.counts.failed > 0) - Number(a.counts.failed > 0))
        .slice(0, maxListed)
        .map((run) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${run.project === '' ? 'tests' : run.project}${run.framework === undefined ? '' : ` (${run.framework})`}`),
        ...countCells(run.counts, runs.length === 1 ? before?.counts : undefined),
        run.durationMs === undefined ? '' : (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(run.durationMs),
    ]);
    const all = runs.length < 2 ? [] : [['**All**', ...countCells(counts, before?.counts), '']];
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['Tests', 'passed:', 'failed:', 'skipped:', 'time:'], [...rows, ...all]);
}
/** Passed, failed and skipped, each with its change against the baseline. */
function countCells(now, then) {
    return ['passed', 'failed', 'skipped'].map((kind) => {
        const count = (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(now[kind]);
        const shown = kind === 'failed' && now.failed > 0 ? `**${count}**` : count;
        return then === undefined ? shown : `${shown} (${(0,_text_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCountChange */ .lq)(now[kind] - then[kind])})`;
    });
}
function renderDuration({ durationMs, baseline: before }) {
    if (before === undefined || before.durationMs === 0)
        return [];
    const change = Math.abs(durationMs - before.durationMs) < 500
        ? 'as before'
        : `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(before.durationMs)} before`;
    return [`Building and running the tests took ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(durationMs)}, ${change}.`];
}
/** Tests that ran at the baseline and are skipped now: nobody sees those in a count. */
function renderNewlySkipped({ baseline: before }) {
    const names = before?.newlySkipped ?? [];
    if (names.length === 0)
        return [];
    const named = names.slice(0, maxNamed).map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(', ');
    const left = names.length - maxNamed;
    return [
        `⚠️ ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(names.length, 'test')} newly skipped: ${named}${left > 0 ? ` and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(left)} more` : ''}`,
    ];
}
function renderChange({ baseline: before }) {
    if (before === undefined)
        return [];
    const { gone, added } = before;
    const list = (title, names) => {
        if (names.length === 0)
            return [];
        const left = names.length - maxListed;
        const rows = names.slice(0, maxListed).map((name) => `- ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}`);
        return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(title, [...rows, ...(left > 0 ? [`- … and ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(left)} more`] : [])].join('\n'))];
    };
    return [
        ...list(`⚠️ ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(gone.length, 'test')} of the baseline did not run`, gone),
        ...list((0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(added.length, 'new test'), added),
    ];
}
function renderFlaky({ flaky = [] }) {
    const title = `⚠️ ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(flaky.length, 'flaky test')}`;
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, ['test', 'attempts', 'first failure'], [flaky, maxListed], (test) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(test.name),
        test.attempts.join(', '),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(test.message ?? '', 200)),
    ]);
}
function renderSkipped(runs) {
    const skipped = runs.flatMap((run) => run.results.filter((result) => result.outcome === 'skipped'));
    const title = `${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(skipped.length, 'test')} skipped`;
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, ['skipped', 'reason'], [skipped, maxListed], (result) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_render_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .shortName */ .EU)(result)),
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutText */ .IN)(result.message ?? '', 200)),
    ]);
}
function renderSlowest(runs) {
    const timed = runs
        .flatMap((run) => run.results)
        .filter((result) => (result.durationMs ?? 0) >= slowMs)
        .sort((a, b) => b.durationMs - a.durationMs)
        .slice(0, slowest);
    const title = timed.length === 1 ? 'The slowest test' : `The ${timed.length} slowest tests`;
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, ['test', 'time:'], [timed, slowest], (result) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_render_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .shortName */ .EU)(result)),
        (0,_shared_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(result.durationMs),
    ]);
}
function renderCoverage({ coverage, baseline: before }, source) {
    if (coverage === undefined)
        return [];
    const percent = (0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .lineCoveragePercent */ .Qq)(coverage);
    const old = before?.linesValid ? ((before.linesCovered ?? 0) / before.linesValid) * 100 : undefined;
    const points = old === undefined ? 0 : percent - old;
    const change = Math.abs(points) < 0.05 ? '' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points)`;
    const title = `Coverage: ${percent.toFixed(1)} % of lines${change}, ${(0,_testing_coverage_merge_coverage_js__WEBPACK_IMPORTED_MODULE_1__/* .branchCoveragePercent */ .Yr)(coverage).toFixed(1)} % of branches`;
    const share = (covered, valid) => valid === 0 ? '' : `${((covered / valid) * 100).toFixed(0)} %`;
    const files = coverage.files.toSorted((a, b) => b.linesValid - b.linesCovered - (a.linesValid - a.linesCovered));
    return (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, ['file', 'lines missed:', 'lines:', 'branches:'], [files, maxListed], (file) => [
        (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .linkPlace */ .yG)({ file: file.path }, source),
        String(file.linesValid - file.linesCovered),
        share(file.linesCovered, file.linesValid),
        share(file.branchesCovered, file.branchesValid),
    ]);
}


/***/ })

};

export const id = 292;
export const ids = [292];
export const modules = {

/***/ 9292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCommentAction: () => (/* binding */ runCommentAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6058);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7934);
/* harmony import */ var _github_actions_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8678);
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1820);
/* harmony import */ var _github_pull_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7353);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2918);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8835);
/* harmony import */ var _run_entry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(533);
/* harmony import */ var _job_publish_comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3676);
/* harmony import */ var _report_model_read_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7218);











/** Posts the reports that other jobs left as artifacts, in a `workflow_run` or a later job. Gives the exit code: 1 only for wrong inputs. */
function runCommentAction() {
    const log = new _github_actions_log_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionsLog */ .I();
    return (0,_run_entry_js__WEBPACK_IMPORTED_MODULE_7__/* .runEntry */ .C)(log, () => postComment(log, process.env));
}
async function postComment(log, env) {
    const { report, mode, token } = readInputs();
    const apiUrl = (0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .apiUrlOf */ .po)(env);
    const { reports, warnings } = await (0,_report_model_read_report_js__WEBPACK_IMPORTED_MODULE_9__/* .readReports */ .o)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(env['GITHUB_WORKSPACE'] ?? '.', report), _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4('prefix'));
    for (const warning of warnings)
        log.warning(warning);
    if (reports.length === 0) {
        log.warning(`No comment: there is no report.json in ${report}.`);
        return 0;
    }
    const found = await findPullRequest(token, apiUrl, env, log);
    const url = await (0,_job_publish_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .publishComment */ .p)(log, found, { reports, mode, token, apiUrl, job: 'without an image' });
    if (url !== undefined)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH('comment-url', url);
    return 0;
}
/** The inputs. Throws a UserError that names each one which is wrong. */
function readInputs() {
    const [report = '', mode = '', token = ''] = ['report', 'comment', 'github-token'].map((name) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4(name));
    const problems = new _shared_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .Problems */ .Zw();
    if (report === '')
        problems.add('report', 'name a report.json, or a folder that has some.');
    if (token === '')
        problems.add('github-token', 'is empty; without this input it is the token of the job.');
    const isMode = mode === 'auto' || mode === 'changes';
    if (!isMode)
        problems.add('comment', `"${mode}" is not one of auto, changes.`);
    problems.throwIfAny();
    return { report, mode: isMode ? mode : 'auto', token };
}
async function findPullRequest(token, apiUrl, env, log) {
    try {
        // In the run of the pull request itself, where another job than the one that built writes the comment.
        if ((0,_github_pull_request_js__WEBPACK_IMPORTED_MODULE_4__/* .isPullRequest */ .r0)(env))
            return await (0,_github_pull_request_js__WEBPACK_IMPORTED_MODULE_4__/* .readPullRequest */ .DQ)(env);
        const api = await (0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .connectToGitHub */ .tZ)({ url: apiUrl, token });
        return await (0,_github_pull_request_js__WEBPACK_IMPORTED_MODULE_4__/* .findPullRequestOfRun */ .y8)(api, await (0,_shared_schema_values_js__WEBPACK_IMPORTED_MODULE_5__/* .readFileAs */ .TW)(valibot__WEBPACK_IMPORTED_MODULE_10__/* .unknown */ .L5J(), env['GITHUB_EVENT_PATH']));
    }
    catch (error) {
        log.warning(`The pull-request comment is lost: ${(0,_github_api_js__WEBPACK_IMPORTED_MODULE_3__/* .describeTrouble */ .LC)(error, { isFork: false })}.`);
        return { kind: 'none' };
    }
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

export const id = 643;
export const ids = [643];
export const modules = {

/***/ 9643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommentAction: () => (/* binding */ runCommentAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/github/actions-log.js
var actions_log = __webpack_require__(8678);
// EXTERNAL MODULE: ./lib/src/github/api.js
var github_api = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/src/github/comment/describe-trouble.js
var describe_trouble = __webpack_require__(7043);
// EXTERNAL MODULE: ./lib/src/github/pull-request.js
var pull_request = __webpack_require__(7353);
;// CONCATENATED MODULE: ./lib/src/github/workflow-run.js

const commit = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40,64}$/));
const repository = dist/* looseObject */._H3({ full_name: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\w.-]+\/[\w.-]+$/)) });
/** What GitHub itself says of the run that ended; nothing in it comes from an artifact. */
const eventSchema = dist/* looseObject */._H3({
    workflow_run: dist/* looseObject */._H3({
        id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()),
        run_attempt: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()), 1),
        event: dist/* string */.YjP(),
        path: dist/* string */.YjP(),
        html_url: dist/* string */.YjP(),
        head_sha: commit,
        head_branch: dist/* string */.YjP(),
        head_repository: repository,
    }),
    repository,
});
const pullsSchema = dist/* array */.YOg(dist/* looseObject */._H3({
    number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()),
    head: dist/* looseObject */._H3({ sha: commit, ref: dist/* string */.YjP(), repo: dist/* nullish */.cl6(repository) }),
}));
/**
 * Finds the open pull request of the run that a `workflow_run` event is about, by its head repository, branch and commit: the event
 * lists none for forks. A commit that is no longer the branch's newest is told of by its own run. Throws an ApiTrouble.
 */
async function findPullRequestOfRun(api, event) {
    const parsed = dist/* safeParse */.xLC(eventSchema, event);
    if (!parsed.success)
        return { kind: 'none', reason: 'this is not the event workflow_run, which names the run that ended' };
    const { workflow_run: run, repository: base } = parsed.output;
    if (run.event !== 'pull_request')
        return { kind: 'none', reason: `the run was started by ${run.event}` };
    const source = run.head_repository.full_name;
    const { data } = await api.request(`GET /repos/${base.full_name}/pulls`, {
        ...{ state: 'open', per_page: 100 },
        head: `${source.split('/')[0] ?? ''}:${run.head_branch}`,
    });
    const pull = dist/* parse */.qgA(pullsSchema, data)
        .find(({ head }) => head.sha === run.head_sha && head.repo?.full_name === source);
    if (pull === undefined)
        return {
            kind: 'none',
            reason: 'no open pull request has that commit as its newest; a later push has its own run',
        };
    return {
        kind: 'found',
        pullRequest: {
            ...{ repository: base.full_name, number: pull.number, commit: run.head_sha },
            // The same file as GITHUB_WORKFLOW_REF names in that run, so that both write one comment.
            workflow: run.path.split('@')[0] ?? run.path,
            ...{ run: run.id, attempt: run.run_attempt, url: run.html_url },
            // Who writes here has a token that may write.
            isFork: false,
        },
    };
}

// EXTERNAL MODULE: ./lib/src/shared/json.js
var json = __webpack_require__(2630);
// EXTERNAL MODULE: ./lib/src/shared/help/help-link.js + 2 modules
var help_link = __webpack_require__(5855);
// EXTERNAL MODULE: ./lib/src/job/publish-comment.js + 7 modules
var publish_comment = __webpack_require__(5413);
// EXTERNAL MODULE: ./lib/src/report/model/read-report.js
var read_report = __webpack_require__(7218);
;// CONCATENATED MODULE: ./lib/src/entries/comment.js












/**
 * Runs as a step of a `workflow_run` workflow, or of a later job of the same run: posts the reports that other jobs left as
 * artifacts. Gives the exit code, which is 1 only for wrong inputs: trouble with the comment is a warning.
 */
async function runCommentAction(env = process.env) {
    const log = new actions_log/* ActionsLog */.I();
    const [report, mode, token] = ['report', 'comment', 'github-token'].map((name) => core/* getInput */.V4(name));
    if (!report || !token || (mode !== 'auto' && mode !== 'changes')) {
        const message = 'Give report a path, github-token a token, and comment one of auto, changes.';
        log.error((0,help_link/* withHelp */.il)(message, 'Wrong input'), { title: 'Wrong input' });
        return 1;
    }
    const apiUrl = (0,github_api/* apiUrlOf */.po)(env);
    const { reports, warnings } = await (0,read_report/* readReports */.o)((0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] ?? '.', report));
    for (const warning of warnings)
        log.warning(warning);
    if (reports.length === 0) {
        log.warning(`No comment: there is no report.json in ${report}.`);
        return 0;
    }
    const found = await findPullRequest(token, apiUrl, env, log);
    if (found.kind === 'none') {
        if (found.reason !== undefined)
            log.info(`No comment: ${found.reason}.`);
        return 0;
    }
    const { pullRequest } = found;
    const job = 'without an image';
    const posted = await (0,publish_comment/* postComment */.G)({ pullRequest, reports, mode, token, apiUrl, job, now: new Date() });
    if (posted.kind === 'lost')
        log.warning(posted.warning);
    if (posted.kind === 'posted')
        core/* setOutput */.uH('comment-url', posted.url);
    return 0;
}
async function findPullRequest(token, apiUrl, env, log) {
    try {
        // In the run of the pull request itself, where another job than the one that built writes the comment.
        if ((0,pull_request/* isPullRequest */.r)(env))
            return await (0,pull_request/* readPullRequest */.D)(env);
        const api = await (0,github_api/* connectToGitHub */.tZ)({ url: apiUrl, token });
        return await findPullRequestOfRun(api, await (0,json/* readFileAs */.T)(dist/* unknown */.L5J(), env['GITHUB_EVENT_PATH']));
    }
    catch (error) {
        log.warning(`The pull-request comment is lost: ${(0,describe_trouble/* describeTrouble */.L)(error, { isFork: false })}.`);
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
/* harmony import */ var _shared_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9967);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(286);





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
                reason: `it has ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(size)}; at most ${(0,_shared_format_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSize */ .X)(maxBytes)} are read`,
            };
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(_report_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .reportSchema */ .Q, JSON.parse(await handle.readFile('utf8')), { abortEarly: true });
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
/**
 * Reads a report.json, or those in a folder, which a stranger may have written: only regular files of that name, no link is
 * followed, sizes and their number are capped, and each has to have the form of the schema.
 */
async function readReports(path) {
    const found = await findReports(path, 0);
    const files = found.slice(0, maxFiles);
    const read = { reports: [], warnings: [] };
    if (found.length > maxFiles)
        read.warnings.push(`Only the first ${maxFiles} reports were read.`);
    for (const [index, file] of files.entries()) {
        const found = await readReport(file, maxBytes);
        if (found.kind === 'report')
            read.reports.push(found.report);
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

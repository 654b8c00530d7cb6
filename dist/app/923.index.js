export const id = 923;
export const ids = [923];
export const modules = {

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

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LC: () => (/* binding */ describeTrouble),
/* harmony export */   VV: () => (/* binding */ describeReadTrouble),
/* harmony export */   oK: () => (/* binding */ ApiTrouble),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   tZ: () => (/* binding */ connectToGitHub)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5831);
/* harmony import */ var _shared_help_link_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6684);



/** Why GitHub did not do what was asked; `status` is undefined where it gave no answer. */
class ApiTrouble extends Error {
    status;
    constructor(message, status, cause) {
        super(message, { cause });
        this.name = 'ApiTrouble';
        this.status = status;
    }
}
/** Longer than this nobody's job waits for a rate limit to end. */
const maxRetryAfterSeconds = 30;
/** Whom the runner's own token writes as. */
const actionsBot = 'github-actions[bot]';
/** Loads the client, which few jobs need. Failed reads and 5xx are tried three times; a rate limit is waited for once, if it ends within 30 s. */
async function connectToGitHub(options) {
    const { url, token, deadlineMs = 45_000, retryMs = 1000 } = options;
    const [{ getOctokit }, { retry }] = await Promise.all([
        __webpack_require__.e(/* import() */ 758).then(__webpack_require__.bind(__webpack_require__, 1758)),
        __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 9735)),
    ]);
    const octokit = getOctokit(token, {
        baseUrl: url,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        retry: {
            retries: 2,
            retryAfterBaseValue: retryMs,
            doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
        },
    }, retry);
    const withTrouble = async (work) => {
        const signal = AbortSignal.timeout(deadlineMs);
        try {
            return await afterLimit(() => work(signal), signal);
        }
        catch (error) {
            if (signal.aborted)
                throw new ApiTrouble(`no answer within ${deadlineMs / 1000} s`, undefined, error);
            throw toTrouble(error);
        }
    };
    return {
        request: (route, parameters) => withTrouble(async (signal) => {
            const answer = await octokit.request(route, { ...parameters, request: { signal } });
            return { status: answer.status, data: answer.data, headers: answer.headers };
        }),
        viewer: async () => {
            try {
                const asked = await withTrouble((signal) => octokit.graphql('{ viewer { login } }', { request: { signal } }));
                const login = asked.viewer?.login;
                return typeof login === 'string' && login !== '' ? login : actionsBot;
            }
            catch (error) {
                if (error instanceof ApiTrouble && error.status === undefined)
                    throw error;
                // Whoever may not ask who they are is no person.
                return actionsBot;
            }
        },
    };
}
/** Does the work, and where a rate limit refuses it that ends soon, once more after that. */
async function afterLimit(work, signal) {
    try {
        return await work();
    }
    catch (error) {
        const seconds = secondsToLimitEnd(error);
        if (seconds === undefined || seconds > maxRetryAfterSeconds)
            throw error;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000, undefined, { signal });
        return await work();
    }
}
/** When a rate limit ends, as GitHub or a proxy in front of it says; undefined where the answer is none, or does not say when. */
function secondsToLimitEnd(error) {
    const { status, response } = error;
    if (response === undefined || (status !== 403 && status !== 429))
        return undefined;
    const { headers } = response;
    const read = (name) => Number(headers[name] ?? NaN);
    // Both times are GitHub's, so that a runner's clock says nothing.
    const now = Date.parse(String(headers['date'] ?? '')) / 1000;
    const reset = read('x-ratelimit-remaining') === 0 ? read('x-ratelimit-reset') - now + 1 : NaN;
    return [read('retry-after'), reset].find((seconds) => seconds >= 0);
}
function ignore() {
    // Octokit prints on the console, where the runner would read it.
}
function toTrouble(error) {
    if (error instanceof ApiTrouble)
        return error;
    const { status, response, message } = error;
    const words = typeof message === 'string' ? message : String(error);
    // Octokit gives 500 to what never got an answer, and no status to an answer of GraphQL that is an error.
    const answered = typeof status === 'number' ? status : 200;
    return new ApiTrouble(words, response === undefined ? undefined : answered, error);
}
/** Where the API of this run's GitHub is; a GitHub Enterprise Server has another one. */
function apiUrlOf(env) {
    return env['GITHUB_API_URL'] ?? 'https://api.github.com';
}
/** Words why the API did not write what was asked, with the way out where there is one. */
function describeTrouble(error, { isFork }) {
    const { status, said, words } = describeAny(error);
    if (words !== undefined)
        return words;
    if (status === 403 && /\blocked\b/i.test(said))
        return `the conversation of the pull request is locked (${said})`;
    if (status === 403 && isFork)
        return ('the token of a pull request from a fork may only read; a workflow_run workflow with the action in comment/ can ' +
            `post it, see ${(0,_shared_help_link_js__WEBPACK_IMPORTED_MODULE_1__/* .docsLink */ ._h)('guides/forks.md')}`);
    // What is not named in a job's permissions is taken from its token.
    const wayOut = 'give the job permissions: { contents: read, pull-requests: write }, or set comment: off';
    if (status === 403)
        return `the token may not write comments (${said}); ${wayOut}`;
    // To a token that may not look there, a pull request of a private repository is not there.
    if (status === 404)
        return `GitHub answered 404 (${said}), as it does to a token that may not look there; ${wayOut}`;
    return `GitHub answered ${status} (${said})`;
}
/** Words why the API did not tell what was asked; `permission` is the one that the job needs for it. */
function describeReadTrouble(error, permission) {
    const { status, said, words } = describeAny(error);
    if (words !== undefined)
        return words;
    // To a token that may not look there, what a private repository has is not there.
    const wayOut = status === 403 || status === 404 ? `; the job needs the permission ${permission}` : '';
    return `GitHub answered ${status} (${said})${wayOut}`;
}
/** What is the same for reading and writing; without `words` it is the status that tells. */
function describeAny(error) {
    if (!(error instanceof ApiTrouble)) {
        const why = error instanceof Error ? oneLine(error.message) : 'no error';
        return { status: 0, said: why, words: `GitHub’s answer is not understood (${why})` };
    }
    const { status } = error;
    const said = oneLine(error.message);
    if (status === undefined)
        return { status: 0, said, words: said };
    if (status === 429 || (status === 403 && /rate limit/i.test(said)))
        return { status, said, words: `GitHub’s rate limit is reached, and does not end within 30 s (${said})` };
    if (status === 401)
        return { status, said, words: `GitHub does not know the token (${said}); look at the input github-token` };
    return { status, said };
}
function oneLine(words) {
    return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanLogLine */ .Sr)(words.replace(/\s+/g, ' ').trim()).slice(0, 300);
}


/***/ }),

/***/ 7353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ readPullRequest),
/* harmony export */   r0: () => (/* binding */ isPullRequest),
/* harmony export */   y8: () => (/* binding */ findPullRequestOfRun)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5349);
/* harmony import */ var _inputs_run_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2621);
/* harmony import */ var _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2918);




/** What can stand for a repository in a path of the API. */
const repositoryName = /^[\w.-]+\/[\w.-]+$/;
/** Whether this run is one for a pull request. */
function isPullRequest(env) {
    return (env['GITHUB_EVENT_NAME'] ?? '').startsWith('pull_request');
}
/** Reads from the runner's variables and the event file which pull request this run is about. Never throws. */
async function readPullRequest(env) {
    if (!isPullRequest(env))
        return { kind: 'none' };
    const { number, state, head } = (await (0,_inputs_run_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvent */ .j)(env)).pull_request ?? {};
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (number === undefined || !(0,_git_git_js__WEBPACK_IMPORTED_MODULE_0__/* .isCommit */ .WM)(head?.sha ?? '') || !repositoryName.test(repository))
        return { kind: 'none', reason: 'the event does not name its pull request' };
    if (state === 'closed')
        return { kind: 'none', reason: 'the pull request is closed' };
    return {
        kind: 'found',
        pullRequest: {
            ...{ repository, number, commit: head?.sha ?? '' },
            workflow: workflowFile(env),
            run: Number(env['GITHUB_RUN_ID'] ?? 0),
            attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
            url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
            isFork: head?.repo?.full_name !== repository,
        },
    };
}
/** `.github/workflows/ci.yml`, from `acme/shop/.github/workflows/ci.yml@refs/…`; the workflow's name where there is none. */
function workflowFile(env) {
    const [path = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@');
    const file = path.split('/').slice(2).join('/');
    return file === '' ? (env['GITHUB_WORKFLOW'] ?? '') : file;
}
const repository = valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ full_name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(repositoryName)) });
/** What GitHub itself says of the run that ended; nothing in it comes from an artifact. */
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    workflow_run: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
        id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeInteger */ .Y2b()),
        run_attempt: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeInteger */ .Y2b()), 1),
        event: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        path: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        html_url: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        head_sha: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .commit */ .cd,
        head_branch: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        head_repository: repository,
    }),
    repository,
});
const pullsSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    number: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeInteger */ .Y2b()),
    head: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ sha: _shared_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .commit */ .cd, ref: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(repository) }),
}));
/**
 * Finds the open pull request of the run that a `workflow_run` event is about, by its head repository, branch and commit: the event
 * lists none for forks. A commit that is no longer the branch's newest is told of by its own run. Throws an ApiTrouble.
 */
async function findPullRequestOfRun(api, event) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(eventSchema, event);
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
    const pull = valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(pullsSchema, data)
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


/***/ }),

/***/ 3676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ publishComment)
});

// UNUSED EXPORTS: postComment

// EXTERNAL MODULE: ./lib/src/github/api.js
var github_api = __webpack_require__(1820);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./lib/src/github/share-comment.js



const patience = { deadlineMs: 120_000, waitMs: 1_000 };
/** An edit that begins later than this after the lock was taken might end after the lock went stale. */
const maxHoldMs = 10_000;
/**
 * Brings the one comment of a pull request up to date while other jobs do the same: under a lock, from what stands there then, and again where that was lost
 * all the same. Of two comments made at once the one with the lowest id takes over. Throws an ApiTrouble.
 */
async function writeComment(api, thread, compose, { deadlineMs, waitMs } = patience) {
    const { repository, number } = thread;
    const endsAt = performance.now() + deadlineMs;
    const author = await api.viewer();
    const list = () => listOwnComments(api, thread, author);
    let made;
    let kind = 'unchanged';
    for (let round = 0;; round += 1) {
        const listed = await list();
        // A list may be older than what was just made.
        const own = listed.length === 0 && made !== undefined ? [made] : listed;
        const [first] = own;
        const body = compose(own.map((comment) => comment.body));
        if (body === undefined)
            return { kind: 'none' };
        if (first === undefined) {
            const { data } = await api.request(`POST /repos/${repository}/issues/{issue_number}/comments`, {
                issue_number: number,
                body,
            });
            made = dist/* parse */.qgA(commentSchema, data);
            kind = 'written';
            continue;
        }
        if (own.length === 1 && body === first.body)
            return { kind, url: first.url };
        const edited = await editLocked(api, thread, first, compose, list);
        if (edited === 'edited')
            kind = 'written';
        if (performance.now() > endsAt)
            throw new github_api/* ApiTrouble */.oK('other jobs kept the comment locked', undefined, undefined);
        if (edited === 'held')
            await (0,promises_.setTimeout)(waitMs * Math.min(2 ** round, 4) * (0.5 + Math.random()));
    }
}
async function editLocked(api, { repository }, first, compose, list) {
    const lock = await tryLock(api, repository, first.id);
    if (lock.kind === 'held')
        return 'held';
    if (lock.kind === 'gone')
        return 'again';
    try {
        const own = await list();
        const body = compose(own.map((comment) => comment.body));
        if (own[0]?.id !== first.id || body === undefined)
            return 'again';
        if (performance.now() - lock.takenAt > maxHoldMs)
            return 'again';
        const comments = `/repos/${repository}/issues/comments/{comment_id}`;
        if (body !== own[0].body) {
            if (!(await unlessGone(api.request(`PATCH ${comments}`, { comment_id: first.id, body }))))
                return 'again';
        }
        for (const { id } of own.slice(1))
            await unlessGone(api.request(`DELETE ${comments}`, { comment_id: id }));
        return 'edited';
    }
    finally {
        // One that could not be given back goes stale within a minute.
        await lock.release().catch(() => undefined);
    }
}
/** GitHub allows one reaction of a kind per user, and tells whether it was there: the only test-and-set that comments have. */
const reaction = 'eyes';
/** Whoever holds it for longer has died. */
const staleMs = 60_000;
const reactionSchema = dist/* looseObject */._H3({
    id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()),
    created_at: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX()),
});
/** Tries once to take the lock of a comment: 201 is taken, 200 is held by somebody; one from over a minute ago is taken away. */
async function tryLock(api, repository, commentId) {
    const reactions = `/repos/${repository}/issues/comments/{comment_id}/reactions`;
    const remove = (id) => unlessGone(api.request(`DELETE ${reactions}/{reaction_id}`, { comment_id: commentId, reaction_id: id }));
    try {
        const takenAt = performance.now();
        const answer = await api.request(`POST ${reactions}`, { comment_id: commentId, content: reaction });
        const { id, created_at: createdAt } = dist/* parse */.qgA(reactionSchema, answer.data);
        if (answer.status === 201)
            return {
                kind: 'taken',
                takenAt,
                release: async () => {
                    await remove(id);
                },
            };
        // Both times are GitHub's, so that a runner's clock says nothing.
        const now = Date.parse(String(answer.headers['date'] ?? ''));
        // By its id: if another one took the stale lock away in the meantime, this takes away nothing.
        if (now - Date.parse(createdAt) > staleMs)
            await remove(id);
        return { kind: 'held' };
    }
    catch (error) {
        if (error instanceof github_api/* ApiTrouble */.oK && error.status === 404)
            return { kind: 'gone' };
        throw error;
    }
}
/** Whether the thing was there. */
async function unlessGone(work) {
    try {
        await work;
        return true;
    }
    catch (error) {
        if (error instanceof github_api/* ApiTrouble */.oK && error.status === 404)
            return false;
        throw error;
    }
}
const pageSize = 100;
/** More comments than this nobody reads, and neither do we. */
const maxPages = 50;
const commentSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()),
    body: dist/* nullish */.cl6(dist/* string */.YjP(), ''),
    html_url: dist/* string */.YjP(),
    user: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })),
}), dist/* transform */.pdi(({ html_url: url, body, ...rest }) => ({
    ...rest,
    url,
    body: body.replaceAll('\r\n', '\n').trimEnd(),
})));
/** All comments with the marker, the lowest id first, that the token's own user wrote: somebody else's with the same line is left alone. */
async function listOwnComments(api, { repository, number, marker }, author) {
    const own = [];
    for (let page = 1; page <= maxPages; page += 1) {
        const { data } = await api.request(`GET /repos/${repository}/issues/{issue_number}/comments`, {
            issue_number: number,
            per_page: pageSize,
            page,
        });
        const comments = dist/* parse */.qgA(dist/* array */.YOg(commentSchema), data);
        own.push(...comments.filter(({ user, body }) => isAuthor(user, author) && body.startsWith(marker)));
        if (comments.length < pageSize)
            break;
    }
    return own.sort((a, b) => a.id - b.id);
}
function isAuthor(user, author) {
    // What REST calls `name[bot]`, GraphQL may call `name`.
    return user?.login === author || (user?.type === 'Bot' && user.login === `${author}[bot]`);
}

// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/report/text/sentences.js
var sentences = __webpack_require__(9879);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var text_headline = __webpack_require__(8997);
// EXTERNAL MODULE: ./lib/src/report/summary/render-advice.js
var render_advice = __webpack_require__(7929);
// EXTERNAL MODULE: ./lib/src/report/summary/render-failures.js
var render_failures = __webpack_require__(7778);
// EXTERNAL MODULE: ./lib/src/report/summary/render-problems.js
var render_problems = __webpack_require__(5761);
// EXTERNAL MODULE: ./lib/src/report/summary/render-summary.js + 3 modules
var render_summary = __webpack_require__(2630);
// EXTERNAL MODULE: ./lib/src/report/summary/render-size.js
var render_size = __webpack_require__(8632);
// EXTERNAL MODULE: ./lib/src/report/summary/render-tests.js
var render_tests = __webpack_require__(3096);
;// CONCATENATED MODULE: ./lib/src/report/comment/comment-section.js














const headSchema = dist/* object */.Ikc({
    /** Image, stage and Dockerfile: of each there is one section. */
    key: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* maxLength */.Ru6(600)),
    run: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)),
    attempt: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(0)),
    commit: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{7,64}$/)),
    /** Of the run, with its summary. */
    url: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^https?:\/\/[\w.:/%-]+$/)),
    /** Hash of the facts without times: the same again needs no edit. */
    digest: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{16,64}$/)),
});
const comment_section_name = 'dotnet-container';
const detailsMark = `<!-- ${comment_section_name}:details -->`;
const end = `<!-- ${comment_section_name}:end -->`;
const sectionPattern = new RegExp(`<!-- ${comment_section_name}:section ([\\w-]+) -->\\n([\\s\\S]*?)\\n${end}`, 'g');
/** The first line of a workflow's comment. */
function commentMarker(workflow) {
    return `<!-- ${comment_section_name}:comment ${Buffer.from(workflow).toString('base64url')} -->`;
}
/** Writes a section; `isCurrent`: it is of the commit that the newest run is about. */
function renderSection(section, isCurrent) {
    const { head, details: parts, ...about } = section;
    const { key, run, attempt, commit, url, digest } = about;
    const kept = Buffer.from(JSON.stringify({ key, run, attempt, commit, url, digest })).toString('base64url');
    const stale = isCurrent ? '' : '⏳ Of an earlier commit; the newest one has no result for this image yet: ';
    return [
        `<!-- ${comment_section_name}:section ${kept} -->`,
        [head, ...parts].map(withoutMarks).map(markdown/* withWholeNumbers */.Wt).join(`\n\n${detailsMark}\n`),
        // After an empty line: right below `</details>` GitHub would take the link for HTML, and show its brackets.
        `${end}\n`,
        `<sub>${stale}commit ${(0,markdown/* code */.aY)(commit.slice(0, 7))} · [run and summary](${url})</sub>`,
    ].join('\n');
}
/** Reads the sections of a comment; what is not one, or was changed by hand so that it is none, is left out. */
function parseSections(body) {
    return [...body.matchAll(sectionPattern)].flatMap(([, kept = '', text = '']) => {
        const about = (0,schema_values/* parseAs */.gf)(headSchema, Buffer.from(kept, 'base64url').toString());
        if (about === undefined)
            return [];
        const [head = '', ...parts] = text.split(`\n\n${detailsMark}\n`);
        return [{ ...about, head, details: parts }];
    });
}
/** Texts of a test may say what our marks say; then they must not be some. */
function withoutMarks(markdown) {
    return markdown.replaceAll(`<!-- ${comment_section_name}:`, `<!-- ${comment_section_name}\u200b:`);
}
const maxWarnings = 10;
/** A longer text on what failed is folded, so that details give way to it where the comment is full. */
const maxOpenLength = 1_500;
/** What differs between two runs of the same thing. */
const comment_section_volatile = new Set([
    'durationMs',
    'memoryBytes',
    'logLines',
    'createdAt',
    'steps',
    'digest',
    'manifestDigest',
    'configDigest',
    'layersRead',
]);
/** An image's section: the answer, why the size changed or the job failed, the failed tests; the rest folded. `shownName` is its name among several. */
function renderSectionOf(job, run, jobName, now, shownName = job.imageKey) {
    // Of a report that a fork wrote, the links lead where its run says.
    const repository = run.url.replace(/\/actions\/runs\/.*$/, '');
    const report = { ...job, source: { ...job.source, repository, commit: run.commit } };
    const { imageKey, file, target, warnings } = report;
    const facts = JSON.stringify(job, (key, value) => (comment_section_volatile.has(key) ? undefined : value));
    const headline = (0,text_headline/* readHeadline */.ly)(report);
    const about = shownName === '' ? '' : `${(0,markdown/* code */.aY)((0,shared_text/* cutText */.IN)(shownName, 120))}: `;
    const heading = `### ${markdown/* marks */.Z8[headline.state]} ${about}${(0,markdown/* text */.Qq)((0,shared_text/* cutText */.IN)(headline.text, 300))}`;
    const problems = (0,render_problems/* renderProblems */.x)(report);
    const isShort = problems.join('').length <= maxOpenLength && !problems.some((part) => part.includes('```'));
    const shownWarnings = warnings.slice(0, maxWarnings).map((warning) => `> ⚠️ ${(0,markdown/* text */.Qq)(warning)}`);
    return {
        ...run,
        key: (0,shared_text/* cutText */.IN)(imageKey === '' ? `job ${jobName}` : `${imageKey}#${target} ${file}`, 500),
        digest: (0,external_node_crypto_.createHash)('sha256').update(facts).digest('hex').slice(0, 32),
        head: (0,format/* joinParts */.nn)('\n\n', [
            heading,
            ...(isShort ? problems : []),
            (0,render_failures/* listFailures */.As)(report),
            (0,render_summary/* renderReason */.J)(report, now),
            (0,sentences/* describeSmoke */.XJ)(report, markdown/* code */.aY),
        ]),
        details: [
            ...(isShort ? [] : [(0,markdown/* details */.zH)('Why it failed', problems.join('\n\n'), true)]),
            ...(0,render_failures/* renderMessages */.dg)(report),
            ...fold('Size', (0,render_size/* renderSize */.q)(report)),
            ...fold('Tests', (0,render_tests/* renderTests */.C)(report)),
            ...(0,render_advice/* renderAdvice */.x)(report),
            ...fold((0,format/* plural */.LS)(warnings.length, 'warning'), shownWarnings),
        ],
    };
}
/** Whether there is something that a reviewer has to see: the job fails, or the size changed by more than min-change. */
function isNotable({ problems, comparison, platforms = [] }) {
    const changes = [comparison, ...platforms].map((one) => one?.isBelowMinChange);
    return problems.length > 0 || changes.includes(false);
}
function fold(title, parts) {
    return parts.length === 0 ? [] : [(0,markdown/* details */.zH)(title, parts.join('\n\n'))];
}

;// CONCATENATED MODULE: ./lib/src/report/comment/comment-body.js





/** Below the 65,536 characters that GitHub takes (422 for more), counted in UTF-16 units, of which there are never fewer. */
const maxLength = 65_000;
/** What stands where a section's details found no room; always the same, so that it stands there once. */
const leftOut = 'There is more in the summary of the run.';
const byName = new Intl.Collator('en', { numeric: true });
/** The comment, from those that are there, with these sections put in or brought up to date; what has everything comes back as it was. */
function composeComment(marker, bodies, sections) {
    const known = onePerImage(bodies.flatMap(parseSections));
    const kept = onePerImage([...withoutOutdated(known, sections), ...sections]);
    return fit(marker, kept.sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)) ||
        byName.compare(a.key, b.key) ||
        (a.key < b.key ? -1 : 1)));
}
/** Of several images one line over all, with the names of those that failed. */
function renderOverall(sections) {
    if (sections.length < 2)
        return [];
    const failed = sections.filter(hasFailed);
    const names = failed.map(({ head, key }) => /<code>.*?<\/code>/.exec(head)?.[0] ?? (0,markdown/* code */.aY)(key));
    if (failed.length > 0)
        return [(0,text_headline/* renderFailed */.g9)(names, sections.length)];
    const isUncertain = sections.some(({ head }) => head.startsWith(`### ${markdown/* marks */.Z8.warning} `));
    return [
        isUncertain
            ? `## ${markdown/* marks */.Z8.warning} ${sections.length} images, some of them without tests`
            : `## ${markdown/* marks */.Z8.good} All ${sections.length} images passed`,
    ];
}
/** Writes everything; where that is too long, details go first, from the longest section, by rows, then by parts. */
function fit(marker, sections) {
    const current = newestOf(sections)?.commit;
    const left = sections.map((section) => ({ ...section, details: [...section.details] }));
    const overall = renderOverall(sections);
    const renderAll = () => [
        marker,
        ...overall,
        ...left.map((one) => renderSection(one, one.commit === current)),
    ];
    const render = () => renderAll().join('\n\n');
    for (;;) {
        const excess = render().length - maxLength;
        if (excess <= 0)
            return render();
        const [longest] = [...left].sort((a, b) => lengthOf(b) - lengthOf(a));
        if (longest === undefined || lengthOf(longest) === 0)
            break;
        shorten(longest, excess);
    }
    for (const section of left)
        section.head = (0,shared_text/* cutText */.IN)(section.head.split('\n', 1)[0] ?? '', 300);
    const texts = renderAll();
    const all = texts.length;
    let length = texts.reduce((sum, text) => sum + text.length + 2, 100);
    while (length > maxLength)
        length -= (texts.pop()?.length ?? 0) + 2;
    const note = `… and ${(0,format/* plural */.LS)(all - texts.length, 'more image')}; their runs have summaries of them.`;
    return [...texts, ...(texts.length < all ? [note] : [])].join('\n\n');
}
/** Takes something off the last part of a section that can become shorter. */
function shorten(section, excess) {
    const parts = section.details.filter((part) => part !== leftOut);
    const last = parts.pop();
    const shorter = last === undefined ? undefined : cutAtRow(last, last.length - excess - leftOut.length - 40);
    const kept = [...parts, ...(shorter === undefined ? [] : [shorter])];
    section.details = last === undefined ? [] : [...kept, leftOut];
}
function lengthOf({ details }) {
    return details.reduce((sum, part) => sum + part.length, 0);
}
/** A Markdown part without its last table rows, so that it is no longer than that, its tags closed; undefined where no row can stay. */
function cutAtRow(part, maxLength) {
    const lines = part.split('\n');
    let length = 0;
    let open = 0;
    let fence;
    let rows = 0;
    let cut;
    for (const [index, line] of lines.entries()) {
        length += line.length + 1;
        const mark = /^`{3,}/.exec(line)?.[0];
        if (fence === undefined)
            fence = mark;
        else if (line === fence)
            fence = undefined;
        if (fence !== undefined || mark !== undefined)
            continue;
        open += count(line, /<details\b/g) - count(line, /<\/details>/g);
        if (!isRow(line))
            continue;
        rows += 1;
        const isFirstOfTable = !isRow(lines[index - 1] ?? '') || !isRow(lines[index - 2] ?? '');
        if (!isFirstOfTable && length + closing(open, 9_999).length <= maxLength)
            cut = { lines: index + 1, open, rows };
    }
    if (cut === undefined)
        return undefined;
    return `${lines.slice(0, cut.lines).join('\n')}${closing(cut.open, rows - cut.rows)}`;
}
/** A table's heading and its rule are rows too, but no row of a table stays without them. */
function isRow(line) {
    return line.startsWith('| ') && line.endsWith(' |');
}
function closing(open, rowsLeft) {
    const left = rowsLeft === 0 ? 'more' : `${rowsLeft} more ${rowsLeft === 1 ? 'row' : 'rows'}`;
    return `\n\n… and ${left}${'\n\n</details>'.repeat(open)}`;
}
function count(line, word) {
    return line.match(word)?.length ?? 0;
}
/** Stands where two images would need two sections. */
const twinNote = '> ⚠️ Another job of this run has an image of the same name, which only its summary shows. Give each an `image-key`.';
/** Whether the section's answer is that its job failed. */
function hasFailed({ head }) {
    return head.startsWith(`### ${markdown/* marks */.Z8.bad} `);
}
/** One section of each image, that of its newest run; of two images of one name in a run one, which says so. */
function onePerImage(sections) {
    const known = new Map();
    for (const section of sections) {
        const old = known.get(section.key);
        if (old === undefined)
            known.set(section.key, section);
        else if (areTwins(section, old))
            known.set(section.key, oneOfTwins(section, old));
        else if (outranks(section, old))
            known.set(section.key, section);
    }
    return [...known.values()];
}
/** Two jobs of one run that have images of one name. */
function areTwins(one, other) {
    return one.run === other.run && one.attempt === other.attempt && one.digest !== other.digest;
}
/** Says that there is another one. The failed one stays, else always the same one: their jobs write at the same time. */
function oneOfTwins(...twins) {
    const [one] = twins.sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)) || (a.digest < b.digest ? -1 : 1));
    return one.head.includes(twinNote) ? one : { ...one, head: `${one.head}\n\n${twinNote}` };
}
/** Whether a section replaces another one of the same image: never an older run's, and not one that says the same. */
function outranks(section, old) {
    if (section.run !== old.run ? section.run < old.run : section.attempt < old.attempt)
        return false;
    return section.commit !== old.commit || section.digest !== old.digest;
}
/** The first section of a new commit shows what is no longer built: what the ended runs of the newest one before it did not have. */
function withoutOutdated(known, sections) {
    const newest = newestOf(known);
    const isNewCommit = sections.some(({ run, commit }) => run > (newest?.run ?? 0) && known.every((one) => one.commit !== commit));
    return isNewCommit ? known.filter(({ commit }) => commit === newest?.commit) : [...known];
}
/** The section of the newest run. */
function newestOf(sections) {
    return sections.reduce((newest, one) => (newest === undefined || one.run > newest.run ? one : newest), undefined);
}

// EXTERNAL MODULE: ./lib/src/shared/log.js
var shared_log = __webpack_require__(8932);
;// CONCATENATED MODULE: ./lib/src/job/publish-comment.js





/** Puts a section for each report into the pull request's comment. Never throws: what goes wrong is a warning. */
async function postComment(job) {
    const { pullRequest, reports, mode, token, apiUrl, now, patience } = job;
    const { repository, number, workflow } = pullRequest;
    const marker = commentMarker(workflow);
    const sections = reports.map(({ report, name }) => renderSectionOf(report, pullRequest, job.job, now, name));
    const isQuiet = mode === 'changes' && !reports.some(({ report }) => isNotable(report));
    // One that stands already is kept up to date also when it has nothing new to tell.
    const compose = (bodies) => isQuiet && bodies.length === 0 ? undefined : composeComment(marker, bodies, sections);
    try {
        const api = await (0,github_api/* connectToGitHub */.tZ)({ url: apiUrl, token, retryMs: patience?.waitMs });
        const outcome = await writeComment(api, { repository, number, marker }, compose, patience);
        return outcome.kind === 'none' ? outcome : { kind: 'posted', url: outcome.url };
    }
    catch (error) {
        const why = (0,github_api/* describeTrouble */.LC)(error, pullRequest);
        return {
            kind: 'lost',
            warning: `The pull-request comment is lost: ${why}. The job summary has everything.`,
        };
    }
}
const outcomes = { posted: 'written', none: 'not needed', lost: 'lost' };
/** Writes the comment where there is a pull request, and says in the log what became of it; gives its address. */
async function publishComment(log, found, job) {
    if (found.kind === 'none') {
        if (found.reason !== undefined)
            log.info(`No comment: ${found.reason}.`);
        return undefined;
    }
    const { pullRequest } = found;
    const posted = await (0,shared_log/* runPhase */.PF)(log, 'Comment', () => postComment({ ...job, pullRequest, now: new Date() }), ({ kind }) => outcomes[kind]);
    if (posted.kind === 'lost')
        log.warning(posted.warning);
    return posted.kind === 'posted' ? posted.url : undefined;
}


/***/ })

};

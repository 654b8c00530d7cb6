export const id = 507;
export const ids = [507];
export const modules = {

/***/ 6507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./lib/src/git/remote.js
var remote = __webpack_require__(6055);
// EXTERNAL MODULE: ./lib/src/github/actions-log.js
var actions_log = __webpack_require__(8678);
// EXTERNAL MODULE: ./lib/src/github/api.js
var github_api = __webpack_require__(1820);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
;// CONCATENATED MODULE: ./lib/src/github/repository.js



/** Nobody's job waits longer for what only makes a report better. */
const deadlineMs = 15_000;
/** Commits come by date, so that those of merged branches stand between those of the branch. */
const commitsPerPage = 100;
/** As many as are looked back in a clone. */
const maxAncestors = 50;
const named = dist/* looseObject */._H3({ sha: schema_values/* commit */.cd });
const comparisonSchema = dist/* looseObject */._H3({
    status: dist/* picklist */.KIO(['ahead', 'behind', 'diverged', 'identical']),
    merge_base_commit: named,
});
const commitsSchema = dist/* array */.YOg(dist/* looseObject */._H3({ sha: schema_values/* commit */.cd, parents: dist/* array */.YOg(named) }));
const refsSchema = dist/* array */.YOg(dist/* looseObject */._H3({ ref: dist/* string */.YjP(), object: dist/* looseObject */._H3({ type: dist/* string */.YjP(), sha: schema_values/* commit */.cd }) }));
const tagSchema = dist/* looseObject */._H3({ object: named });
const labelsSchema = dist/* array */.YOg(dist/* looseObject */._H3({ name: dist/* string */.YjP() }));
/** Gives access; the client is loaded with the first question. */
function openRepository({ apiUrl, token, repository, retryMs }) {
    let connected;
    const known = new Map();
    const ask = async (route, parameters, read, permission = 'contents: read') => {
        try {
            connected ??= (0,github_api/* connectToGitHub */.tZ)({ url: apiUrl, token, deadlineMs, retryMs });
            const api = await connected;
            const key = JSON.stringify([route, parameters]);
            const asked = known.get(key) ?? api.request(`GET /repos/${repository}/${route}`, parameters);
            known.set(key, asked);
            return { kind: 'known', value: read((await asked).data) };
        }
        catch (error) {
            return { kind: 'unknown', reason: (0,github_api/* describeReadTrouble */.VV)(error, permission) };
        }
    };
    return {
        relate: (older, newer) => 
        // The second page has the same answer without the patches of three hundred files, which only the first one has.
        ask('compare/{basehead}', { basehead: `${older}...${newer}`, per_page: 1, page: 2 }, readRelation),
        ancestorsOf: (commit) => ask('commits', { sha: commit, per_page: commitsPerPage }, (data) => followFirstParents(commit, data)),
        tagsFrom: (prefix) => ask('git/matching-refs/{+ref}', { ref: `tags/${prefix}` }, readTags),
        commitOf: async ({ object, isAnnotated }) => isAnnotated
            ? ask('git/tags/{tag_sha}', { tag_sha: object }, (data) => dist/* parse */.qgA(tagSchema, data).object.sha)
            : { kind: 'known', value: object },
        labelsOf: (number) => ask('issues/{issue_number}/labels', { issue_number: number, per_page: 100 }, (data) => dist/* parse */.qgA(labelsSchema, data).map(({ name }) => name), 'pull-requests: read'),
    };
}
/** The newest commit that both grew from, and whether that is the older one. */
function readRelation(data) {
    const { status, merge_base_commit: base } = dist/* parse */.qgA(comparisonSchema, data);
    return { mergeBase: base.sha, isAncestor: status === 'ahead' || status === 'identical' };
}
function readTags(data) {
    return dist/* parse */.qgA(refsSchema, data).map(({ ref, object }) => ({
        name: ref.replace(/^refs\/tags\//, ''),
        object: object.sha,
        isAnnotated: object.type === 'tag',
    }));
}
function followFirstParents(commit, listed) {
    const parents = new Map(dist/* parse */.qgA(commitsSchema, listed).map((one) => [one.sha, one.parents[0]?.sha]));
    const followed = [];
    for (let at = commit; at !== undefined; at = parents.get(at)) {
        if (followed.length === maxAncestors)
            break;
        followed.push(at);
    }
    return followed;
}

// EXTERNAL MODULE: ./lib/src/git/checkout.js
var git_checkout = __webpack_require__(9721);
// EXTERNAL MODULE: ./lib/src/store/record-store.js
var record_store = __webpack_require__(6727);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
;// CONCATENATED MODULE: ./lib/src/github/base-commit.js

/** Finds the base commit of what is built, where its history is looked up from, and the branches that know it. */
async function findBaseCommit(name, env, event, { checkout, github }) {
    const [parent] = checkout.parents;
    const { GITHUB_SHA: commit, GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch = '' } = env;
    const built = checkout.commit ?? commit;
    const defaultBranch = event.repository?.default_branch ?? '';
    if (name.startsWith('pull_request')) {
        const base = await readPullRequestBase(event, { checkout, github });
        // What it goes into may be another pull request's branch, which nothing is measured on.
        return {
            ...{ grewFrom: base.grewFrom, lookFrom: base.grewFrom },
            branches: [env['GITHUB_BASE_REF'] ?? '', defaultBranch],
            warnings: [...(base.warnings ?? []), ...(isBaseAlone(name, event, built, commit) ? [baseAlone] : [])],
        };
    }
    if (name === 'merge_group') {
        const { base_sha: grewFrom, base_ref: ref = '' } = event.merge_group ?? {};
        const base = ref.replace(/^refs\/heads\//, '');
        return { grewFrom, lookFrom: grewFrom, branches: [base, defaultBranch] };
    }
    const branches = type === 'tag' ? [defaultBranch] : [branch, defaultBranch];
    // A tag, and a run by hand or by the clock, builds what was built before: what differs then is what the tree was built from.
    const isPushed = name === 'push' && type !== 'tag' && built === commit;
    if (!isPushed)
        return { grewFrom: parent, lookFrom: built, branches };
    const { before } = event;
    const isKnownBefore = before && !/^0+$/.test(before) && event.forced !== true;
    const grewFrom = isKnownBefore ? before : parent;
    return { grewFrom, lookFrom: grewFrom, branches };
}
/** Said of a pull request of which nothing was built. */
const baseAlone = 'What was tested and measured is the base branch, not the pull request: its commit is checked out. ' +
    'In the event pull_request_target, and where `ref` names the base, actions/checkout takes that. Use the event pull_request, without `ref`.';
function isBaseAlone(name, event, built, commit) {
    const { base, head } = event.pull_request ?? {};
    if (built === undefined || head?.sha === undefined || built === head.sha)
        return false;
    return built === base?.sha || (name === 'pull_request_target' && built === commit);
}
/**
 * The first parent of a pull request's merge commit, which even a clone of one commit knows; for a checkout of its head
 * where that parted from the base branch, which GitHub tells where the clone does not reach so far. Else where the base branch was.
 */
async function readPullRequestBase(event, { checkout, github }) {
    const { base, head } = event.pull_request ?? {};
    const [parent, merged] = checkout.parents;
    // The head itself may be a merge commit, of the base branch into it.
    const isMergeCommit = merged !== undefined && (head?.sha === undefined || merged === head.sha);
    if (isMergeCommit)
        return { grewFrom: parent };
    if (base?.sha === undefined)
        return { grewFrom: undefined };
    const local = await checkout.mergeBaseWith(base.sha);
    if (local !== undefined || !checkout.isShallow || checkout.commit === undefined)
        return { grewFrom: local ?? base.sha };
    const told = await github?.relate(base.sha, checkout.commit);
    if (told?.kind === 'known')
        return { grewFrom: told.value.mergeBase };
    const reason = (0,errors/* whyUnknown */.FG)(told);
    const warning = 'It is not known where this branch parted from its base, so the image is compared with the newest commit that the base ' +
        `branch had: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`;
    return { grewFrom: base.sha, warnings: [warning] };
}

;// CONCATENATED MODULE: ./lib/src/github/whether-to-save.js
/** Events that nobody can start from outside, whose tree is the repository's own unless git tells of another one. */
const ownEvents = new Set(['push', 'schedule', 'workflow_dispatch']);
/**
 * Why a run saves no measurement, and by itself writes no build cache. Only the branch's own runs speak for the branch, which HEAD tells; what a pull
 * request or a merge queue writes into a cache nobody else can read.
 */
async function whyNothingIsSaved(name, { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch, GITHUB_SHA: commit }, checkout) {
    const usual = (why) => ({ why, isSurprise: false });
    const odd = (why) => ({ why, isSurprise: true });
    if (name.startsWith('pull_request') && name !== 'pull_request_target')
        return usual('pull request');
    if (name === 'merge_group')
        return usual('merge queue');
    if (type === 'tag')
        return usual('tag');
    if (!branch || !commit)
        return usual('no branch');
    const built = checkout.commit;
    if (checkout.isFetched)
        return odd('the context is a Git repository, and not the commit of the run: {{defaultContext}} is');
    if (built !== undefined && built !== commit)
        return odd(`the commit ${built.slice(0, 7)} is checked out, not that of the run, ${commit.slice(0, 7)}`);
    if (ownEvents.has(name))
        return undefined;
    if (built === undefined)
        return odd(`${name || 'the event'} can bring other code, and git does not name its commit`);
    return (await checkout.isChanged())
        ? odd(`${name || 'the event'} can bring other code, and files differ from the commit`)
        : undefined;
}

// EXTERNAL MODULE: ./lib/src/inputs/run-facts.js
var run_facts = __webpack_require__(2621);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/git-context.js
var git_context = __webpack_require__(8895);
;// CONCATENATED MODULE: ./lib/src/github/run-context.js







/** Reads a workflow run's surroundings from the runner's variables and the event file. */
async function readRunContext(env, checkout, github) {
    const event = await (0,run_facts/* readEvent */.j)(env);
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const origin = await findBaseCommit(name, env, event, { checkout, github });
    const { grewFrom, lookFrom, branches, warnings = [] } = origin;
    const readOnly = await whyNothingIsSaved(name, env, checkout);
    const { GITHUB_REF_NAME: branch = '', GITHUB_SHA: commit = '' } = env;
    return {
        readOnly: readOnly?.why,
        whoSaves: readOnly?.isSurprise
            ? `This run saves no measurement: ${readOnly.why}.`
            : readOnly && 'A push to the branch makes one.',
        writes: readOnly === undefined ? { branch, commit } : undefined,
        gitFolder: checkout.folder,
        grewFrom,
        lookFrom,
        lookups: (0,record_store/* planLookups */.bf)(branches, lookFrom === undefined ? [] : await checkout.ancestorsOf(lookFrom)),
        isShallow: checkout.isShallow,
        pullRequest: event.pull_request?.number,
        labels: event.pull_request?.labels.map((label) => label.name) ?? [],
        isPublic: event.repository?.private === undefined ? undefined : !event.repository.private,
        runUrl: runUrlOf(env),
        run: `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
        warnings,
    };
}
function runUrlOf(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    if (!server || !repository || !id)
        return undefined;
    return `${server}/${repository}/actions/runs/${id}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
}
/** The clone that a run builds from: that of the context, else of the Dockerfile or the workspace; of a Git context only whether it is the run's own commit. */
async function openBuiltTree({ context, file }, workspace, env) {
    const url = (0,git_context/* withDefaultContext */.h8)(context.trim(), env);
    if ((0,git_context/* isGitUrl */.m8)(url))
        return openFetched(url, await (0,git_checkout/* openCheckout */.Hj)(workspace), env);
    const folders = [(0,external_node_path_.resolve)(workspace, context.trim()), (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workspace, file.trim())), workspace];
    for (const folder of new Set(folders)) {
        const checkout = await (0,git_checkout/* openCheckout */.Hj)(folder);
        if (checkout.commit !== undefined)
            return checkout;
    }
    return (0,git_checkout/* openCheckout */.Hj)(workspace);
}
function openFetched(url, checkout, env) {
    const commit = env['GITHUB_SHA'];
    if (!(0,git_context/* isOwnCommit */.uv)(url, env))
        return { ...checkout, commit: undefined, parents: [], isFetched: true };
    const parents = commit === checkout.commit ? checkout.parents : [];
    return { ...checkout, commit, parents, isChanged: () => Promise.resolve(false) };
}

// EXTERNAL MODULE: ./lib/src/github/pull-request.js
var pull_request = __webpack_require__(7353);
// EXTERNAL MODULE: ./lib/src/inputs/raw-inputs.js
var raw_inputs = __webpack_require__(7300);
// EXTERNAL MODULE: ./lib/src/shared/help-link.js
var help_link = __webpack_require__(6684);
// EXTERNAL MODULE: ./lib/src/job/publish-comment.js + 3 modules
var publish_comment = __webpack_require__(3676);
// EXTERNAL MODULE: ./lib/src/shared/format.js
var format = __webpack_require__(9967);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
;// CONCATENATED MODULE: ./lib/src/report/annotations.js


/** GitHub shows so many errors of a step, and so many warnings. */
const maxOfAKind = 10;
const maxMessageLength = 3_000;
/**
 * Failed tests, then compiler messages, then as notices what the plan says of the Dockerfile and BuildKit's checks of it, each on its file and
 * line; those without a place in the checkout are left out. The job's own problems and warnings come first: only what they leave of GitHub's ten of a kind is `shown`,
 * and `more` has words on the errors that are not.
 */
function readAnnotations(report) {
    const { tests, problems, warnings, notices, checks, fileShown: file } = report;
    const all = [
        ...(tests?.failures ?? []).map(({ name, message, place }) => annotate('error', message ?? 'failed', place && { ...place, title: (0,shared_text/* cutText */.IN)(name, 200) })),
        ...(tests?.compilerMessages ?? []).map(({ severity, code, text, place }) => annotate(severity, text === '' ? code : text, place && { ...place, title: code })),
        ...notices.map((notice) => annotate('notice', withoutSnippet(notice), { file, line: 1 })),
        ...checks.map(({ rule, message, url, line }) => annotate('notice', url === undefined ? message : `${message} (${url})`, { file, line, title: rule })),
    ].flat();
    const firstOf = (severity, taken) => all.filter((one) => one.severity === severity).slice(0, Math.max(0, maxOfAKind - taken));
    const errors = firstOf('error', problems.length);
    const errorCount = all.filter(({ severity }) => severity === 'error').length;
    const left = errorCount - errors.length;
    const more = `${errors.length} of ${(0,format/* plural */.LS)(errorCount, 'error')} are shown on their files, since GitHub shows ${maxOfAKind} for a step; ` +
        `the other ${(0,format/* formatCount */.B4)(left)} are in the report.`;
    return {
        shown: [...errors, ...firstOf('warning', warnings.length), ...firstOf('notice', 0)],
        more: left === 0 ? '' : more,
    };
}
/** None for what has no place in the checkout. */
function annotate(severity, message, place) {
    return place === undefined ? [] : [{ severity, message: (0,shared_text/* cutText */.IN)(message, maxMessageLength), place }];
}
/** Without the lines to paste, which the report has. */
function withoutSnippet({ message, snippet }) {
    return message.replace(snippet ?? '', '(in the report)').replace(/\n{2,}/g, '\n');
}

// EXTERNAL MODULE: ./lib/src/entries/run-process.js + 109 modules
var run_process = __webpack_require__(5401);
// EXTERNAL MODULE: ./lib/src/report/text/headline.js
var headline = __webpack_require__(8997);
// EXTERNAL MODULE: ./lib/src/report/outputs.js
var report_outputs = __webpack_require__(2011);
// EXTERNAL MODULE: ./lib/src/report/model/to-json.js
var to_json = __webpack_require__(4085);
// EXTERNAL MODULE: ./lib/src/report/text/markdown.js
var markdown = __webpack_require__(9408);
// EXTERNAL MODULE: ./lib/src/report/summary/render-summary.js + 3 modules
var render_summary = __webpack_require__(2630);
// EXTERNAL MODULE: ./lib/src/redaction/redactor.js
var redaction_redactor = __webpack_require__(9670);
// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
// EXTERNAL MODULE: ./lib/src/entries/post.js
var post = __webpack_require__(5155);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/src/shared/child-environment.js
var child_environment = __webpack_require__(7272);
// EXTERNAL MODULE: ./lib/src/shared/process-group.js
var process_group = __webpack_require__(6973);
;// CONCATENATED MODULE: ./lib/src/store/cache-log.js
const wordings = [
    [/cache write denied/, () => 'the token of this run may not write to the Actions cache'],
    [/cache read denied/, () => 'the token of this run may not read from the Actions cache'],
    [/\(401\)/, () => 'the Actions cache does not take the token of this run (401)'],
    [/\(429\)/, () => 'the Actions cache limits its requests at the moment (429)'],
    [/effective cache-mode '([a-z-]+)'/, ([, mode]) => `the runner's cache mode is '${mode ?? ''}'`],
    [
        /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)\b/,
        ([, code]) => `the Actions cache cannot be reached (${code ?? ''})`,
    ],
    [/\btar\b.*\bexit code (\d+)/, () => 'its archive cannot be uncompressed'],
];
/** Reads the text that `@actions/cache` 6 prints: workflow commands for debug lines and warnings, plain lines else. */
function readCacheLog(log) {
    const lines = log.split(/\r?\n/);
    const pick = (pattern) => lines.findLast((line) => pattern.test(line))?.replace(pattern, '');
    const hitKey = pick(/^Cache hit for(?: restore-key)?: /);
    // The reason why a key could not be reserved stands in a debug line only.
    const trouble = pick(/^::debug::Failed to reserve cache: (?:Error: )?/) ??
        pick(/^::(?:warning|error)::(?:Failed to (?:save|restore): )?/) ??
        pick(/^(?:Failed to save: |(?=Cache (?:save|restore) skipped: ))/);
    return {
        ...(hitKey !== undefined && { hitKey }),
        ...(trouble !== undefined && { trouble: describe(trouble, 'the Actions cache failed: ') }),
        exists: trouble !== undefined && /\(409\)|already.?exists/i.test(trouble),
    };
}
function describe(text, introduction) {
    for (const [pattern, wording] of wordings) {
        const match = pattern.exec(text);
        if (match)
            return wording(match);
    }
    const line = (text.split('%0A')[0] ?? '')
        .replace(/(https?:\/\/[^\s?]*)\?\S*/g, '$1')
        .replace(/\p{Cc}/gu, ' ')
        .slice(0, 300);
    return introduction + line;
}
/** Why a request was stopped, with what its last try met. */
function explainStop(reason, log) {
    const tries = [
        ...log.matchAll(/^Attempt \d+ of \d+ failed with error: (.*?)(?:\. Retrying request in .*)?$/gm),
    ];
    const last = tries.at(-1)?.[1];
    return last === undefined ? reason : `${reason} (last: ${describe(last, '')})`;
}

;// CONCATENATED MODULE: ./lib/src/store/cache-client.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const logLimitCharacters = 64 * 1024;
/** Opens the Actions cache. With `keepsClient` a client waits for the next use: to start another one takes as long as to save a record. */
function openCache({ program, environment, deadlineMs = 60_000, signal }, tempFolder, keepsClient) {
    // Without RUNNER_DEBUG: it makes `@actions/cache` list every archive before it extracts it.
    const own = { ...(0,child_environment/* environmentForCache */.B4)(environment), RUNNER_DEBUG: '' };
    const idle = [];
    return async (use) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            requireService(environment);
            const place = __addDisposableResource(env_1, await makePlace(tempFolder), true);
            const waiting = idle.pop();
            const client = waiting?.isAlive ? waiting : new CacheClient({ program, environment: own, signal });
            const callOff = client.limit(deadlineMs);
            try {
                return await use(client, place);
            }
            finally {
                callOff();
                if (keepsClient && client.isAlive)
                    idle.push(client);
                else
                    await client[Symbol.asyncDispose]();
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
}
function requireService(environment) {
    const url = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL'];
    if (!url || !environment['ACTIONS_RUNTIME_TOKEN'])
        throw new Error('there is no Actions cache here (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)');
}
/** A process of the Actions cache (`cache-process.mjs`), for one request after the other. Its end kills all that it started: nothing prints later. */
class CacheClient {
    #child;
    /** Aborted when it answers no more, with the reason. */
    #end = new AbortController();
    #gone;
    constructor({ program, environment, signal }) {
        const stdio = ['ignore', 'ignore', 'pipe', 'ipc'];
        const child = (0,external_node_child_process_.fork)(program, { env: environment, execArgv: [], stdio, detached: true });
        this.#child = child;
        const lastWords = collectLastWords(child);
        this.#gone = new Promise((resolve) => {
            const lose = (reason) => {
                this.#end.abort(`the program for the Actions cache ${reason}`);
                resolve();
            };
            child.on('error', ({ message }) => {
                lose(`could not be started: ${message}`);
            });
            child.once('close', (code, killedBy) => {
                lose(`ended early (${killedBy ?? code ?? 'unknown'})${lastWords()}`);
            });
        });
        const cancel = () => {
            this.#stop('the run was cancelled');
        };
        signal.addEventListener('abort', cancel, { signal: this.#end.signal });
        if (signal.aborted)
            cancel();
    }
    get isAlive() {
        return !this.#end.signal.aborted;
    }
    /** From now on it is killed after so many milliseconds, unless what this gives is called before. */
    limit(deadlineMs) {
        const timer = setTimeout(() => {
            this.#stop(`the Actions cache gave no answer within ${deadlineMs / 1000} s`);
        }, deadlineMs);
        return () => {
            clearTimeout(timer);
        };
    }
    /** Restores `path` in the workspace of a place, from the entry of the first of these keys, else of the first that begins with one; gives its key, null for none. */
    async restore(place, path, keys) {
        const { answer, log } = await this.#exchange({ kind: 'restore', place, path, keys });
        return { key: answer.kind === 'restored' ? answer.key : null, ...readCacheLog(log) };
    }
    async save(place, path, key) {
        const { answer, log } = await this.#exchange({ kind: 'save', place, path, key });
        if (answer.kind === 'saved' && answer.done)
            return { kind: 'saved' };
        const { exists, trouble = 'the Actions cache did not say why' } = readCacheLog(log);
        if (exists)
            return { kind: 'already-saved' };
        throw new Error(trouble);
    }
    async [Symbol.asyncDispose]() {
        (0,process_group/* signalGroup */.i8)(this.#child, 'SIGKILL');
        await this.#gone;
    }
    #stop(reason) {
        this.#end.abort(reason);
        (0,process_group/* signalGroup */.i8)(this.#child, 'SIGKILL');
    }
    /** Gives the answer to a request, with what `@actions/cache` printed meanwhile; throws why there is none. */
    async #exchange(request) {
        const { signal } = this.#end;
        let log = '';
        try {
            const messages = (0,external_node_events_.on)(this.#child, 'message', { signal });
            // A process that is gone by now says so through the signal.
            this.#child.send(request, () => undefined);
            for await (const [message] of messages) {
                const { success, output } = dist/* safeParse */.xLC(cacheMessage, message);
                if (!success)
                    continue;
                if (output.kind === 'failed')
                    throw new Error(output.message);
                if (output.kind !== 'log')
                    return { answer: output, log };
                log = (log + output.text).slice(-logLimitCharacters);
            }
        }
        catch (error) {
            if (!signal.aborted)
                throw error;
        }
        throw new Error(explainStop(String(signal.reason), log));
    }
}
function collectLastWords(child) {
    let text = '';
    child.stderr?.on('data', (chunk) => {
        text = (text + chunk.toString()).slice(-4096);
    });
    return () => {
        const line = text.split('\n').find((candidate) => /^\w*Error\b/.test(candidate));
        return line === undefined ? '' : `: ${line}`;
    };
}
/** A new one below a folder; it goes away with all that is in it. */
async function makePlace(tempFolder) {
    const root = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempFolder, 'cache-place-')));
    const place = { workspace: (0,external_node_path_.join)(root, 'workspace'), archives: (0,external_node_path_.join)(root, 'archives') };
    for (const folder of Object.values(place))
        await (0,promises_.mkdir)(folder);
    // What can't be deleted stays for the runner, which empties RUNNER_TEMP; the outcome stands.
    const remove = () => (0,promises_.rm)(root, { recursive: true, force: true }).catch(() => undefined);
    return { ...place, [Symbol.asyncDispose]: remove };
}
/** What the cache process says; `log` carries what `@actions/cache` writes to standard output, before its answer. */
const cacheMessage = dist/* variant */.Oxt('kind', [
    dist/* object */.Ikc({ kind: dist/* literal */.euz('log'), text: dist/* string */.YjP() }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('restored'), key: dist/* nullable */.mee(dist/* string */.YjP()) }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('saved'), done: dist/* boolean */.zMY() }),
    dist/* object */.Ikc({ kind: dist/* literal */.euz('failed'), message: dist/* string */.YjP() }),
]);

;// CONCATENATED MODULE: ./lib/src/store/actions-cache-store.js






/** The path of every saved record. The cache service's entry version is a hash of it: another one finds nothing. */
const recordPath = 'image-record.json';
/** Keeps image records in the Actions cache, by way of a private folder below RUNNER_TEMP; the workspace is never touched. */
function createActionsCacheStore(options) {
    const withClient = openCache(options, options.environment['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), true);
    return {
        find: (image, lookups, parse) => withClient((client, place) => searchCache({ client, place, image, parse }, lookups)).catch(record_store/* unavailable */.hU),
        save: (name, record) => withClient(async (client, place) => {
            await (0,promises_.writeFile)((0,external_node_path_.join)(place.workspace, recordPath), (0,record_store/* renderRecord */.sF)(record));
            return client.save(place, recordPath, (0,record_store/* recordKeyParts */.J3)(name).join('/'));
        }).catch(record_store/* notSaved */.b3),
    };
}
/** `@actions/cache` takes ten keys; the first is ours twice, since the service matches it whole, not as a prefix. */
const lookupsPerRequest = 9;
/** Finds the first record that `parse` takes. Lookups of one branch share a request: its entries share a scope, by which the service goes first. */
async function searchCache(search, lookups) {
    const rejected = [];
    for (let rest = lookups; rest.length > 0;) {
        const group = leadingGroup(rest);
        const answer = await ask(search, group);
        if (answer.kind === 'found')
            return answer;
        if (answer.kind === 'rejected')
            rejected.push(answer.reason);
        rest = rest.slice(answer.kind === 'rejected' ? answer.position + 1 : group.length);
    }
    return { kind: 'none', rejected };
}
async function ask({ client, place, image, parse }, group) {
    const prefixes = group.map((lookup) => `${(0,record_store/* lookupKeyParts */.cv)(image, lookup).join('/')}/`);
    const restored = await client.restore(place, recordPath, [...prefixes.slice(0, 1), ...prefixes]);
    const key = restored.key ?? restored.hitKey;
    if (key === undefined) {
        if (restored.trouble !== undefined)
            throw new Error(restored.trouble);
        return { kind: 'missed' };
    }
    const position = prefixes.findIndex((prefix) => key.startsWith(prefix));
    const lookup = group[position];
    if (lookup === undefined)
        throw new Error(`the Actions cache gave an entry that was not asked for: ${key}`);
    try {
        if (restored.key === null)
            throw new Error(restored.trouble ?? 'it could not be restored');
        return { kind: 'found', record: parse(await readEntry(place.workspace)), source: 'cache', lookup };
    }
    catch (error) {
        await empty(place.workspace);
        return { kind: 'rejected', reason: `${key}: ${(0,errors/* messageOf */.bD)(error)}`, position };
    }
}
function leadingGroup(lookups) {
    const end = lookups.findIndex((lookup) => lookup.branch !== lookups[0]?.branch);
    return lookups.slice(0, Math.min(end === -1 ? lookups.length : end, lookupsPerRequest));
}
async function readEntry(folder) {
    const names = await (0,promises_.readdir)(folder);
    if (names.length !== 1 || names[0] !== recordPath)
        throw new Error('its archive holds something else');
    return (0,record_store/* readRecordFile */.m7)((0,external_node_path_.join)(folder, recordPath));
}
async function empty(folder) {
    for (const name of await (0,promises_.readdir)(folder))
        await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
}
/** The path of what is saved: the cache service's entry version is a hash of it. */
const folderPath = 'cache-mounts';
/** Opens the Actions cache for folders; archives are made below `tempFolder`. Between a restore and a save lies the whole job: no process waits. */
function createFolderCache(options) {
    const withClient = openCache({ deadlineMs: 120_000, ...options }, options.tempFolder, false);
    return {
        restore: (folder, key, beginnings) => withClient(async (client, place) => {
            const restored = await client.restore(place, folderPath, [key, ...beginnings]);
            if (restored.key === null) {
                if (restored.trouble !== undefined)
                    throw new Error(restored.trouble);
                return undefined;
            }
            await (0,promises_.rm)(folder, { recursive: true, force: true });
            await (0,promises_.rename)((0,external_node_path_.join)(place.workspace, folderPath), folder);
            return restored.key;
        }),
        save: (folder, key) => withClient(async (client, place) => {
            await (0,promises_.rename)(folder, (0,external_node_path_.join)(place.workspace, folderPath));
            return client.save(place, folderPath, key);
        }),
    };
}

;// CONCATENATED MODULE: ./lib/src/entries/action.js



























/** Where ncc puts the program that talks to the Actions cache, seen from the bundle. */
// Written as a path, not as a URL: ncc takes the latter for an asset and packs it anew.
const cacheProgram = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), '..', 'cache-process', 'index.mjs');
/** Runs as a step of a workflow: inputs, outputs, summary and annotations are the runner's. Gives the exit code. */
function runAction(started) {
    const redactor = new redaction_redactor/* Redactor */.p();
    const log = new actions_log/* ActionsLog */.I(redactor);
    return (0,run_entry/* runEntry */.C)(log, () => (0,run_process/* runProcess */.R3)(started, log, (parts) => makeJob(parts, log, redactor)));
}
async function makeJob({ env, docker, builder, tempFolder, signal }, log, redactor) {
    const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd();
    const inputs = (0,raw_inputs/* readEnvironment */.Qo)(env);
    const github = findRepository(inputs['github-token'].trim(), env);
    const folder = await makeReportFolder(inputs['report-dir'].trim(), workspace, env);
    const store = createActionsCacheStore({
        program: cacheProgram,
        // In the private folder, which goes away with this process however it ends.
        environment: { ...env, RUNNER_TEMP: tempFolder },
        // A record is small; a service that takes longer than this is one that hangs.
        deadlineMs: 25_000,
        signal,
    });
    const folderCache = createFolderCache({ program: cacheProgram, environment: env, tempFolder, signal });
    const jobBuilder = {
        name: (0,post.nameJobBuilder)(env),
        remember: () => {
            core/* saveState */.LZ(post.builderState, (0,post.nameJobBuilder)(env));
        },
    };
    const context = await readRunContext(env, await openBuiltTree(inputs, workspace, env), github);
    const run = { inputs, workspace, folder: workspace, env, context, signal };
    return {
        tools: { docker, log, tempFolder, builder, jobBuilder, store, folderCache, github },
        run,
        reporter: {
            folder,
            redactor,
            mask: (secret) => {
                redactor.add(secret);
                for (const line of secret.split(/\r?\n/))
                    if (line.trim() !== '')
                        core/* setSecret */.Pq(line);
            },
            publish: (report, settings) => publish(report, settings, run, log, { folder, redactor }),
        },
    };
}
async function publish(report, settings, { workspace, env, context, signal }, log, { folder, redactor }) {
    // The runner masks its log and the summary; what goes to files, outputs and the comment it never sees.
    const shown = await attempt(log, 'what the reports say', async () => {
        const source = await (0,remote/* readSource */.o$)(context.gitFolder, workspace, env['GITHUB_SERVER_URL']);
        const json = redactor.hideIn({ ...(0,to_json/* toReportJson */.s)(report), source });
        return { json, markdown: (0,render_summary/* renderMarkdown */.G)(json, new Date()) };
    });
    const paths = shown && (await attempt(log, 'the reports', () => (0,report_outputs/* writeReports */.L)(folder, shown.json, shown.markdown)));
    await attempt(log, 'the outputs', () => {
        const outputs = redactor.hideIn((0,report_outputs/* readOutputs */.T)(report, paths));
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
    });
    if (shown && (settings?.summary ?? true)) {
        await attempt(log, 'the job summary', async () => {
            await core/* summary */.z.addRaw(shown.markdown).write();
        });
    }
    // A runner that cancels a job leaves it a few seconds, and nothing is wrong that a person would look at.
    if (shown && settings !== undefined && !signal.aborted) {
        await attempt(log, 'the pull-request comment', async () => {
            await Promise.race([comment(shown.json, settings, env, log), (0,external_node_events_.once)(signal, 'abort')]);
        });
    }
    for (const warning of report.warnings)
        log.warning(warning);
    if (!signal.aborted)
        action_annotate(report, settings, log, pathsOf(shown?.json.source, env));
    const where = settings?.summary === false ? 'The report is' : 'The rest is in the job summary and in';
    if (shown)
        log.info(`${(0,headline/* readVerdictLine */.wv)(shown.json)} ${where} ${(0,external_node_path_.join)(folder, 'report.md')}`);
}
/** What failed, on its lines as far as there is room, and why the job fails. `pathOf` gives a file as the repository has it. */
function action_annotate(report, settings, log, pathOf) {
    const { shown, more } = settings?.fileAnnotations ? readAnnotations(report) : { shown: [], more: '' };
    for (const { severity, message, place } of shown)
        log[severity](message, { ...place, file: pathOf(place.file) });
    report.problems.forEach(({ title, message, place }, index) => {
        const whole = index === 0 && more !== '' ? `${message}\n${more}` : message;
        log.error((0,help_link/* withHelp */.il)(whole, title), { title, file: pathOf(place?.file), line: place?.line });
    });
}
/** GitHub looks for an annotation's file in the run's repository, whose clone need not be the workspace (`path` of actions/checkout). */
function pathsOf(source, { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }) {
    if (source === undefined || source.repository !== `${server ?? ''}/${repository ?? ''}`)
        return (file) => file;
    return (file) => file && ((0,markdown/* pathInClone */.mv)(file, source) ?? file);
}
async function comment(json, { comment: mode, githubToken: token }, env, log) {
    if (mode === 'off' || token === undefined)
        return;
    const job = {
        reports: [{ report: json }],
        mode,
        token,
        job: env['GITHUB_JOB'] ?? '',
        apiUrl: (0,github_api/* apiUrlOf */.po)(env),
    };
    const url = await (0,publish_comment/* publishComment */.p)(log, await (0,pull_request/* readPullRequest */.DQ)(env), job);
    if (url === undefined)
        return;
    await attempt(log, 'the outputs', () => {
        core/* setOutput */.uH('comment-url', url);
    });
}
function findRepository(token, env) {
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (token === '' || repository === '')
        return undefined;
    return openRepository({ apiUrl: (0,github_api/* apiUrlOf */.po)(env), token, repository });
}
/** `report-dir`, also when another input is wrong; else a new folder that stays for later steps. GITHUB_ACTION is that of a composite action's step. */
async function makeReportFolder(written, workspace, env) {
    if (written !== '')
        return (0,external_node_path_.resolve)(workspace, written);
    const name = `dotnet-container-report-${env['GITHUB_ACTION'] ?? 'step'}-`;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), name));
    (0,run_process/* removeIfEmpty */.V3)(folder);
    return folder;
}
async function attempt(log, what, work) {
    try {
        return await work();
    }
    catch (error) {
        log.warning(`Lost: ${what} (${(0,errors/* messageOf */.bD)(error)}).`);
        return undefined;
    }
}


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   builderState: () => (/* binding */ builderState),
/* harmony export */   nameJobBuilder: () => (/* binding */ nameJobBuilder),
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6058);
/* harmony import */ var _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8684);
/* harmony import */ var _docker_job_builder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2690);
/* harmony import */ var _github_actions_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8678);





/** The name under which a step tells the end of its job that it made a builder. */
const builderState = 'builder';
/** The name of a job's own builder: the same for all its steps, and for no other job, also where jobs of a matrix share an engine. */
function nameJobBuilder(env) {
    const job = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME', 'RUNNER_TEMP'].map((name) => env[name] ?? '');
    return `dotnet-container-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 12)}`;
}
/** Runs when the job of a step ends that made a builder, which goes away. Trouble is a warning. Gives the exit code. */
async function runPost() {
    const name = _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(builderState);
    const log = new _github_actions_log_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionsLog */ .I();
    const trouble = await (0,_docker_job_builder_js__WEBPACK_IMPORTED_MODULE_3__/* .removeJobBuilder */ .D)(new _docker_docker_js__WEBPACK_IMPORTED_MODULE_2__/* .Docker */ .Jg(process.env), name);
    if (trouble === undefined)
        log.info(`Removed the builder ${name}.`);
    else
        log.warning(`The builder ${name} was not removed: ${trouble}`);
    return 0;
}


/***/ })

};

export const id = 464;
export const ids = [464];
export const modules = {

/***/ 2464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMatrix: () => (/* binding */ runMatrix)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(6058);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/json.js
var json = __webpack_require__(2630);
// EXTERNAL MODULE: ./lib/src/github/actions-log.js
var actions_log = __webpack_require__(8678);
// EXTERNAL MODULE: ./lib/src/inputs/parsers/list.js
var list = __webpack_require__(7133);
// EXTERNAL MODULE: ./lib/src/inputs/problems.js
var inputs_problems = __webpack_require__(8688);
// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/src/matrix/parse-images.js


/**
 * Reads a YAML or JSON list of images, or one image without a list. Scalars stay as they are written (`1.20` is no
 * number), a list becomes one line per entry, a mapping `KEY=value` lines. Nothing at all is one image without keys.
 * Notes every mistake in `problems`.
 */
function parseImages(text, problems) {
    let written;
    try {
        // JSON is YAML. The failsafe schema knows no numbers, and an alias bomb ends at the parser's own limit.
        written = (0,yaml_dist/* parse */.qg)(text, { schema: 'failsafe' });
    }
    catch (error) {
        problems.add('images', `this is neither YAML nor JSON: ${(0,errors/* messageOf */.bD)(error).trimEnd()}`);
        return [];
    }
    if (written === null || written === undefined || written === '')
        return [new Map()];
    const entries = Array.isArray(written) ? written : [written];
    if (entries.length === 0)
        problems.add('images', 'the list is empty; leave the input out for one image.');
    return entries.map((entry, index) => parseImage(entry, (problem) => {
        problems.add(`images, entry ${index + 1}`, problem);
    }));
}
function parseImage(entry, tell) {
    const image = new Map();
    if (!isMapping(entry)) {
        tell('an image is a mapping, such as `{ context: src/Shop, tags: ghcr.io/acme/shop:1 }`.');
        return image;
    }
    for (const [key, value] of Object.entries(entry)) {
        const lines = toLines(value);
        if (lines === undefined)
            tell(`${key} is nested too deep: a text, a list of texts or KEY: value pairs.`);
        else
            image.set(key, lines);
    }
    return image;
}
function toLines(value) {
    if (typeof value === 'string')
        return value;
    const lines = Array.isArray(value)
        ? value.map((entry) => (typeof entry === 'string' ? entry : undefined))
        : isMapping(value)
            ? Object.entries(value).map(([key, of]) => (typeof of === 'string' ? `${key}=${of}` : undefined))
            : [undefined];
    return lines.some((line) => line === undefined)
        ? undefined
        : lines.map((line) => quote(line ?? '')).join('\n');
}
/** One entry of a list input: those that would be cut in two or taken for a comment are quoted, as CSV has it. */
function quote(line) {
    return /[\r\n]|^["#]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./lib/src/inputs/input-table.generated.js
var input_table_generated = __webpack_require__(7088);
;// CONCATENATED MODULE: ./lib/src/matrix/plan-matrix.js


/** What a workflow's matrix may hold, as GitHub limits it. */
const maxImages = 256;
const ownKeys = ['name', 'runs-on'];
/** Parts of artifact names: shorter than GitHub's own limit, and nothing in them that a file system refuses. */
const namePattern = /^[A-Za-z0-9][\w.-]{0,99}$/;
const nameForm = 'letters, digits, ".", "_" and "-", at most 100';
/**
 * Gives one job per image: `common` holds the inputs that all images share, and what an image says itself wins.
 * Notes every mistake in `problems`; then the rows are good for nothing.
 */
function planMatrix(images, common, runsOn, problems) {
    if (images.length > maxImages)
        problems.add('images', `${images.length} images are more than the ${maxImages} jobs that a matrix may have.`);
    const rows = images.slice(0, maxImages).map((written, index) => {
        const where = `images, entry ${index + 1}`;
        for (const key of written.keys())
            checkKey(key, where, problems);
        const image = Object.fromEntries(imageInputs
            .map((input) => [input, (written.get(input) ?? common.get(input) ?? '').trim()])
            .filter(([, value]) => value !== ''));
        const name = written.get('name')?.trim() || nameOf(image);
        if (!namePattern.test(name))
            problems.add(where, `"${name}" can't be the name of an image: ${nameForm}. Give it a name.`);
        return { name, 'runs-on': readLabels(written.get('runs-on')) ?? runsOn, image };
    });
    tellTwins(rows, problems);
    return rows;
}
/** Notes a name that no artifact may begin with. */
function checkPrefix(prefix, problems) {
    if (!namePattern.test(prefix))
        problems.add('name', `"${prefix}" is not possible here: ${nameForm}.`);
}
function checkKey(key, where, problems) {
    if (imageInputs.includes(key) || ownKeys.includes(key))
        return;
    const instead = workflowOwned.get(key);
    if (instead !== undefined) {
        problems.add(where, `${key} is not for one image: ${instead}.`);
        return;
    }
    const near = (0,mod/* closest */.kp)(key, [...imageInputs, ...ownKeys]);
    const hint = (0,mod/* distance */.Io)(key, near) <= 3 ? ` Did you mean ${near}?` : ' It takes the inputs of the action.';
    problems.add(where, `there is no key "${key}".${hint}`);
}
/** The last part of the image's name in a registry, else of its folder: what people call it. */
function nameOf(image) {
    const tag = image['image-key'] ?? image['image-name']?.split(/[\r\n,]/)[0] ?? image['tags']?.split(/[\r\n]/)[0];
    const path = tag ?? image['context'] ?? '.';
    const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
    const name = tag === undefined ? last : last.replace(/[:@].*$/, '');
    return /^\.*$/.test(name) ? 'image' : name;
}
function readLabels(written) {
    const labels = written?.split('\n').filter((label) => label.trim() !== '');
    return labels === undefined || labels.length === 0 ? undefined : labels.length === 1 ? labels[0] : labels;
}
/** Notes names that two jobs have: reports would overwrite each other. Artifact names are compared without case, as some file systems do. */
function tellTwins(rows, problems) {
    const first = new Map();
    for (const [index, { name }] of rows.entries()) {
        const twin = first.get(name.toLowerCase());
        if (twin === undefined)
            first.set(name.toLowerCase(), index);
        else {
            const both = `entries ${twin + 1} and ${index + 1} are both named ${name}`;
            problems.add('images', `${both}; give one of them a name of its own.`);
        }
    }
}
/** Inputs of the action that are the same for all images of a workflow, with what the caller says instead. */
const workflowOwned = new Map([
    ['secrets', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
    ['secret-envs', 'build secrets come from the secret `build-secrets` of the reusable workflow'],
    ['outputs', 'what is pushed follows from `push-branches` of the reusable workflow'],
    ['push', 'what is pushed follows from `push-branches` of the reusable workflow'],
    ['load', 'the runner goes away with the job, and the loaded image with it'],
    ['report-dir', 'the reusable workflow collects the reports as artifacts'],
    ['comment', 'the last job of the reusable workflow writes one comment for all images'],
    ['github-token', 'the job has its own token'],
    ['inputs', 'the entry itself holds the inputs'],
]);
/** The action's inputs that an image of a list may have, in the order of action.yml. */
const imageInputs = input_table_generated/* inputNames */.v.filter((name) => !workflowOwned.has(name));
/** Events that run what stands on the branch or tag; a pull request's code may run in any other. */
const branchEvents = ['push', 'workflow_dispatch', 'schedule'];
/**
 * Images are pushed from the branches and the pushed tags that were named and from nowhere else: not from pull requests or merge queues,
 * and not in an event such as `pull_request_target`, whose ref names a branch that its code need not be from.
 * In a pattern, `*` stands for anything but `/`, `**` for anything.
 */
function decidePush(patterns, { event, ref }) {
    if (patterns.branches.length + patterns.tags.length === 0)
        return { push: false, reason: 'no branch is named in push-branches, and no tag in push-tags' };
    if (!branchEvents.includes(event))
        return { push: false, reason: `the event ${event} pushes nothing; these do: ${branchEvents.join(', ')}` };
    const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
    if (name === undefined)
        return { push: false, reason: `${ref} is no branch and no tag` };
    const isTag = kind === 'tags';
    const push = patterns[isTag ? 'tags' : 'branches'].some((pattern) => toExpression(pattern).test(name));
    return { push, reason: `${name} is ${push ? '' : 'not '}among ${isTag ? 'push-tags' : 'push-branches'}` };
}
function toExpression(pattern) {
    const parts = pattern.split(/(\*\*|\*)/).map((part) => {
        if (part === '**')
            return '.*';
        return part === '*' ? '[^/]*' : part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
    });
    return new RegExp(`^${parts.join('')}$`);
}

// EXTERNAL MODULE: ./lib/src/inputs/run-facts.js
var run_facts = __webpack_require__(2621);
// EXTERNAL MODULE: ./lib/src/inputs/input-reader.js + 3 modules
var input_reader = __webpack_require__(2805);
// EXTERNAL MODULE: ./lib/src/inputs/raw-inputs.js
var raw_inputs = __webpack_require__(7300);
// EXTERNAL MODULE: ./lib/src/inputs/tags.js
var inputs_tags = __webpack_require__(4217);
;// CONCATENATED MODULE: ./lib/src/matrix/split-platforms.js






const runnersSchema = dist/* record */.g1P(dist/* string */.YjP(), dist/* union */.KCZ([dist/* string */.YjP(), dist/* array */.YOg(dist/* string */.YjP())]));
/** Reads `platform-runners`, JSON such as `{"linux/arm64": "ubuntu-24.04-arm"}`; empty: no platform has a runner of its own. */
function readPlatformRunners(text, problems) {
    if (text.trim() === '')
        return {};
    const runners = (0,json/* parseAs */.g)(runnersSchema, text);
    if (runners === undefined)
        problems.add('platform-runners', 'write JSON, such as {"linux/arm64": "ubuntu-24.04-arm"}.');
    return runners ?? {};
}
/**
 * The jobs of one image: one, or one for each of its platforms where every one has a runner of its own. Then the first job tests, each
 * builds and measures its platform, and what is pushed has no tag until the index gives it one.
 */
function splitPlatforms(row, { runners, isPushed, facts }, problems) {
    const platforms = [...new Set((0,list/* parseList */.E)(row.image['platforms'] ?? '', { splitAtCommas: true }))];
    const missing = platforms.filter((platform) => !(platform in runners));
    if (platforms.length < 2 || missing.length === platforms.length)
        return { jobs: [{ ...row, push: String(isPushed) }], index: undefined };
    if (missing.length > 0)
        problems.add('platform-runners', `${row.name} needs one for ${missing.join(', ')} too.`);
    const { tags } = (0,inputs_tags/* readTags */.g)(new input_reader/* InputReader */.i((0,raw_inputs/* withDefaults */.rO)((name) => row.image[name]), problems), facts);
    const source = (tags[0] ?? '').replace(/:[^:/]+$/, '');
    if (isPushed && source === '')
        problems.add('tags', `${row.name} is pushed and has no tag in this run.`);
    const named = ['tags', 'image-name'];
    const shared = Object.fromEntries(Object.entries(row.image).filter(([name]) => !named.includes(name)));
    const key = row.image['image-key'] ?? (source || row.name);
    const jobs = platforms.map((platform, place) => ({
        name: `${row.name}-${platform.replaceAll('/', '-')}`,
        'runs-on': runners[platform] ?? row['runs-on'],
        push: 'false',
        image: {
            ...shared,
            ...{ platforms: platform, 'image-key': `${key} (${platform})` },
            ...(place > 0 && { 'test-target': 'off' }),
            ...(isPushed && { outputs: pushOf(row, source, platform, facts) }),
        },
    }));
    const index = { name: row.name, tags, source, parts: jobs.map(({ name }) => name) };
    return { jobs, index: isPushed ? index : undefined };
}
/**
 * Where the job of a platform pushes to. An engine can't push by digest, and a builder that the caller names may be one: there the image
 * gets a tag of its own, made of commit and platform.
 */
function pushOf({ image }, source, platform, { commit }) {
    if (image['builder'] === undefined)
        return `type=image,name=${source},push-by-digest=true,name-canonical=true,push=true`;
    return `type=image,name=${source}:${commit.slice(0, 12)}-${platform.replaceAll('/', '-')},push=true`;
}

;// CONCATENATED MODULE: ./lib/src/entries/matrix.js












const inputsSchema = dist/* record */.g1P(dist/* string */.YjP(), dist/* pipe */.FsL(dist/* nullable */.mee(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()])), dist/* transform */.pdi(toText)));
const labelsSchema = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq()),
    dist/* pipe */.FsL(dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq())), dist/* minLength */.BpQ(1)),
]);
/** Runs as the step of the reusable workflow that turns its inputs into a matrix of jobs. Gives the exit code. */
function runMatrix() {
    const log = new actions_log/* ActionsLog */.I();
    return (0,run_entry/* runEntry */.C)(log, async () => {
        const inputs = new Map(Object.entries(readInputs(process.env['INPUT_INPUTS'] ?? '')));
        const problems = new inputs_problems/* Problems */.Z();
        const runsOn = readRunsOn(inputs.get('runs-on') ?? '', problems);
        checkPrefix(inputs.get('name') ?? '', problems);
        const images = parseImages(inputs.get('images') ?? '', problems);
        const rows = planMatrix(images, inputs, runsOn, problems);
        problems.throwIfAny();
        const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' } = process.env;
        const listOf = (name) => (0,list/* parseList */.E)(inputs.get(name) ?? '', { splitAtCommas: true });
        const named = { branches: listOf('push-branches'), tags: listOf('push-tags') };
        const { push, reason } = decidePush(named, { event, ref });
        const runners = readPlatformRunners(inputs.get('platform-runners') ?? '', problems);
        const place = { runners, isPushed: push, facts: await (0,run_facts/* readRunFacts */.F)(process.env) };
        const split = rows.map((row) => splitPlatforms(row, place, problems));
        const jobs = split.flatMap((image) => image.jobs);
        tellTwins(jobs, problems);
        problems.throwIfAny();
        log.info(`${push ? 'Pushing' : 'Not pushing'}: ${reason}.`);
        log.info(`Images: ${jobs.map(({ name }) => name).join(', ')}`);
        core/* setOutput */.uH('matrix', JSON.stringify({ include: jobs }));
        core/* setOutput */.uH('push', String(push));
        core/* setOutput */.uH('indexes', JSON.stringify(split.flatMap(({ index }) => index ?? [])));
        core/* setOutput */.uH('names', jobs.map(({ name }) => name).join('\n'));
        return 0;
    });
}
function toText(value) {
    return value === null ? '' : String(value);
}
function readInputs(text) {
    try {
        return dist/* parse */.qgA(inputsSchema, JSON.parse(text));
    }
    catch (error) {
        const why = (0,errors/* messageOf */.bD)(error);
        throw new errors/* UserError */.yo('Wrong input', `inputs: this is not what \${{ toJSON(inputs) }} gives: ${why}`);
    }
}
function readRunsOn(text, problems) {
    const labels = (0,json/* parseAs */.g)(labelsSchema, text);
    if (labels === undefined)
        problems.add('runs-on', `write JSON, such as "ubuntu-24.04" with its quotes or ["self-hosted", "linux"].`);
    return labels ?? '';
}


/***/ }),

/***/ 533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runEntry)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7470);
/* harmony import */ var _shared_help_help_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5855);



/** Runs a whole step: what the user can mend is reported without a stack, anything else with it. Gives the exit code. */
async function runEntry(log, work) {
    try {
        return await work();
    }
    catch (error) {
        const isKnown = error instanceof _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo;
        const message = error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error);
        const title = isKnown ? error.title : 'An error in this action';
        log.error((0,_shared_help_help_link_js__WEBPACK_IMPORTED_MODULE_2__/* .withHelp */ .il)(message, title), { title });
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .h.failed;
    }
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
    notice(text, place = {}) {
        this.#annotate(() => {
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm(this.#clean(text), this.#toProperties(place));
        });
    }
    warning(text, place = {}) {
        this.#annotate(() => {
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(this.#clean(text), this.#toProperties(place));
        });
    }
    error(text, place = {}) {
        this.#annotate(() => {
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3(this.#clean(text), this.#toProperties(place));
        });
    }
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
    #annotate(annotate) {
        if (this.#fences.size > 0)
            this.#held.push(annotate);
        else
            annotate();
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
/**
 * A colour code that changes nothing, the end of an underline that never began: log viewers and terminals show nothing of it,
 * and text that is copied from them is without it. The runner matches lines with their colour codes.
 */
const nothing = '\x1b[24m';
/** Names a severity, or a place in a file as compilers write it. */
const problem = /\b(?:errors?|warn(?:ing)?s?|info|notice|note|fatal|exception|panic|raise)\b|\w[:(,]\d|\bline \d|\.\w+:\s/i;
/**
 * A line that no problem matcher knows, though it looks the same. Actions such as setup-dotnet leave matchers to the job's later
 * steps, and the runner turns each line that one matches into an annotation, of which a step has ten. All of them ask
 * for a colon or a comma with what follows it, a space or a number; so that is where the code goes.
 */
function hideFromMatchers(line) {
    return problem.test((0,_shared_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plainText */ .wh)(line)) ? line.replace(/[:,](?=[\s\d])/g, `$&${nothing}`) : line;
}


/***/ }),

/***/ 2621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readRunFacts),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2630);


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
    return (await (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readFileAs */ .T)(eventSchema, path)) ?? {};
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

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4;
/** The same of what a secret is in Base64, of which a part alone is looked for. */
const minEncodedLength = 8;
/** Stands where something was. */
const hidden = '***';
/**
 * What gives itself away as a credential, whoever printed it: in addresses, in headers, in signed links, and tokens of GitHub and
 * NuGet (docs.github.com, "Token types"; learn.microsoft.com, "API keys"). Each matches no more than what is to be hidden, and every
 * repetition has a limit, since the text may be hostile.
 */
const credentials = [
    /(?<=:\/\/)[^\s/@:'"`<>]{0,200}:[^\s/@'"`<>]{1,2000}(?=@)/g,
    /(?<=:\/\/)[^\s/@:'"`<>]{20,2000}(?=@)/g,
    /(?<=\b(?:bearer|basic) )[\w.~+/=-]{16,4000}/gi,
    /(?<=(?:[?&]|&amp;)(?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature|(?:access_|refresh_)?token|password)=)[^&\s"'<>)]{1,4000}/gi,
    /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_\w{22,255}\b|\boy2[a-z0-9]{43}\b/g,
    /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{0,2000}/g,
];
/** Of a longer secret each part is hidden by itself. */
const maxPieceLength = 1_000;
/** No credential is longer; what stands before one and tells that it is one is shorter than the other. */
const maxCredentialLength = 8_100;
const maxLeadLength = 64;
/** Keeps secrets out of what is written: the log, the reports, the comment, the outputs and the records. */
class Redactor {
    #values = new Set();
    #pattern;
    /** Hides a secret from now on: as a whole and each of its lines, as they are and as they stand in an address, in JSON and in Base64. */
    add(secret) {
        for (const line of [secret, ...secret.split(/\r?\n/)].map((text) => text.trim())) {
            if (line.length < minLength)
                continue;
            const forms = [encodeURIComponent(line), JSON.stringify(line).slice(1, -1), ...inBase64(line)];
            for (const form of [line, ...forms])
                this.#values.add(form);
        }
        this.#pattern = toPattern(this.#longestFirst().map(escape));
    }
    /**
     * The same for a text that is written otherwise, such as the bytes of a file; `spell` gives all ways in which a character of a
     * secret may stand there.
     */
    patternsIn(spell) {
        const secrets = this.#longestFirst()
            .flatMap(toPieces)
            .map((piece) => piece.map(spell));
        const lengths = secrets.map((secret) => secret.reduce((sum, ways) => sum + Math.max(...ways.map(({ length }) => length)), 0));
        const pattern = toPattern(secrets.map((secret) => secret
            .map((ways) => (ways.length > 1 ? `(?:${ways.map(escape).join('|')})` : escape(ways[0] ?? '')))
            .join('')));
        return {
            patterns: [...(pattern === undefined ? [] : [pattern]), ...credentials],
            maxLength: Math.max(maxCredentialLength, ...lengths),
            maxLeadLength,
        };
    }
    /** A text without the secrets that are known, and without what looks like credentials. */
    hide(text) {
        return credentials.reduce((shown, pattern) => shown.replace(pattern, hidden), this.#hideKnown(text));
    }
    /** The same for every text in a value that is made of plain objects and arrays. */
    hideIn(value) {
        return mapTexts(value, (text) => this.hide(text));
    }
    /** Hides in a value only the secrets that are known, so that what is compared with later stays what it was. */
    hideKnownIn(value) {
        return this.#pattern === undefined ? value : mapTexts(value, (text) => this.#hideKnown(text));
    }
    /** A secret may begin with another one. */
    #longestFirst() {
        return [...this.#values].sort((a, b) => b.length - a.length);
    }
    #hideKnown(text) {
        return this.#pattern === undefined ? text : text.replace(this.#pattern, hidden);
    }
}
/** What Base64 makes of a text that stands anywhere in another one: three bytes are four characters, so there are three ways. */
function inBase64(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((before) => {
        const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
        // Without what the bytes around it have a share in.
        const own = whole.slice(before === 0 ? 0 : before + 1, Math.floor((before + bytes.length) / 3) * 4);
        return own.length < minEncodedLength ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
/** The characters of a secret, in pieces that a pattern can be made of. */
function toPieces(secret) {
    const characters = Array.from(secret);
    const pieces = Math.ceil(characters.length / maxPieceLength);
    // All of a length, so that none is too short to be told from words.
    const length = Math.ceil(characters.length / pieces);
    return Array.from({ length: pieces }, (_, index) => characters.slice(index * length, (index + 1) * length));
}
function toPattern(alternatives) {
    return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g');
}
function escape(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
function mapTexts(value, map) {
    if (typeof value === 'string')
        return map(value);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, map));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}


/***/ }),

/***/ 5855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ docsLink),
  Cp: () => (/* binding */ helpLink),
  il: () => (/* binding */ withHelp)
});

;// CONCATENATED MODULE: ./lib/src/shared/help/error-anchors.js
/** The titles of errors, where `…` stands for what differs, each with its anchor in docs/troubleshooting.md, from which `npm run docs` writes it. */
const errorAnchors = [
    ['… of … tests failed in stage …', 'tests-failed'],
    ['No test ran in stage …', 'no-test-ran'],
    ['The tests of … did not come to their end', 'tests-did-not-end'],
    ['… failed, although none of its tests did', 'run-failed-without-a-test'],
    ['A test command never started', 'a-test-command-never-started'],
    ['The tests of … never started', 'never-started'],
    ['Results of the tests of … are missing', 'results-are-missing'],
    ['The test command of stage … failed', 'test-command-failed'],
    ['The tests of stage … could not run', 'tests-could-not-run'],
    ['No stage runs the tests', 'no-stage-runs-the-tests'],
    ['The tests are not in the build', 'the-tests-are-not-in-the-build'],
    ['Which stage tests?', 'which-stage-tests'],
    ['Does stage … test?', 'does-stage-test'],
    ['Which stage is the final one?', 'which-stage-is-the-final-one'],
    ['There is no final stage', 'there-is-no-final-stage'],
    ['The image is for Windows', 'the-image-is-for-windows'],
    ['Line coverage is below its minimum', 'line-coverage-is-below-its-minimum'],
    ['Coverage is below the threshold', 'coverage-is-below-the-threshold'],
    ['The code did not compile: …', 'code-did-not-compile'],
    ['An analyzer or source generator failed', 'an-analyzer-or-source-generator-failed'],
    ['The compiler did not get to the code', 'the-compiler-did-not-get-to-the-code'],
    ['Code analysis found …', 'code-analysis-found'],
    ['The code is not formatted', 'the-code-is-not-formatted'],
    ['MSBuild stopped the build', 'msbuild-stopped-the-build'],
    ['A command of the project failed', 'a-command-of-the-project-failed'],
    ['dotnet does not find the project', 'dotnet-does-not-find-the-project'],
    ['dotnet does not know an option', 'dotnet-does-not-know-an-option'],
    ['global.json can not be read', 'globaljson-can-not-be-read'],
    ['A project file can not be read', 'a-project-file-can-not-be-read'],
    ['An MSBuild SDK was not found', 'an-msbuild-sdk-was-not-found'],
    ['A workload of the .NET SDK is missing', 'a-workload-of-the-net-sdk-is-missing'],
    ['The .NET SDK is too old for the framework', 'the-net-sdk-is-too-old-for-the-framework'],
    ['A process of the build was killed', 'a-process-of-the-build-was-killed'],
    ['The output of an earlier build is missing', 'the-output-of-an-earlier-build-is-missing'],
    ['The NuGet package could not be made', 'the-nuget-package-could-not-be-made'],
    ['A project is for .NET Framework', 'a-project-is-for-net-framework'],
    ['A project needs Visual Studio', 'a-project-needs-visual-studio'],
    ['A project is for Windows', 'a-project-is-for-windows'],
    ['NuGet packages could not be restored', 'nuget-packages-could-not-be-restored'],
    ['A package has a known vulnerability', 'a-package-has-a-known-vulnerability'],
    ['A project was not copied before the restore', 'a-project-was-not-copied-before-the-restore'],
    ['A project was not copied into the stage', 'a-project-was-not-copied-into-the-stage'],
    ['A project is kept out of the build', 'a-project-is-kept-out-of-the-build'],
    ['A project is outside of the build context', 'a-project-is-outside-of-the-build-context'],
    ['A project is in another folder of the stage', 'a-project-is-in-another-folder-of-the-stage'],
    ['A file was not copied into the stage', 'a-file-was-not-copied-into-the-stage'],
    ['A file is kept out of the build', 'a-file-is-kept-out-of-the-build'],
    ['A file is outside of the build context', 'a-file-is-outside-of-the-build-context'],
    ['A file is in another folder of the stage', 'a-file-is-in-another-folder-of-the-stage'],
    ['A submodule was not checked out', 'a-submodule-was-not-checked-out'],
    ['A path differs in upper and lower case', 'a-path-differs-in-upper-and-lower-case'],
    ['The restore of another machine is in the way', 'the-restore-of-another-machine-is-in-the-way'],
    ['Files of another build are in the way', 'files-of-another-build-are-in-the-way'],
    ['The SDK took VSTest for a Testing Platform project', 'the-sdk-took-vstest-for-a-testing-platform-project'],
    ['The SDK took Microsoft.Testing.Platform for VSTest', 'the-sdk-took-microsofttestingplatform-for-vstest'],
    ['The image has another .NET SDK than global.json wants', 'the-image-has-another-net-sdk-than-globaljson-wants'],
    ['Stage … could not be built', 'stage-could-not-be-built'],
    ['A COPY does not find its file', 'a-copy-does-not-find-its-file'],
    ['An ADD could not be downloaded', 'an-add-could-not-be-downloaded'],
    ['A build secret was not given', 'a-build-secret-was-not-given'],
    ['An SSH key was not given to the build', 'an-ssh-key-was-not-given-to-the-build'],
    ['A build argument has no value', 'a-build-argument-has-no-value'],
    ['A build argument is not declared in the stage', 'a-build-argument-is-not-declared-in-the-stage'],
    ['Checks of the Dockerfile failed', 'checks-of-the-dockerfile-failed'],
    ['The Dockerfile has an error', 'the-dockerfile-has-an-error'],
    ['The build needs an entitlement', 'the-build-needs-an-entitlement'],
    ['No stage has that name', 'no-stage-has-that-name'],
    ['A base image was not found', 'a-base-image-was-not-found'],
    ['A base image could not be pulled', 'a-base-image-could-not-be-pulled'],
    ['The registry of a base image limits pulls', 'the-registry-of-a-base-image-limits-pulls'],
    ['The Dockerfile frontend could not be pulled', 'the-dockerfile-frontend-could-not-be-pulled'],
    ['npm packages could not be installed', 'npm-packages-could-not-be-installed'],
    ['A script of package.json failed', 'a-script-of-packagejson-failed'],
    ['A system package could not be installed', 'a-system-package-could-not-be-installed'],
    ['A download failed', 'a-download-failed'],
    ['A step of the build wants Docker', 'a-step-of-the-build-wants-docker'],
    ['A script may not be executed', 'a-script-may-not-be-executed'],
    ['The interpreter of a script is not in the image', 'the-interpreter-of-a-script-is-not-in-the-image'],
    ['A script has the line ends of Windows', 'a-script-has-the-line-ends-of-windows'],
    ['The stage has no .NET SDK', 'the-stage-has-no-net-sdk'],
    ['The image has another .NET runtime than the app wants', 'the-image-has-another-net-runtime-than-the-app-wants'],
    ['The image has no shell', 'the-image-has-no-shell'],
    ['The image has no ICU', 'the-image-has-no-icu'],
    ['A .NET tool is not in the stage', 'a-net-tool-is-not-in-the-stage'],
    ['A program is not in the image', 'a-program-is-not-in-the-image'],
    ['A native library is not in the image', 'a-native-library-is-not-in-the-image'],
    ['A program is for another processor', 'a-program-is-for-another-processor'],
    ['A user is not in the image', 'a-user-is-not-in-the-image'],
    ['The user of the stage has no permission', 'the-user-of-the-stage-has-no-permission'],
    ['A mount can not be written', 'a-mount-can-not-be-written'],
    ['No space is left on the disk', 'no-space-is-left-on-the-disk'],
    ['The stage has no Git history', 'the-stage-has-no-git-history'],
    ['The Git history is not complete', 'the-git-history-is-not-complete'],
    ['Git does not trust the files of the stage', 'git-does-not-trust-the-files-of-the-stage'],
    ['A certificate is not trusted in the stage', 'a-certificate-is-not-trusted-in-the-stage'],
    ['No such stage', 'no-such-stage'],
    ['No stage to build', 'no-stage-to-build'],
    ['Image size: …', 'image-size'],
    ['Image size on …: over the limit of …', 'image-size-of-a-platform'],
    ['The push failed', 'the-push-failed'],
    ['The load failed', 'the-load-failed'],
    ['… could not be written', 'output-could-not-be-written'],
    ['Outputs that this builder can’t write', 'outputs-that-this-builder-cant-write'],
    ['This builder makes images for one platform', 'this-builder-makes-images-for-one-platform'],
    ['A Docker archive holds one platform', 'a-docker-archive-holds-one-platform'],
    ['Several platforms can’t be loaded from this builder', 'several-platforms-cant-be-loaded-from-this-builder'],
    ['The job was cancelled', 'the-job-was-cancelled'],
    ['Smoke test: …', 'smoke-test-failed'],
    ['The image could not be loaded for its smoke test', 'the-image-could-not-be-loaded-for-its-smoke-test'],
    ['The smoke test got another image than the measured one', 'the-smoke-test-got-another-image-than-the-measured-one'],
    ['The Docker engine lost the container of the smoke test', 'the-docker-engine-lost-the-container-of-the-smoke-test'],
    ['The Git context could not be fetched', 'the-git-context-could-not-be-fetched'],
    ['The builder gave another image than the measured one', 'the-builder-gave-another-image-than-the-measured-one'],
    ['The pushed or loaded image could not be checked', 'the-pushed-or-loaded-image-could-not-be-checked'],
    ['No Docker', 'no-docker'],
    ['Docker has no buildx', 'docker-has-no-buildx'],
    ['buildx is too old', 'buildx-is-too-old'],
    ['No Docker engine', 'no-docker-engine'],
    ['Docker does not answer', 'docker-does-not-answer'],
    ['No such builder', 'no-such-builder'],
    ['No room for temporary files', 'no-room-for-temporary-files'],
    ['The folder for the reports is taken', 'the-folder-for-the-reports-is-taken'],
    ['An error in this action', 'an-error-in-this-action'],
    ['Wrong input', 'wrong-input'],
    ['… wrong inputs', 'wrong-inputs'],
    ['Renamed inputs', 'renamed-inputs'],
    ['Wrong command line', 'wrong-command-line'],
    ['Nothing is expected', 'nothing-is-expected'],
    ['An image without a valid report', 'an-image-without-a-valid-report'],
    ['Too many reports', 'too-many-reports'],
];

;// CONCATENATED MODULE: ./lib/src/shared/help/repository.js
/** This repository on GitHub; `npm run docs` writes it from package.json. */
const repository = 'OWNER/dotnet-container';

;// CONCATENATED MODULE: ./lib/src/shared/help/help-link.js


/** The page of our documentation at `path` in `docs/`, such as `guides/forks.md`, as people can open it. */
function docsLink(path) {
    return `https://github.com/${repository}/blob/main/docs/${path}`;
}
/** Where an error is explained: its heading of docs/troubleshooting.md, or the whole page for a title that has none. */
function helpLink(title) {
    const anchor = readAnchor(title);
    return docsLink(anchor === undefined ? 'troubleshooting.md' : `troubleshooting.md#${anchor}`);
}
/** A heading's `…` stands for what differs from case to case; the heading that says most is the one. */
function readAnchor(title) {
    const fitting = errorAnchors.filter(([heading]) => isTitleOf(heading, title));
    return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}
function isTitleOf(heading, title) {
    const [first = '', ...rest] = heading.split('…');
    if (rest.length === 0)
        return title === heading;
    if (!title.startsWith(first))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = part === '' ? title.length : title.indexOf(part, at + 1);
        if (found <= at)
            return false;
        at = found + part.length;
    }
    return at === title.length;
}
/** The last line of an error in a log: where it is explained. */
function withHelp(message, title) {
    return `${message}\nHelp: ${helpLink(title)}`;
}


/***/ }),

/***/ 2630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readFileAs),
/* harmony export */   g: () => (/* binding */ parseAs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);


/** What a JSON text holds, checked; undefined for a text that is no JSON or holds something else. */
function parseAs(schema, text) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, JSON.parse(text));
        return parsed.success ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}
/** The same of a file; undefined also where it can't be read. */
async function readFileAs(schema, path) {
    return parseAs(schema, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path ?? '', 'utf8').catch(() => ''));
}


/***/ }),

/***/ 5831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ textLimit),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   Sr: () => (/* binding */ cleanLogLine),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   uz: () => (/* binding */ splitLines),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
/**
 * One line of somebody else's output that can be shown in a log: colours stay, every other control character and
 * escape goes, so does what turns or hides text, and nothing in it can act as a workflow command (the runner acts on `::` at the start of a line and on
 * `##[` anywhere).
 */
function cleanLogLine(line) {
    return neutralize(stripControls(line));
}
/** The same without colours, for reports and messages. */
function plainText(line) {
    return stripControls(line).replace(/\x1b\[[0-9;]*m/g, '');
}
/** A text of several lines as one, without control characters, for a place that has room for one. */
function oneLine(text) {
    return plainText(text).replace(/\s+/g, ' ').trim();
}
/** Splits output into lines where the runner does: a bare CR ends one too. */
function splitLines(text) {
    return text.split(/\r\n|\n|\r/);
}
function stripControls(line) {
    return (line
        // Operating system commands, then control sequences other than colours, then single escapes.
        .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g, '')
        .replace(/\x1b\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]/g, '')
        .replace(/\x1b(?!\[[0-9;]*m)/g, '')
        .replace(/[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, ''));
}
function neutralize(line) {
    return line.replaceAll('##[', '## [').replace(/^((?:\s|\x1b\[[0-9;]*m)*):(?=:)/, '$1: ');
}
/** Longest message, stack or output of one test that is kept, in characters. */
const textLimit = 16_384;
/** The text cut to a limit in characters, never in the middle of a surrogate pair, with an ellipsis where it was cut. */
function cutText(text, limit = textLimit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    const code = text.charCodeAt(end - 1);
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}


/***/ })

};

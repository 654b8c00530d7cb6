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
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
// EXTERNAL MODULE: ./lib/src/github/actions-log.js
var actions_log = __webpack_require__(8678);
// EXTERNAL MODULE: ./lib/src/shared/csv.js
var csv = __webpack_require__(2570);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/src/entries/run-entry.js
var run_entry = __webpack_require__(533);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/src/matrix/parse-images.js



/**
 * Reads a YAML or JSON list of images, or one image; nothing is one without keys. Scalars stay as written (`1.20` is no number), a list becomes lines, a
 * mapping `KEY=value` lines. Notes every mistake in `problems`.
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
/** One entry of a list input: those that would be cut in two or taken for a comment are quoted, as CSV has it. */
function quote(line) {
    return /[\r\n]|^["#]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
const mapping = dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J());
/** A text, a list of texts or `KEY: value` pairs, as the text of an input. */
const inputText = dist/* union */.KCZ([
    dist/* string */.YjP(),
    dist/* pipe */.FsL(dist/* array */.YOg(dist/* string */.YjP()), dist/* transform */.pdi((entries) => entries.map(quote).join('\n'))),
    dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), dist/* transform */.pdi((pairs) => Object.entries(pairs)
        .map(([key, value]) => quote(`${key}=${value}`))
        .join('\n'))),
]);
function parseImage(entry, tell) {
    const image = new Map();
    if (!dist.is(mapping, entry)) {
        tell('an image is a mapping, such as `{ context: src/Shop, tags: ghcr.io/acme/shop:1 }`.');
        return image;
    }
    for (const [key, value] of Object.entries(entry)) {
        const read = dist/* safeParse */.xLC(inputText, value);
        if (read.success)
            image.set(key, read.output);
        else
            tell(`${key} is nested too deep: a text, a list of texts or KEY: value pairs.`);
    }
    return image;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/shared/did-you-mean.js
var did_you_mean = __webpack_require__(2299);
// EXTERNAL MODULE: ./lib/src/shared/text.js
var shared_text = __webpack_require__(5831);
// EXTERNAL MODULE: ./lib/src/inputs/input-table.generated.js
var input_table_generated = __webpack_require__(7088);
;// CONCATENATED MODULE: ./lib/src/matrix/plan-matrix.js




/** What a workflow's matrix may hold, as GitHub limits it. */
const maxImages = 256;
const ownKeys = ['name', 'runs-on'];
/** Parts of artifact names: shorter than GitHub's own limit, and nothing in them that a file system refuses. */
const namePattern = /^[A-Za-z0-9][\w.-]{0,99}$/;
const nameForm = 'letters, digits, ".", "_" and "-", at most 100';
/** One job per image, whose own inputs win over those in `common`. Where it notes mistakes in `problems`, the rows are good for nothing. */
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
/** What the names of this call's artifacts begin with: two calls of one workflow, such as those of a matrix, neither take each other's reports nor stop each other. */
function prefixOf(name, inputs) {
    return `${name}-${(0,external_node_crypto_.createHash)('sha256').update(inputs).digest('hex').slice(0, 8)}-`;
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
    const hint = (0,did_you_mean/* didYouMean */.a)(key, [...imageInputs, ...ownKeys]) || ' It takes the inputs of the action.';
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
const branchEvents = ['push', 'workflow_dispatch', 'schedule', 'release', 'repository_dispatch'];
/** Nobody expects these to push. */
const neverPush = ['pull_request', 'merge_group'];
/** Pushes from named branches and tags alone, and in no event whose ref its code need not be from. In a pattern `*` stands for anything but `/`, `**` for anything. */
function decidePush(patterns, { event, ref }) {
    if (patterns.branches.length + patterns.tags.length === 0)
        return { push: false, reason: 'no branch is named in push-branches, and no tag in push-tags' };
    if (!branchEvents.includes(event)) {
        const reason = `the event ${event} pushes nothing; these do: ${branchEvents.join(', ')}`;
        return { push: false, reason, isSurprise: !neverPush.includes(event) };
    }
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
        return part === '*' ? '[^/]*' : (0,shared_text/* escapeForPattern */.zV)(part);
    });
    return new RegExp(`^${parts.join('')}$`);
}

// EXTERNAL MODULE: ./lib/src/inputs/run-facts.js
var run_facts = __webpack_require__(2621);
// EXTERNAL MODULE: ./lib/src/inputs/input-reader.js
var input_reader = __webpack_require__(6572);
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
    const runners = (0,schema_values/* parseAs */.gf)(runnersSchema, text);
    if (runners === undefined)
        problems.add('platform-runners', 'write JSON, such as {"linux/arm64": "ubuntu-24.04-arm"}.');
    return runners ?? {};
}
/**
 * The jobs of one image: one, or one for each of its platforms where every one has a runner of its own. Then the first job tests, each
 * builds and measures its platform, and what is pushed has no tag until the index gives it one.
 */
function splitPlatforms(row, { runners, isPushed, facts }, problems) {
    const platforms = [...new Set((0,csv/* parseList */.E1)(row.image['platforms'] ?? '', { splitAtCommas: true }))];
    const missing = platforms.filter((platform) => !(platform in runners));
    if (platforms.length < 2 || missing.length === platforms.length)
        return { jobs: [{ ...row, push: String(isPushed) }], index: undefined };
    if (missing.length > 0)
        problems.add('platform-runners', `${row.name} needs one for ${missing.join(', ')} too.`);
    const { tags } = (0,inputs_tags/* readTags */.g$)(new input_reader/* InputReader */.i((0,raw_inputs/* withDefaults */.rO)((name) => row.image[name]), problems), facts);
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
/** Where the job of a platform pushes to: by digest, or under a tag of its own where the named builder may be an engine, which can't. */
function pushOf({ image }, source, platform, { commit }) {
    if (image['builder'] === undefined)
        return `type=image,name=${source},push-by-digest=true,name-canonical=true,push=true`;
    return `type=image,name=${source}:${commit.slice(0, 12)}-${platform.replaceAll('/', '-')},push=true`;
}

;// CONCATENATED MODULE: ./lib/src/entries/matrix.js











const inputsSchema = dist/* record */.g1P(dist/* string */.YjP(), dist/* pipe */.FsL(dist/* nullable */.mee(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()])), dist/* transform */.pdi((value) => String(value ?? ''))));
const label = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq());
const labels = dist/* union */.KCZ([label, dist/* pipe */.FsL(dist/* array */.YOg(label), dist/* minLength */.BpQ(1))]);
const runsOnSchema = dist/* union */.KCZ([labels, dist/* object */.Ikc({ group: label, labels: dist/* optional */.lqM(labels) })]);
/** Runs as the step of the reusable workflow that turns its inputs into a matrix of jobs. Gives the exit code. */
function runMatrix() {
    const log = new actions_log/* ActionsLog */.I();
    return (0,run_entry/* runEntry */.C)(log, async () => {
        const written = process.env['INPUT_INPUTS'] ?? '';
        const given = (0,schema_values/* parseAs */.gf)(inputsSchema, written);
        if (given === undefined)
            throw new errors/* UserError */.yo('Wrong input', 'inputs: this is not what ${{ toJSON(inputs) }} gives.');
        const inputs = new Map(Object.entries(given));
        const problems = new errors/* Problems */.Zw();
        const runsOn = readRunsOn(inputs.get('runs-on') ?? '', problems);
        const name = inputs.get('name') ?? '';
        checkPrefix(name, problems);
        const images = parseImages(inputs.get('images') ?? '', problems);
        const rows = planMatrix(images, inputs, runsOn, problems);
        problems.throwIfAny();
        const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' } = process.env;
        const listOf = (name) => (0,csv/* parseList */.E1)(inputs.get(name) ?? '', { splitAtCommas: true });
        const named = { branches: listOf('push-branches'), tags: listOf('push-tags') };
        const { push, reason, isSurprise = false } = decidePush(named, { event, ref });
        const runners = readPlatformRunners(inputs.get('platform-runners') ?? '', problems);
        const place = { runners, isPushed: push, facts: await (0,run_facts/* readRunFacts */.F)(process.env) };
        const split = rows.map((row) => splitPlatforms(row, place, problems));
        const jobs = split.flatMap((image) => image.jobs);
        tellTwins(jobs, problems);
        problems.throwIfAny();
        if (isSurprise)
            log.warning(`Nothing is pushed: ${reason}.`);
        else
            log.info(`${push ? 'Pushing' : 'Not pushing'}: ${reason}.`);
        log.info(`Images: ${jobs.map(({ name }) => name).join(', ')}`);
        // Names alone: GitHub shows them behind the job's own, and that one alone where the job is skipped.
        core/* setOutput */.uH('matrix', JSON.stringify({ name: jobs.map(({ name }) => name) }));
        core/* setOutput */.uH('jobs', JSON.stringify(Object.fromEntries(jobs.map((job) => [job.name, job]))));
        core/* setOutput */.uH('push', String(push));
        core/* setOutput */.uH('indexes', JSON.stringify(split.flatMap(({ index }) => index ?? [])));
        core/* setOutput */.uH('prefix', prefixOf(name, written));
        core/* setOutput */.uH('names', jobs.map(({ name }) => name).join('\n'));
        return 0;
    });
}
/** A label as it stands, or JSON; the workflow's own jobs tell them apart in the same way. */
function readRunsOn(text, problems) {
    if (text !== '' && !/^["[{]/.test(text))
        return text;
    const runsOn = (0,schema_values/* parseAs */.gf)(runsOnSchema, text);
    if (runsOn === undefined)
        problems.add('runs-on', 'write one label, or JSON such as ["self-hosted", "linux"] or {"group": "large"}.');
    return runsOn ?? '';
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

/***/ 9670:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5831);

/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4;
/** The same of what a secret is in Base64, of which a part alone is looked for. */
const minEncodedLength = 8;
/** Stands where something was. */
const hidden = '***';
/**
 * What gives itself away as a credential: in addresses, headers, signed links, and tokens of GitHub and NuGet (docs.github.com, "Token types";
 * learn.microsoft.com, "API keys"). Each matches only what is to be hidden, and every repetition has a limit, since the text may be hostile.
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
        this.#pattern = toPattern(this.#longestFirst().map(_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV));
    }
    /** The same for a text that is written otherwise; `spell` gives all ways in which a character of a secret may stand there. */
    patternsIn(spell) {
        const secrets = this.#longestFirst()
            .flatMap(toPieces)
            .map((piece) => piece.map(spell));
        const lengths = secrets.map((secret) => secret.reduce((sum, ways) => sum + Math.max(...ways.map(({ length }) => length)), 0));
        const pattern = toPattern(secrets.map((secret) => secret
            .map((ways) => ways.length > 1 ? `(?:${ways.map(_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV).join('|')})` : (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeForPattern */ .zV)(ways[0] ?? ''))
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

/***/ 2570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   L5: () => (/* binding */ parseFields),
/* harmony export */   aK: () => (/* binding */ parseKeyValue),
/* harmony export */   ll: () => (/* binding */ formatFields)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8835);


function parseRows(text, options) {
    try {
        return (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { ...options, columns: false, relax_column_count: true });
    }
    catch (error) {
        throw new Error(`the list can't be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/** Splits a list input by line, with the CSV rules of docker/build-push-action. Throws an Error for an unclosed quote. */
function parseList(text, form) {
    const { splitAtCommas, hasQuotes = true, keepsSpaces = false } = form;
    const rows = parseRows(text, {
        quote: hasQuotes ? '"' : null,
        relax_quotes: true,
        comment: '#',
        comment_no_infix: true,
        skip_empty_lines: true,
    });
    const entries = rows.flatMap((row) => (splitAtCommas ? row : [row.join(',')]));
    return entries
        .map((entry) => (keepsSpaces ? entry.trimStart() : entry.trim()))
        .filter((entry) => entry !== '');
}
/** Splits `key=value` at the first `=`; undefined when there is no `=`, or nothing before it. */
function parseKeyValue(entry) {
    const at = entry.indexOf('=');
    return at > 0 ? [entry.slice(0, at), entry.slice(at + 1)] : undefined;
}
/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws an Error for an unclosed quote. */
function parseFields(value) {
    return parseRows(value, { trim: true })[0] ?? [];
}
/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
function formatFields(fields) {
    return fields
        .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ changes),
/* harmony export */   LR: () => (/* binding */ sizes),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   TW: () => (/* binding */ readFileAs),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   _4: () => (/* binding */ changeBytes),
/* harmony export */   ag: () => (/* binding */ said),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   gf: () => (/* binding */ parseAs),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   tQ: () => (/* binding */ counts)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);


/** A value, and what it means where its name doesn't say that. */
const said = (schema, text) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(text));
/** The same of what may be absent. */
const maybe = (schema, text) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(said(schema, text));
/** A number of bytes. */
const bytes = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** By how many bytes something changed. */
const changeBytes = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b());
/** A duration. */
const milliseconds = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** How many there are. */
const count = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0));
/** Of a blob, a manifest or a config. */
const digest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^sha256:[0-9a-f]{64}$/));
/** Of git. */
const commit = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** A text that may be absent. */
const text = valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP());
/** In ISO 8601. */
const time = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .isoTimestamp */ .yhX());
/** Of an image, a layer or a part. */
const sizes = { compressedBytes: bytes, uncompressedBytes: bytes };
/** Of an image or a part. */
const changes = { compressedChangeBytes: changeBytes, uncompressedChangeBytes: changeBytes };
/** Where something stands. */
const place = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    file: said(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), 'Relative to the workspace.'),
    line: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(count),
    column: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(count),
});
/** A list for which Go writes null where it has nothing in it. */
const listOf = (item) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item), []);
/** How many tests there are, and what they came to. */
const counts = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ total: count, passed: count, failed: count, skipped: count });
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


/***/ })

};

export const id = 787;
export const ids = [787];
export const modules = {

/***/ 6572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7088);
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2570);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);



const isKey = (text) => /^[\w.][\w.-]*$/.test(text);
/** Reads one input at a time, and notes in `problems` what is wrong with it; then it gives what does no harm. */
class InputReader {
    #raw;
    #problems;
    constructor(raw, problems) {
        this.#raw = raw;
        this.#problems = problems;
    }
    /** Notes what is wrong with an input; `why` goes on after its name. */
    refuse(input, why) {
        this.#problems.add(input, why);
    }
    text(input) {
        return this.#raw[input].trim() || undefined;
    }
    /** What ends up as a name or as the value of an option: one that begins with `-` is a slip or an attack. */
    name(input) {
        const name = this.text(input);
        if (name !== undefined)
            this.#refuseOption(input, name);
        return name;
    }
    #refuseOption(input, value) {
        if (value.startsWith('-'))
            this.refuse(input, `"${value}" begins with "-"; an option is not a value here.`);
    }
    /** YAML 1.2's booleans, as @actions/core reads them. */
    flag(input) {
        const value = this.text(input) ?? _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[input].fallback;
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (!/^(false|False|FALSE)$/.test(value))
            this.refuse(input, `"${value}" is neither true nor false.`);
        return false;
    }
    choice(input, allowed) {
        const value = this.text(input) ?? _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[input].fallback;
        const found = allowed.find((choice) => choice === value);
        if (found === undefined)
            this.refuse(input, `"${value}" is not one of ${allowed.join(', ')}.`);
        return found ?? allowed[0];
    }
    /** Several of a closed set, in order; the word `none` alone stands for no one of them. */
    choices(input, allowed, none) {
        const written = this.#entries(input, { splitAtCommas: true });
        const values = written.length === 0 ? [_input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[input].fallback] : written;
        if (values.length === 1 && values[0] === none)
            return [];
        const chosen = values.flatMap((value) => {
            const found = allowed.find((choice) => choice === value);
            if (found !== undefined)
                return [found];
            const why = value === none ? `stands alone` : `is not one of ${[...allowed, none].join(', ')}`;
            this.refuse(input, `"${value}" ${why}.`);
            return [];
        });
        return [...new Set(chosen)];
    }
    list(input, splitAtCommas, form = {}) {
        const entries = this.#entries(input, { splitAtCommas, ...form });
        for (const entry of entries)
            this.#refuseOption(input, entry);
        return entries;
    }
    #entries(input, form) {
        const entries = this.attempt(input, () => (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E1)(this.#raw[input], form)) ?? [];
        if (entries.some((entry) => entry.includes('\0')))
            this.refuse(input, 'an entry contains a NUL character.');
        return entries;
    }
    /** What `parse` gives; where it throws, its words are a problem of the input. */
    attempt(input, parse) {
        try {
            return parse();
        }
        catch (error) {
            this.refuse(input, (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
            return undefined;
        }
    }
    keyValues(input, form, { bareValue, flawOf, ...listForm } = {}) {
        return this.#entries(input, { splitAtCommas: false, ...listForm }).flatMap((entry, index) => {
            const isBare = bareValue !== undefined && isKey(entry);
            if (isBare) {
                const value = bareValue(entry);
                if (value !== undefined)
                    return [[entry, value]];
            }
            const flaw = flawOf?.(entry);
            const pair = (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKeyValue */ .aK)(entry);
            if (flaw === undefined && pair && isKey(pair[0]))
                return [pair];
            // The entry itself may be a secret, so the message tells only where it stands.
            const other = isBare ? ', nor the name of an environment variable' : '';
            this.refuse(input, `entry ${index + 1} ${flaw ?? `is not of the form ${form}${other}.`}`);
            return [];
        });
    }
    /** What a parser makes of what was given, else of the default; undefined where both are empty, and where it throws, which is a problem. */
    value(input, parse) {
        const text = this.text(input) ?? _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[input].fallback;
        return text === '' ? undefined : this.attempt(input, () => parse(text));
    }
    /** The same of each entry of a list, without those that are problems. */
    values(input, parse) {
        const entries = this.#entries(input, { splitAtCommas: false });
        return entries.flatMap((entry) => this.attempt(input, () => [parse(entry)]) ?? []);
    }
}


/***/ }),

/***/ 7088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ inputTable),
/* harmony export */   v: () => (/* binding */ inputNames)
/* harmony export */ });
/** Every input with its default, which `npm run docs` takes from action.yml: a `flag` is true or false, a `list` has one value per line. */
const inputTable = {
    context: { fallback: '.', kind: 'text' },
    file: { fallback: '', kind: 'text' },
    'test-target': { fallback: '', kind: 'list' },
    target: { fallback: '', kind: 'text' },
    'missing-test-stage': { fallback: 'auto', kind: 'text' },
    'test-results': { fallback: 'auto', kind: 'text' },
    'test-cache': { fallback: 'false', kind: 'flag' },
    'test-timeout': { fallback: '', kind: 'text' },
    'allow-no-tests': { fallback: 'false', kind: 'flag' },
    coverage: { fallback: 'false', kind: 'flag' },
    'min-coverage': { fallback: '', kind: 'text' },
    'build-args': { fallback: '', kind: 'list' },
    'build-contexts': { fallback: '', kind: 'list' },
    secrets: { fallback: '', kind: 'list' },
    'secret-envs': { fallback: '', kind: 'list' },
    'secret-files': { fallback: '', kind: 'list' },
    ssh: { fallback: '', kind: 'list' },
    labels: { fallback: '', kind: 'list' },
    'oci-labels': { fallback: 'true', kind: 'flag' },
    annotations: { fallback: '', kind: 'list' },
    'image-name': { fallback: '', kind: 'list' },
    tags: { fallback: '', kind: 'list' },
    platforms: { fallback: '', kind: 'list' },
    push: { fallback: 'false', kind: 'flag' },
    load: { fallback: 'false', kind: 'flag' },
    pull: { fallback: 'false', kind: 'flag' },
    'no-cache': { fallback: 'false', kind: 'flag' },
    'no-cache-filters': { fallback: '', kind: 'list' },
    network: { fallback: '', kind: 'text' },
    'shm-size': { fallback: '', kind: 'text' },
    ulimit: { fallback: '', kind: 'list' },
    'add-hosts': { fallback: '', kind: 'list' },
    allow: { fallback: '', kind: 'list' },
    provenance: { fallback: '', kind: 'text' },
    sbom: { fallback: '', kind: 'text' },
    attests: { fallback: '', kind: 'list' },
    outputs: { fallback: '', kind: 'list' },
    builder: { fallback: 'auto', kind: 'text' },
    cache: { fallback: 'auto', kind: 'text' },
    'cache-ref': { fallback: '', kind: 'text' },
    'cache-mode': { fallback: 'max', kind: 'text' },
    'cache-write': { fallback: 'auto', kind: 'text' },
    'cache-mounts': { fallback: 'false', kind: 'flag' },
    'cache-from': { fallback: '', kind: 'list' },
    'cache-to': { fallback: '', kind: 'list' },
    'parallel-build': { fallback: 'true', kind: 'flag' },
    'image-key': { fallback: '', kind: 'text' },
    baseline: { fallback: 'cache', kind: 'list' },
    'baseline-image': { fallback: '', kind: 'text' },
    'baseline-release': { fallback: '', kind: 'text' },
    'size-metric': { fallback: 'compressed', kind: 'text' },
    'max-size': { fallback: '', kind: 'text' },
    'max-increase': { fallback: '', kind: 'list' },
    'ignore-base-image': { fallback: 'true', kind: 'flag' },
    'size-override-label': { fallback: 'size-increase-ok', kind: 'text' },
    'min-change': { fallback: '500 B', kind: 'text' },
    'smoke-test': { fallback: '', kind: 'text' },
    'smoke-port': { fallback: '', kind: 'text' },
    'smoke-timeout': { fallback: '30 s', kind: 'text' },
    'smoke-env': { fallback: '', kind: 'list' },
    comment: { fallback: 'auto', kind: 'text' },
    summary: { fallback: 'true', kind: 'flag' },
    'file-annotations': { fallback: 'true', kind: 'flag' },
    'report-dir': { fallback: '', kind: 'text' },
    'github-token': { fallback: '${{ github.token }}', kind: 'text' },
    inputs: { fallback: '', kind: 'text' },
};
/** All names in the order of action.yml. */
const inputNames = Object.keys(inputTable);


/***/ }),

/***/ 7300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ readEnvironment),
/* harmony export */   rO: () => (/* binding */ withDefaults),
/* harmony export */   uW: () => (/* binding */ readFlags)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7088);
/* harmony import */ var _shared_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2299);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);




/** The runner's INPUT_<NAME>, those in the JSON of `inputs` first. Throws a UserError for wrong JSON. */
function readEnvironment(env) {
    const inputs = withDefaults((name) => env[`INPUT_${name.toUpperCase()}`] || undefined);
    return { ...inputs, ...parseJsonInputs(inputs.inputs) };
}
/** All inputs: what `given` says of each, else its default. */
function withDefaults(given) {
    const pairs = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .v.map((name) => [name, given(name) ?? _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name].fallback]);
    return Object.fromEntries(pairs);
}
/** Reads `[CONTEXT] [--input value | --input=value | --flag [true | false] …]`. Throws a UserError that names the wrong word. */
function readFlags(words) {
    const inputs = { ...withDefaults(() => undefined) };
    const rest = [...words];
    const given = new Set();
    let contexts = 0;
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
        if (word === '--help' || word === '-h')
            return { kind: 'help' };
        if (!word.startsWith('-')) {
            if (++contexts > 1)
                throw wrong(`"${word}": only one CONTEXT can be given.`);
            inputs.context = word;
            continue;
        }
        const [name, inline] = splitOption(word);
        const value = inline ?? (_input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name].kind === 'flag' ? takeFlag(rest) : rest.shift());
        if (value === undefined)
            throw wrong(`--${name} needs a value.`);
        const joined = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name].kind === 'list' && given.has(name);
        inputs[name] = joined ? `${inputs[name]}\n${value}` : value;
        given.add(name);
    }
    return { kind: 'run', inputs: { ...inputs, ...parseJsonInputs(inputs.inputs) } };
}
/** A flag may be followed by its value; by itself it means `true`. */
function takeFlag(rest) {
    return /^(?:true|false)$/i.test(rest[0] ?? '') ? (rest.shift() ?? 'true') : 'true';
}
function splitOption(word) {
    const [, written, inline] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const name = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .v.find((candidate) => candidate === written);
    if (name !== undefined)
        return [name, inline];
    const hint = (0,_shared_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(written ?? word.replace(/^-/, ''), _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .v, '--');
    throw wrong(`${word.replace(/=[\s\S]*/, '')} is not an option.${hint} See --help.`);
}
function wrong(message) {
    return new _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('Wrong command line', message);
}
const valuesSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()])));
/** The inputs that a JSON object holds, as texts, without empty ones. Throws a UserError that names every key which is no input. */
function parseJsonInputs(text) {
    if (text.trim() === '')
        return {};
    const problems = new _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Problems */ .Zw();
    const given = {};
    for (const [key, value] of Object.entries(parseValues(text, problems))) {
        const name = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .v.find((candidate) => candidate === key && candidate !== 'inputs');
        if (name === undefined)
            problems.add('inputs', `there is no input "${key}".${(0,_shared_did_you_mean_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(key, _input_table_generated_js__WEBPACK_IMPORTED_MODULE_0__/* .inputNames */ .v)}`);
        else if (value !== null && value !== '')
            given[name] = String(value);
    }
    problems.throwIfAny();
    return given;
}
function parseValues(text, problems) {
    const example = 'write a JSON object with texts, such as ${{ toJSON(matrix.image) }}';
    try {
        const values = JSON.parse(text);
        // A record to valibot, whose keys are numbers.
        if (Array.isArray(values))
            throw new Error('this is a list');
        return valibot__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qgA(valuesSchema, values);
    }
    catch (error) {
        problems.add('inputs', `${example}: ${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
        return {};
    }
}


/***/ }),

/***/ 4217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ flawOfPush),
/* harmony export */   Zi: () => (/* binding */ flawOfName),
/* harmony export */   g$: () => (/* binding */ readTags)
/* harmony export */ });
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2570);

/** Reads `image-name` and `tags`: full names, and rules for every image name, of which those that give nothing in this run are left out. */
function readTags(read, facts) {
    const imageNames = [...new Set(read.list('image-name', true).map((name) => name.toLowerCase()))];
    const lines = read.list('tags', false);
    const isRule = (line) => /^type\s*=/.test(line) || (imageNames.length > 0 && !/[/:,]/.test(line));
    const full = lines
        .filter((line) => !isRule(line))
        .flatMap((line) => line.split(',').map((tag) => tag.trim()));
    const rules = imageNames.length > 0 && lines.length === 0 ? defaultRules : lines.filter(isRule);
    if (rules.length > 0 && imageNames.length === 0)
        read.refuse('image-name', 'rules in tags need it, such as ghcr.io/acme/shop.');
    const given = [
        ...new Set(rules.flatMap((rule) => read.attempt('tags', () => applyRule(rule, facts)) ?? [])),
    ];
    const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`));
    const tags = [...full.filter((tag) => tag !== ''), ...named];
    return { imageNames, tags: [...new Set(tags)], version: given[0] };
}
/** What is wrong with a name that is none of an image; undefined where the list has said it already. */
function flawOfName(tag) {
    if (tag.startsWith('-'))
        return undefined;
    const form = /^[^:]*(?::\d+\/[^:]*)?:[^:]*\/[^:]*$/.test(tag)
        ? 'a tag has no /. Of a branch, image-name with type=ref,event=branch in tags makes one that fits.'
        : 'write it as ghcr.io/acme/shop:1.2, in lower case.';
    return `is not an image name; ${form}`;
}
/** What is wrong with a good name that is to be pushed: without a registry or an owner it is one of Docker's own images. */
function flawOfPush(tag, isPushed) {
    return !isPushed || tag.includes('/')
        ? undefined
        : `would be pushed to docker.io/library, which is Docker's own; begin it with a registry and an owner: ghcr.io/acme/${tag.includes(':') ? tag : `shop:${tag}`}.`;
}
const commonAttributes = ['enable', 'prefix', 'suffix'];
/** In the words of docker/metadata-action. */
const types = {
    ref: {
        attributes: ['event'],
        flawOf: (get) => ['branch', 'tag', 'pr'].includes(get('event')) ? undefined : 'event=branch, event=tag or event=pr',
        tagOf: (get, facts) => partsOf(facts)[get('event')],
    },
    sha: {
        attributes: ['format'],
        tagOf: (get, { commit }) => (get('format') === 'long' ? commit : commit.slice(0, 7)),
    },
    semver: {
        attributes: ['pattern', 'value'],
        flawOf: (get) => (get('pattern') ? undefined : 'a pattern, such as pattern={{version}}'),
        tagOf: (get, facts) => {
            const values = placeholdersOf(facts);
            return versionOf(fill(get('value'), values) || (values['tag'] ?? ''), get('pattern'), values);
        },
    },
    raw: { attributes: ['value'], tagOf: (get, facts) => fill(get('value'), placeholdersOf(facts)) },
    schedule: {
        attributes: ['pattern'],
        tagOf: (get, facts) => facts.event === 'schedule' ? fill(get('pattern', 'nightly'), placeholdersOf(facts)) : undefined,
    },
    edge: {
        attributes: ['branch'],
        tagOf: (get, facts) => partsOf(facts)['branch'] === get('branch', facts.defaultBranch) ? 'edge' : undefined,
    },
};
/** Where `image-name` is given and `tags` is not: the branch, the commit, the version of a tag, `latest` on the default branch. */
const defaultRules = [
    'type=semver,pattern={{version}}',
    'type=semver,pattern={{major}}.{{minor}}',
    'type=ref,event=branch',
    'type=ref,event=pr',
    'type=sha',
    'type=raw,value=latest,enable={{is_default_branch}}',
];
/** The tag that a rule such as `type=semver,pattern={{version}}` gives in this run, if any; a text alone is `type=raw`. Throws an Error with what is wrong. */
function applyRule(rule, facts) {
    const pairs = (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFields */ .L5)(rule).map((field) => (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKeyValue */ .aK)(field) ?? ['value', field]);
    const { type: name = 'raw', ...given } = Object.fromEntries(pairs.map(([key, value]) => [key.trim(), value.trim()]));
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined)
        throw new Error(`"${name}" is not a type of tag; these are: ${Object.keys(types).join(', ')}.`);
    const known = [...type.attributes, ...commonAttributes];
    const unknown = Object.keys(given).find((key) => !known.includes(key));
    if (unknown !== undefined)
        throw new Error(`"${rule}" has no "${unknown}"; it has ${known.join(', ')}.`);
    const get = (key, fallback = '') => given[key] ?? fallback;
    const needed = type.flawOf?.(get);
    if (needed !== undefined)
        throw new Error(`"${rule}" needs ${needed}.`);
    for (const value of Object.values(given))
        checkPlaceholders(value, name === 'semver');
    const values = placeholdersOf(facts);
    const bare = fill(get('enable', 'true'), values) === 'true' ? type.tagOf(get, facts) : undefined;
    if (!bare)
        return undefined;
    const usual = name === 'sha' ? 'sha-' : get('event') === 'pr' ? 'pr-' : '';
    const tag = `${fill(get('prefix', usual), values)}${bare}${fill(get('suffix'), values)}`;
    return tag
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}
const globals = ['branch', 'tag', 'sha', 'is_default_branch', 'is_not_default_branch'];
const versions = ['raw', 'version', 'major', 'minor', 'patch'];
function checkPlaceholders(value, hasVersion) {
    const known = hasVersion ? [...versions, ...globals] : globals;
    for (const [whole, name = ''] of value.matchAll(/\{\{([^}]*)\}\}/g)) {
        if (!known.includes(name.trim()))
            throw new Error(`${whole} is not known here; these are: ${known.map((one) => `{{${one}}}`).join(', ')}.`);
    }
}
/** The branch, the tag or the pull request that a run is of. */
function partsOf({ ref }) {
    const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
    if (kind === 'heads')
        return { branch: name };
    if (kind === 'tags')
        return { tag: name };
    return kind === 'pull' ? { pr: name.replace(/\/(?:merge|head)$/, '') } : {};
}
function placeholdersOf(facts) {
    const { branch = '', tag = '' } = partsOf(facts);
    const isDefault = facts.event === 'schedule' || (branch !== '' && branch === facts.defaultBranch);
    return {
        ...{ branch, tag, sha: facts.commit.slice(0, 7) },
        ...{ is_default_branch: String(isDefault), is_not_default_branch: String(!isDefault) },
    };
}
/** Of a pre-release only `{{version}}` and `{{raw}}`: `1.2` and `1` belong to what is released. */
function versionOf(text, pattern, values) {
    const found = /^v?((\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
    if (found === null)
        return undefined;
    const [raw, version = '', major = '', minor = '', patch = '', preRelease] = found;
    const shape = preRelease !== undefined && !/\{\{\s*raw\s*\}\}/.test(pattern) ? '{{version}}' : pattern;
    return fill(shape, { ...values, raw, version, major, minor, patch });
}
function fill(text, values) {
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => values[name] ?? whole);
}


/***/ }),

/***/ 2299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** ` Did you mean …?` for a word that is one of these names but for a letter or three, with `prefix` before the name; empty for any other. */
function didYouMean(word, names, prefix = '') {
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word, names);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, near) <= Math.min(3, word.length / 2) ? ` Did you mean ${prefix}${near}?` : '';
}


/***/ })

};

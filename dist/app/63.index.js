export const id = 63;
export const ids = [63];
export const modules = {

/***/ 1352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ InputReader),
  O: () => (/* binding */ unreadable)
});

// EXTERNAL MODULE: ./node_modules/bytes-iec/index.js
var bytes_iec = __webpack_require__(2921);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/src/shared/schema-values.js
var schema_values = __webpack_require__(2918);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers/values.js



/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two); undefined for anything else. */
function parseSize(text) {
    if (!sizePattern.test(text.trim()))
        return undefined;
    const sizeBytes = bytes_iec.parse(text.trim());
    return sizeBytes !== null && Number.isSafeInteger(Math.round(sizeBytes)) ? Math.round(sizeBytes) : undefined;
}
const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/;
const unitMs = { ms: 1, s: 1_000, min: 60_000 };
/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day; undefined for anything else. */
function parseDuration(text) {
    const [, number, unit = ''] = durationPattern.exec(text.trim()) ?? [];
    const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN));
    return durationMs > 0 && durationMs <= 24 * 60 * 60_000 ? durationMs : undefined;
}
/** Reads a limit such as `2 MB` or `1.5 %`; undefined for anything else. */
function parseGrowthLimit(text) {
    const written = text.trim();
    const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(written)?.[1];
    if (percent !== undefined)
        return { kind: 'percent', written, percent: Number(percent) };
    const limitBytes = parseSize(written);
    return limitBytes === undefined ? undefined : { kind: 'bytes', written, limitBytes };
}
/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version; undefined for anything else. */
function parseTagPattern(text) {
    const written = text.trim();
    const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? [];
    if (prefix === undefined || suffix === undefined || /^[-/]|\/\/|\.\./.test(written))
        return undefined;
    return { written, prefix, suffix };
}
/**
 * Reads what is written for a smoke test: something that begins with `/` and has no space is a path, the word `healthcheck` is the image's
 * own one, all else a command: words with quotes as in a shell, though none is started, or a JSON array as in a Dockerfile.
 * Throws an Error that says what is wrong.
 */
function parseSmokeCheck(text) {
    const written = text.trim();
    if (/[\0\r\n]/.test(written))
        throw new Error('it has to be one line; put several commands into a script.');
    if (/^\/\S*$/.test(written))
        return { kind: 'path', path: written };
    if (written === 'healthcheck')
        return { kind: 'healthcheck' };
    const words = written.startsWith('[') ? parseArray(written) : splitWords(written);
    if (words[0] === undefined || words[0] === '')
        throw new Error('the command is empty.');
    return { kind: 'command', written, words };
}
function parseArray(written) {
    const words = (0,schema_values/* parseAs */.gf)(dist/* array */.YOg(dist/* string */.YjP()), written);
    if (words !== undefined)
        return words;
    throw new Error('this is no JSON array of words, such as ["dotnet", "Shop.dll", "--self-check"].');
}
/** Splits at white space; quotes and backslashes mean what they mean to a shell, and nothing else does. */
function splitWords(written) {
    const words = [];
    let rest = written;
    while (rest !== '') {
        const [word] = /^(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/.exec(rest) ?? [];
        if (word === undefined)
            throw new Error('a quote or a backslash has nothing behind it.');
        words.push(word.replace(/\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/g, (_, escaped, plain, quoted) => escaped ?? plain ?? (quoted ?? '').replace(/\\(["\\$`])/g, '$1')));
        rest = rest.slice(word.length).trimStart();
    }
    return words;
}

// EXTERNAL MODULE: ./lib/src/inputs/input-table.generated.js
var input_table_generated = __webpack_require__(7088);
// EXTERNAL MODULE: ./lib/src/shared/csv.js
var csv = __webpack_require__(2570);
// EXTERNAL MODULE: ./lib/src/shared/errors.js
var errors = __webpack_require__(8835);
;// CONCATENATED MODULE: ./lib/src/inputs/input-reader.js




/** What stands before the words of a list's parser. */
const unreadable = "the list can't be read: ";
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
        const value = this.text(input) ?? input_table_generated/* inputTable */.F[input].fallback;
        if (/^(true|True|TRUE)$/.test(value))
            return true;
        if (!/^(false|False|FALSE)$/.test(value))
            this.refuse(input, `"${value}" is neither true nor false.`);
        return false;
    }
    choice(input, allowed) {
        const value = this.text(input) ?? input_table_generated/* inputTable */.F[input].fallback;
        const found = allowed.find((choice) => choice === value);
        if (found === undefined)
            this.refuse(input, `"${value}" is not one of ${allowed.join(', ')}.`);
        return found ?? allowed[0];
    }
    /** Several of a closed set, in order; the word `none` alone stands for no one of them. */
    choices(input, allowed, none) {
        const written = this.#entries(input, { splitAtCommas: true });
        const values = written.length === 0 ? [input_table_generated/* inputTable */.F[input].fallback] : written;
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
        const entries = this.attempt(input, () => (0,csv/* parseList */.E1)(this.#raw[input], form), unreadable) ?? [];
        if (entries.some((entry) => entry.includes('\0')))
            this.refuse(input, 'an entry contains a NUL character.');
        return entries;
    }
    /** What `parse` gives; where it throws, its words are a problem of the input, after those that say of what they are. */
    attempt(input, parse, of = '') {
        try {
            return parse();
        }
        catch (error) {
            this.refuse(input, `${of}${(0,errors/* messageOf */.bD)(error)}`);
            return undefined;
        }
    }
    keyValues(input, form, { bareValue, ...listForm } = {}) {
        return this.#entries(input, { splitAtCommas: false, ...listForm }).flatMap((entry, index) => {
            const isBare = bareValue !== undefined && isKey(entry);
            if (isBare) {
                const value = bareValue(entry);
                if (value !== undefined)
                    return [[entry, value]];
            }
            const pair = (0,csv/* parseKeyValue */.aK)(entry);
            if (pair && isKey(pair[0]))
                return [pair];
            // The entry itself may be a secret, so the message tells only where it stands.
            const other = isBare ? ', nor the name of an environment variable' : '';
            this.refuse(input, `entry ${index + 1} is not of the form ${form}${other}.`);
            return [];
        });
    }
    /** Milliseconds of a positive number of minutes. */
    minutes(input) {
        const minutes = this.#number(input, (one) => one > 0 && one <= 24 * 60, 'a number of minutes between 0 and 1440');
        return minutes && minutes * 60_000;
    }
    duration(input) {
        const form = 'a duration of at most a day; write a number and a unit, such as 30 s or 2 min';
        return (this.#parsed(input, this.text(input) ?? input_table_generated/* inputTable */.F[input].fallback, parseDuration, `not ${form}`) ?? 0);
    }
    port(input) {
        const isPort = (one) => Number.isInteger(one) && one >= 1 && one <= 65_535;
        return this.#number(input, isPort, 'a port between 1 and 65535');
    }
    smokeCheck(input) {
        const value = this.text(input);
        return value === undefined ? undefined : this.attempt(input, () => parseSmokeCheck(value));
    }
    percent(input) {
        return this.#number(input, (one) => one >= 0 && one <= 100, 'a percentage between 0 and 100');
    }
    #number(input, isGood, form) {
        const value = this.text(input);
        if (value === undefined)
            return undefined;
        const isNumber = /^\d+(?:\.\d+)?$/.test(value);
        if (isNumber && isGood(Number(value)))
            return Number(value);
        const why = isNumber
            ? `"${Number(value)}" is not ${form}.`
            : `"${value}" is not a number; write it with digits, such as 10.`;
        this.refuse(input, why);
        return undefined;
    }
    /** What `parse` makes of a value; where it can make nothing of it, that is a problem. */
    #parsed(input, value, parse, why) {
        const parsed = value === undefined ? undefined : parse(value);
        if (value !== undefined && parsed === undefined)
            this.refuse(input, `"${value}" is ${why}.`);
        return parsed;
    }
    growthLimits(input) {
        const why = 'no limit of growth; write a size such as 2 MB or a share such as 1.5 %, one per line';
        return this.#entries(input, { splitAtCommas: false }).flatMap((entry) => this.#parsed(input, entry, parseGrowthLimit, why) ?? []);
    }
    tagPattern(input) {
        const why = 'no form of a tag; write it with one * for the version, such as v* or shop-v*';
        return this.#parsed(input, this.name(input), parseTagPattern, why);
    }
    size(input) {
        const why = 'not a size; write a number and a unit, such as 120 MB or 1.5 MiB';
        return this.#parsed(input, this.text(input), parseSize, why);
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
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7088);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8835);




/** The inputs that had another name, by that. */
const newNames = new Map([
    ['noise', 'min-change'],
    ['overlap', 'parallel-build'],
]);
/** The runner's INPUT_<NAME>, those in the JSON of `inputs` first. Throws a UserError for wrong JSON, and for an old name, which would be without effect. */
function readEnvironment(env) {
    const old = [...newNames].filter(([name]) => env[`INPUT_${name.toUpperCase()}`]);
    if (old.length > 0)
        throw new _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('Renamed inputs', old.map(([name, now]) => `${name}: this input is now ${now}.`).join('\n'));
    const inputs = withDefaults((name) => env[`INPUT_${name.toUpperCase()}`] || undefined);
    return { ...inputs, ...parseJsonInputs(inputs.inputs) };
}
/** All inputs: what `given` says of each, else its default. */
function withDefaults(given) {
    const pairs = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v.map((name) => [name, given(name) ?? _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F[name].fallback]);
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
        const value = inline ?? (_input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F[name].kind === 'flag' ? takeFlag(rest) : rest.shift());
        if (value === undefined)
            throw wrong(`--${name} needs a value.`);
        const joined = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputTable */ .F[name].kind === 'list' && given.has(name);
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
    const name = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v.find((candidate) => candidate === written);
    if (name !== undefined)
        return [name, inline];
    const renamed = newNames.get(written ?? '');
    if (renamed !== undefined)
        throw wrong(`--${written ?? ''} is now --${renamed}.`);
    const nearest = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(written ?? word, _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v);
    throw wrong(`${word.replace(/=[\s\S]*/, '')} is not an option; did you mean --${nearest}? See --help.`);
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
        const name = _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v.find((candidate) => candidate === key && candidate !== 'inputs');
        if (name === undefined)
            problems.add('inputs', `there is no input "${key}".${hint(key)}`);
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
function hint(key) {
    const renamed = newNames.get(key);
    if (renamed !== undefined)
        return ` It is now ${renamed}.`;
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(key, _input_table_generated_js__WEBPACK_IMPORTED_MODULE_1__/* .inputNames */ .v);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(key, near) <= 3 ? ` Did you mean ${near}?` : '';
}


/***/ }),

/***/ 4217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readTags)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8835);
/* harmony import */ var _shared_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2570);


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
        ...new Set(rules.flatMap((rule) => read.attempt('tags', () => applyTagRule(parseTagRule(rule), facts)) ?? [])),
    ];
    const named = imageNames.flatMap((name) => given.map((tag) => `${name}:${tag}`));
    const tags = [...full.filter((tag) => tag !== ''), ...named];
    return { imageNames, tags: [...new Set(tags)], version: given[0] };
}
const types = ['ref', 'sha', 'semver', 'raw', 'schedule', 'edge'];
const common = ['enable', 'prefix', 'suffix'];
const attributesOf = {
    ref: ['event'],
    sha: ['format'],
    semver: ['pattern', 'value'],
    raw: ['value'],
    schedule: ['pattern'],
    edge: ['branch'],
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
/** Reads a rule such as `type=semver,pattern={{version}}`; a text by itself is `type=raw`. Throws an Error that says what is wrong. */
function parseTagRule(written) {
    const pairs = fieldsOf(written).map((field) => {
        const at = field.indexOf('=');
        return at < 0
            ? ['value', field]
            : [field.slice(0, at).trim(), field.slice(at + 1).trim()];
    });
    const { type: asked = 'raw', ...given } = Object.fromEntries(pairs);
    const type = types.find((one) => one === asked);
    if (type === undefined)
        throw new Error(`"${asked}" is not a type of tag; these are: ${types.join(', ')}.`);
    const known = [...attributesOf[type], ...common];
    const unknown = Object.keys(given).find((name) => !known.includes(name));
    if (unknown !== undefined)
        throw new Error(`"${written}" has no "${unknown}"; it has ${known.join(', ')}.`);
    const attributes = new Map(Object.entries(given));
    if (type === 'ref' && !['branch', 'tag', 'pr'].includes(attributes.get('event') ?? ''))
        throw new Error(`"${written}" needs event=branch, event=tag or event=pr.`);
    if (type === 'semver' && !attributes.has('pattern'))
        throw new Error(`"${written}" needs a pattern, such as pattern={{version}}.`);
    for (const value of attributes.values())
        checkPlaceholders(value, type);
    return { type, attributes };
}
function fieldsOf(written) {
    try {
        return (0,_shared_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFields */ .L5)(written);
    }
    catch (error) {
        throw new Error(`"${written}" can't be read: ${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}.`, { cause: error });
    }
}
const globals = ['branch', 'tag', 'sha', 'is_default_branch', 'is_not_default_branch'];
const versions = ['raw', 'version', 'major', 'minor', 'patch'];
function checkPlaceholders(value, type) {
    const known = type === 'semver' ? [...versions, ...globals] : globals;
    for (const [whole, name = ''] of value.matchAll(/\{\{([^}]*)\}\}/g)) {
        if (!known.includes(name.trim()))
            throw new Error(`${whole} is not known here; these are: ${known.map((one) => `{{${one}}}`).join(', ')}.`);
    }
}
/** The tag that a rule gives in this run, made of what a registry takes; undefined where it gives none. */
function applyTagRule({ type, attributes }, facts) {
    const get = (name, fallback = '') => attributes.get(name) ?? fallback;
    const enabled = fill(get('enable', 'true'), facts);
    if (enabled !== 'true')
        return undefined;
    const bare = bareTag(type, get, facts);
    if (bare === undefined || bare === '')
        return undefined;
    const usual = type === 'sha' ? 'sha-' : type === 'ref' && get('event') === 'pr' ? 'pr-' : '';
    const tag = `${fill(get('prefix', usual), facts)}${bare}${fill(get('suffix'), facts)}`;
    return tag
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}
function bareTag(type, get, facts) {
    const { branch, tag, pullRequest } = partsOf(facts);
    switch (type) {
        case 'ref':
            return { branch, tag, pr: pullRequest }[get('event')];
        case 'sha':
            return get('format') === 'long' ? facts.commit : facts.commit.slice(0, 7);
        case 'semver':
            return versionOf(fill(get('value'), facts) || (tag ?? ''), get('pattern'));
        case 'raw':
            return fill(get('value'), facts);
        case 'schedule':
            return facts.event === 'schedule' ? fill(get('pattern', 'nightly'), facts) : undefined;
        case 'edge':
            return branch !== undefined && branch === get('branch', facts.defaultBranch) ? 'edge' : undefined;
    }
}
function partsOf({ ref }) {
    const [, kind, name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
    if (kind === 'heads')
        return { branch: name };
    if (kind === 'tags')
        return { tag: name };
    return kind === 'pull' ? { pullRequest: name.replace(/\/(?:merge|head)$/, '') } : {};
}
/** Of a pre-release only `{{version}}` and `{{raw}}`: `1.2` and `1` belong to what is released. */
function versionOf(text, pattern) {
    const found = /^v?((\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?)(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
    if (found === null)
        return undefined;
    const [raw, version = '', major = '', minor = '', patch = '', preRelease] = found;
    const values = { raw, version, major, minor, patch };
    const shape = preRelease !== undefined && !/\{\{\s*raw\s*\}\}/.test(pattern) ? '{{version}}' : pattern;
    return shape.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => values[name] ?? '');
}
function fill(value, facts) {
    const { branch = '', tag = '' } = partsOf(facts);
    const isDefault = facts.event === 'schedule' || (branch !== '' && branch === facts.defaultBranch);
    const values = {
        ...{ branch, tag, sha: facts.commit.slice(0, 7) },
        ...{ is_default_branch: String(isDefault), is_not_default_branch: String(!isDefault) },
    };
    return value.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => values[name] ?? whole);
}


/***/ })

};

export const id = 609;
export const ids = [609];
export const modules = {

/***/ 5840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sizeOf),
/* harmony export */   C: () => (/* binding */ changeOf)
/* harmony export */ });
/** The size of an image, a layer or a part in the metric that was asked for, in bytes. */
function sizeOf(sizes, metric) {
    return metric === 'compressed' ? sizes.compressedBytes : sizes.uncompressedBytes;
}
/** How many bytes an image or a part changed by in the metric. */
function changeOf(deltas, metric) {
    return metric === 'compressed' ? deltas.compressedChangeBytes : deltas.uncompressedChangeBytes;
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
    /** Hides a secret from now on: as a whole and each of its lines, as they are and as they stand in an address. */
    add(secret) {
        for (const line of [secret, ...secret.split(/\r?\n/)].map((text) => text.trim())) {
            if (line.length < minLength)
                continue;
            this.#values.add(line).add(encodeURIComponent(line));
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

/***/ 3373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema),
/* harmony export */   f: () => (/* binding */ reportVersion)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

const bytes = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const changeBytes = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b());
const milliseconds = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const count = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0));
const digest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^sha256:[0-9a-f]{64}$/));
/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage = /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/;
const place = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    file: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Relative to the workspace.')),
    line: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
    column: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
});
const counts = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ total: count, passed: count, failed: count, skipped: count });
const testResult = {
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    className: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed', 'skipped']),
    durationMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(milliseconds),
    message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    stack: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    stdout: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    stderr: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
};
const coverageCounts = {
    linesCovered: count,
    linesValid: count,
    branchesCovered: count,
    branchesValid: count,
};
const tests = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    verdict: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
    reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    cached: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('No test ran: nothing that they depend on has changed since they passed.'))),
    hiddenBy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What kept a failure from failing the build.'))),
    stages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    place: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ file: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), line: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count), command: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The RUN to look at when something is wrong.'))),
    source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['files', 'log', 'none']),
    counts,
    failures: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        ...testResult,
        project: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        framework: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        place: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(place),
    })),
    flaky: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        project: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        framework: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        attempts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed', 'skipped'])),
        message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Tests that failed in one attempt and passed in a later one.'))),
    coverage: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        total: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(coverageCounts),
        files: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), ...coverageCounts })),
    })),
    runs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['trx', 'log']),
        project: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        framework: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        results: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(testResult)),
        counts,
        durationMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(milliseconds),
        errors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        aborted: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        incomplete: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    })),
    compilerMessages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        severity: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning']),
        code: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        text: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        place: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(place),
    })),
    durationMs: milliseconds,
    baseline: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        durationMs: milliseconds,
        linesCovered: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
        linesValid: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
        gone: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Tests that ran then and did not run now.')),
        added: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Tests that ran now and did not run then.')),
    }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The tests of the baseline, and which came and went since.'))),
});
const base = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(digest),
    layerCount: count,
    dotnetVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const layer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    digest,
    compressedBytes: bytes,
    uncompressedBytes: bytes,
    createdBy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What made it, as the image’s history words it.')),
    isBase: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    line: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
    copiedFrom: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const partKind = valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([
    'base',
    'package',
    'project',
    'runtime',
    'single-file',
    'static-web-assets',
    'other',
    'archive',
    'unlisted',
    'config',
]);
const size = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ compressedBytes: bytes, uncompressedBytes: bytes });
const downloadBytes = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Compressed layers that a machine which holds the baseline image does not have; all without a baseline.'));
const image = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    engine: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    driver: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    method: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['oci-layout', 'docker-save']), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('docker-save: compressed sizes are estimates.')),
    compression: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['gzip', 'zstd', 'none', 'other']),
    manifestDigest: digest,
    configDigest: digest,
    configBytes: bytes,
    compressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Compressed layers plus the config, as a registry stores them.')),
    uncompressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Sum of the uncompressed layers, as on a node’s disk.')),
    downloadBytes,
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(base),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    layers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(layer),
    layersRead: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(count, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The others are known from the baseline.')),
    createdAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX()),
    commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    sdk: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), compressedBytes: bytes }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The image that it was built in, as the registry has it.'))),
    parts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: partKind,
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        fileCount: count,
        ...size.entries,
        isEstimate: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What the image is made of; they add up to both sizes exactly.')),
    hidden: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        bytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Uncompressed bytes of files that a later layer replaces or removes.')),
        files: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sizeBytes: bytes, layer: count, hiddenBy: count })),
    }),
});
const comparison = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    compressedChangeBytes: changeBytes,
    uncompressedChangeBytes: changeBytes,
    isBelowMinChange: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The change is no larger than the input min-change.')),
    layers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['same', 'changed', 'added', 'removed']),
        before: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(layer),
        after: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(layer),
    })),
    parts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([...partKind.options, 'recompressed']),
        name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        versionBefore: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        versionAfter: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        compressedChangeBytes: changeBytes,
        uncompressedChangeBytes: changeBytes,
        isEstimate: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What the change consists of; they add up to both changes exactly.')),
    files: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['added', 'removed', 'changed', 'renamed']),
        path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        pathBefore: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        beforeBytes: bytes,
        afterBytes: bytes,
        compressedChangeBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(changeBytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('An estimate: a file of the same size may compress otherwise.')),
        part: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO([...partKind.options, 'recompressed']), name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    })),
});
const baseline = valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('found'),
        source: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['cache', 'folder', 'registry', 'rebuild']),
        reference: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The image’s name in its registry.'))),
        commitsBetween: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(count, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('How many commits its own one is behind what the tree grew from.'))),
        commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        branch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        changedBuildArgs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Names of build arguments that differ from those of then.'))),
        createdAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX()),
        ...size.entries,
        base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(base),
        baseCompressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Its layers that come from its base image.')),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none'), reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
const step = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    stage: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    position: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['cached', 'done', 'failed', 'cancelled']),
    durationMs: milliseconds,
    error: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    sentBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What went to the builder of the build context.'))),
    receivedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What came from a registry or a cache for it, compressed.'))),
});
const smokeTest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    check: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What was looked at, such as `GET /healthz on port 8080`.')),
    outcome: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'failed']),
    durationMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(milliseconds, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('From the start of the container to the success of the test, or to its failure; 0 where it never started.')),
    httpStatus: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(count),
    exitCode: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeInteger */ .Y2b())),
    memoryBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What the container used when the test had passed, without the page cache.'))),
    logLines: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The last lines that the container wrote.')),
});
const limits = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('size'), isExceeded: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), limitBytes: bytes, sizeBytes: bytes }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('growth'),
        isExceeded: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        written: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        limitBytes: bytes,
        growthBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(changeBytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What counts, without `ignoredBytes`.')),
        ignoredBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Growth of the base image that does not count.')),
    }),
]));
/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
const reportVersion = 2;
const budget = valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none') }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['ok', 'exceeded']), limits }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('overridden'),
        limits,
        label: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The label of the pull request that allows its growth.')),
    }),
]);
const release = valibot__WEBPACK_IMPORTED_MODULE_0__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('found'),
        tag: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        taggedCommit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        commitsBefore: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(count, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('How many commits before that one the image was measured.')),
        createdAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX()),
        ...size.entries,
        compressedChangeBytes: changeBytes,
        uncompressedChangeBytes: changeBytes,
        isBelowMinChange: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The change is no larger than the input min-change.')),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none'), reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
]);
/** The form of report.json, which docs/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
const reportSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(reportVersion),
    imageKey: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    file: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    target: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sizeMetric: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['compressed', 'uncompressed']), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What headline and budgets use.')),
    problems: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        place: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(place),
        snippet: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })),
    warnings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    tests: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(tests),
    image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(image),
    baseline: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(baseline),
    comparison: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(comparison),
    release: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(release, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The newest release that the tree grew from; no budget is held against it.'))),
    advice: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        compressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(bytes),
        uncompressedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(bytes),
        evidence: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        place: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(place),
        fix: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        link: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(vendorPage), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('The vendor’s page about it.')),
    })),
    history: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        createdAt: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX()),
        commit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        ...size.entries,
    })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Earlier baselines, the oldest first.')),
    budget,
    platforms: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        manifestDigest: digest,
        ...size.entries,
        downloadBytes,
        baseline: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(size),
        isBelowMinChange: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()),
        release: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(release),
        budget,
    })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Of an image for several platforms, each with its own baseline and budget; the first is `image`.'))),
    checks: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ rule: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), line: count })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What BuildKit’s own checks say of the Dockerfile.'))),
    cache: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['gha', 'registry', 'local', 'own', 'off']),
        from: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        to: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
        testsFrom: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
        testsTo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('For what only stages that test need, one for each of them.')),
        reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        warnings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    })),
    cacheUse: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        readMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(milliseconds, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('For finding out what is in it.')),
        receivedBytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(bytes, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Of layers that came out of it, compressed.')),
        writeMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(milliseconds),
    })),
    steps: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ test: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(step), image: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(step) }),
    smokeTest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(smokeTest),
    delivery: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        digest: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        outputs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
            how: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['pushed', 'loaded', 'written']),
            where: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Image names, or a path; empty for an engine that was given no name.')),
            checkedBy: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['manifest', 'config', 'build']), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('What tells that it is the measured image: its manifest, its config, or that it comes from the same build.')),
            durationMs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(milliseconds), valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_('Missing where the build itself did it.')),
        })),
    })),
});


/***/ }),

/***/ 9439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ describeRelease),
/* harmony export */   a: () => (/* binding */ shortRelease)
/* harmony export */ });
/* harmony import */ var _compare_metric_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5840);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9408);



/**
 * How the image changed since the last release, as a sentence; empty where nobody asked. `quote` is for names, `say` for whole
 * sentences that may not be ours.
 */
function describeRelease({ release, sizeMetric }, now, { quote, say }) {
    if (release === undefined)
        return '';
    if (release.kind === 'none')
        return say(release.reason);
    const { tag, commitsBefore, createdAt } = release;
    const measured = commitsBefore === 0 ? '' : ` (measured ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(commitsBefore, 'commit')} before it)`;
    const change = release.isBelowMinChange ? 'no change' : sinceRelease(release, sizeMetric);
    return `Since release ${quote(tag)}${measured}, ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAge */ .nV)(createdAt, now)}: ${change}.`;
}
/** The change since the last release as words of a headline: `+9.80 MB since v2.4.0`; undefined where it says nothing. */
function shortRelease({ release, sizeMetric, }) {
    if (release?.kind !== 'found' || release.isBelowMinChange)
        return undefined;
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)((0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C)(release, sizeMetric))} since ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(release.tag, 60)}`;
}
function sinceRelease(release, metric) {
    const [delta, before] = [(0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C)(release, metric), (0,_compare_metric_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeOf */ .$)(release, metric)];
    return `${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatChange */ .eD)(delta)}${before === 0 ? '' : ` (${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(delta / before)})`}`;
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   eD: () => (/* binding */ formatChange),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   nV: () => (/* binding */ formatAge)
/* harmony export */ });
/* harmony import */ var _shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(881);

/** A change with its sign: `+1.02 MB`, `−340 B`, or `no change`. */
function formatChange(changeBytes) {
    if (changeBytes === 0)
        return 'no change';
    return `${changeBytes > 0 ? '+' : '−'}${(0,_shared_format_size_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .X)(Math.abs(changeBytes))}`;
}
/** A change in percent with its sign: `+0.8 %`; small ones keep a digit that is not zero, as far as two places reach. */
function formatPercent(fraction) {
    const percent = Math.abs(fraction * 100);
    const digits = percent < 1 ? 2 : 1;
    return `${fraction < 0 ? '−' : '+'}${percent.toFixed(digits)} %`;
}
/** How long ago something was, for people: `3 hours ago`. */
function formatAge(fromIso, now) {
    const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(fromIso)) / 60_000));
    const [count, unit] = minutes < 90
        ? [minutes, 'minute']
        : minutes < 48 * 60
            ? [Math.round(minutes / 60), 'hour']
            : [Math.round(minutes / 1440), 'day'];
    return count === 0 ? 'just now' : `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
/** `1 test`, `2 tests`. */
function plural(count, noun) {
    return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 9408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _shared_clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1283);

const maxNameLength = 300;
/** What GitHub links to a commit: 7 to 40 hexadecimal digits, here those that are neither a number nor a word. */
const commitName = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/g;
/** Characters that mean something to GitHub's renderer, and what makes links of itself, as entities: these are never markup. */
function escapeMarkup(text) {
    return text.replace(/[&<>"'`*_~|\\[\]$@#]|:(?=\/\/)|(?<=\bwww)\./gi, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
/**
 * A name that came from somebody else's file or log, as inline code: nothing in it is markup, and inside of code GitHub
 * makes no mention, issue or link of it. Control characters and right-to-left marks are dropped, a long one is cut.
 */
function code(name) {
    const line = cut((0,_shared_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(name).replace(/\s+/g, ' ').trim(), maxNameLength);
    // GitHub makes links of mail addresses also where the @ is an entity; a comment in between shows nothing and parts them.
    return line === '' ? '' : `<code>${escapeMarkup(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`;
}
/** A sentence with foreign words in it, as plain text: no markup, no mention, no link to an issue or a commit. */
function text(sentence) {
    const line = (0,_shared_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(sentence).replace(/\s+/g, ' ').trim();
    // GitHub looks for mentions, issues, commits and emoji after rendering, so an entity alone does not hide them.
    return escapeMarkup(cut(line, 2_000))
        .replace(/(&#64;|&#35;)/g, '$1\u200b')
        .replace(/\bGH(?=-\d)/gi, (written) => `${written.slice(0, 1)}\u200b${written.slice(1)}`)
        .replace(/:(?=[\w+-]+:)/g, ':\u200b')
        .replace(commitName, (name) => name.replace(/.{6}(?=.)/g, '$&\u200b'));
}
/** Several lines as a code block whose fence is longer than any in it. */
function codeBlock(content, language = 'text') {
    const lines = content
        .split(/\r\n|\r|\n/)
        .map(_shared_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)
        .join('\n');
    const longest = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines}\n${fence}`;
}
/** Text with a limit, and a sign that it was cut. */
function cut(content, maxLength) {
    if (content.length <= maxLength)
        return content;
    // Half of a character of two code units is none.
    return `${content.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/**
 * A table; every cell must already be Markdown. Columns named with a trailing `:` are aligned to the right, and their
 * figures stay on one line.
 */
function table(headings, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const titles = headings.map((heading) => heading.replace(/:$/, ''));
    const rule = headings.map((heading) => (heading.endsWith(':') ? '---:' : '---'));
    const isFigure = headings.map((heading) => heading.endsWith(':'));
    const whole = (cells) => cells.map((cell, column) => (isFigure[column] === true ? cell.replaceAll(' ', '\u00a0') : cell));
    return [line(titles), line(rule), ...rows.map((cells) => line(whole(cells)))].join('\n');
}
/** A part that can be folded, and is unless `isOpen`; `title` must already be safe HTML. */
function details(title, content, isOpen = false) {
    return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${content}\n\n</details>`;
}


/***/ }),

/***/ 1283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sr: () => (/* binding */ cleanLogLine),
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


/***/ }),

/***/ 881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ formatSize)
/* harmony export */ });
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** A size in powers of ten, rounded to two places, as registries and the reports show it: `122.41 MB`, `340 B`. */
function formatSize(sizeBytes) {
    let value = Math.round(Math.abs(sizeBytes));
    let unit = 0;
    // What is rounded to a thousand is one of the next unit.
    while (Math.round(value * 100) >= 100_000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${sizeBytes < 0 ? '-' : ''}${value.toFixed(unit === 0 ? 0 : 2)} ${units[unit] ?? ''}`;
}


/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PV: () => (/* binding */ mergeCoverage),
/* harmony export */   Qq: () => (/* binding */ lineCoveragePercent),
/* harmony export */   Yr: () => (/* binding */ branchCoveragePercent)
/* harmony export */ });
/* harmony import */ var _log_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4129);

/** Covered lines in percent; 100 for code without lines. */
function lineCoveragePercent({ total }) {
    return total.linesValid === 0 ? 100 : (total.linesCovered / total.linesValid) * 100;
}
/** Covered branches in percent; 100 for code without branches. */
function branchCoveragePercent({ total }) {
    return total.branchesValid === 0 ? 100 : (total.branchesCovered / total.branchesValid) * 100;
}
/**
 * Merges reports by file and line. The assemblies of the tests themselves are left out, by their names in any case, with or
 * without extension. A line is covered if any report says so; of its branches the best count holds, since Cobertura does
 * not say which of them were taken: what two projects cover of one line together can be more. So a report that is found
 * twice changes nothing.
 */
function mergeCoverage(reports, testAssemblies) {
    const tests = new Set(Array.from(testAssemblies, (name) => (0,_log_text_js__WEBPACK_IMPORTED_MODULE_0__/* .assemblyName */ .UU)(name).toLowerCase()));
    const merged = new Map();
    for (const { modules } of reports) {
        for (const { name, files } of modules) {
            if (tests.has(name.toLowerCase()))
                continue;
            for (const file of files)
                mergeFile(merged, file);
        }
    }
    const files = [...merged.values()].map(countFile).sort((a, b) => (a.path < b.path ? -1 : 1));
    return { total: sum(files), files };
}
function mergeFile(merged, { path, hits, branches }) {
    const known = merged.get(path);
    const into = known ?? {
        path,
        hits: new Map(),
        branches: new Map(),
    };
    if (known === undefined)
        merged.set(path, into);
    for (const [line, count] of hits)
        into.hits.set(line, Math.max(into.hits.get(line) ?? 0, count));
    for (const [line, { covered, valid }] of branches) {
        const old = into.branches.get(line) ?? { covered: 0, valid: 0 };
        into.branches.set(line, { covered: Math.max(old.covered, covered), valid: Math.max(old.valid, valid) });
    }
}
function countFile({ path, hits, branches }) {
    const counts = {
        path,
        linesCovered: 0,
        linesValid: hits.size,
        branchesCovered: 0,
        branchesValid: 0,
    };
    for (const count of hits.values())
        if (count > 0)
            counts.linesCovered += 1;
    for (const { covered, valid } of branches.values()) {
        counts.branchesCovered += covered;
        counts.branchesValid += valid;
    }
    return counts;
}
function sum(files) {
    const total = { linesCovered: 0, linesValid: 0, branchesCovered: 0, branchesValid: 0 };
    for (const file of files) {
        total.linesCovered += file.linesCovered;
        total.linesValid += file.linesValid;
        total.branchesCovered += file.branchesCovered;
        total.branchesValid += file.branchesValid;
    }
    return total;
}


/***/ }),

/***/ 4129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ readDuration),
/* harmony export */   $l: () => (/* binding */ textLimit),
/* harmony export */   IN: () => (/* binding */ cutText),
/* harmony export */   UU: () => (/* binding */ assemblyName),
/* harmony export */   XW: () => (/* binding */ shortFramework),
/* harmony export */   ds: () => (/* binding */ nameLimit),
/* harmony export */   is: () => (/* binding */ sameSpaces),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
/** Longest line that is looked at, in characters; the rest of a longer one is dropped. */
const lineLimit = 16_384;
/** Longest message, stack or output of one test that is kept, in characters. */
const textLimit = 16_384;
/** Longest name of a test that is kept, in characters; theory data can make names of 100 kB. */
const nameLimit = 1024;
/*
 * Terminal sequences: CSI, OSC (a title, progress), other two-character escapes. Every part is bounded or can't overlap
 * with the next one, so that a line of one megabyte costs one pass.
 */
const escapes = /\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,1024}(?:\x07|\x1b\\)?|[ -/]?[0-~])?/g;
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g;
/**
 * One or more lines as a reader sees them: without terminal sequences and control characters, cut to `lineLimit`. A
 * carriage return inside begins a new line, as it does on the runner.
 */
function plainLines(raw) {
    const text = raw.length > 4 * lineLimit ? raw.slice(0, 4 * lineLimit) : raw;
    const clean = text.includes('\x1b') ? text.replace(escapes, '') : text;
    return clean
        .replace(/[\r\n]+$/, '')
        .split(/\r?\n|\r/)
        .map((line) => cutText(line.replace(controls, ''), lineLimit));
}
/** The text cut to a limit in characters, never in the middle of a surrogate pair, with an ellipsis where it was cut. */
function cutText(text, limit = textLimit) {
    if (text.length <= limit)
        return text;
    const end = limit - 1;
    const code = text.charCodeAt(end - 1);
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}
/** The line with no-break spaces (French has them before a colon) as plain ones and without spaces at its end. */
function sameSpaces(line) {
    return line.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trimEnd();
}
const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
/**
 * Milliseconds of `368 ms`, `< 1 ms` (0), `1 m 3 s`, `1s 103ms` or `2.4s`, as VSTest, Microsoft.Testing.Platform and the
 * terminal logger write durations in every language; undefined for anything else.
 */
function readDuration(text) {
    if (text.length > 40)
        return undefined;
    if (/^<\s?1\s?ms$/.test(text))
        return 0;
    if (!/^(?:\d{1,9}(?:[.,]\d{1,6})?\s?(?:d|h|ms|m|s)\s?)+$/.test(text))
        return undefined;
    let sum = 0;
    for (const [, number, unit] of text.matchAll(/(\d+(?:[.,]\d+)?)\s?(ms|[dhms])/g)) {
        sum += Number((number ?? '').replace(',', '.')) * (unitMs[unit ?? ''] ?? 0);
    }
    return Math.round(sum);
}
/** Short name of a framework: `net10.0` for `.NETCoreApp,Version=v10.0` and for `net10.0|x64`. */
function shortFramework(text) {
    const short = /^net[\w.-]{1,40}/.exec(text)?.[0];
    if (short !== undefined)
        return short;
    const long = /^\.NET(CoreApp|Framework|Standard),Version=v(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
    if (long === null)
        return undefined;
    const [, family, major = '', minor = '', patch = ''] = long;
    if (family === 'Framework')
        return `net${major}${minor}${patch}`;
    if (family === 'Standard')
        return `netstandard${major}.${minor}`;
    return Number(major) >= 5 ? `net${major}.${minor}` : `netcoreapp${major}.${minor}`;
}
/** Name of the assembly in a path, without its folders and its extension. */
function assemblyName(path) {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return name.replace(/\.(?:dll|exe)$/i, '');
}


/***/ })

};

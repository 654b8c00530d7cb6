export const id = 752;
export const ids = [752];
export const modules = {

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

/***/ 2570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   L5: () => (/* binding */ parseFields),
/* harmony export */   aK: () => (/* binding */ parseKeyValue),
/* harmony export */   ll: () => (/* binding */ formatFields)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);

/**
 * Splits a list input, one entry per line, with the CSV rules of docker/build-push-action: quotes keep newlines,
 * and `#` at the start of a line is a comment. Throws csv-parse's error for an unclosed quote.
 */
function parseList(text, form) {
    const { splitAtCommas, hasQuotes = true, keepsSpaces = false } = form;
    const rows = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, {
        columns: false,
        quote: hasQuotes ? '"' : null,
        relax_quotes: true,
        comment: '#',
        comment_no_infix: true,
        relax_column_count: true,
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
/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws csv-parse's error for an unclosed quote. */
function parseFields(value) {
    const [fields = []] = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(value, { columns: false, trim: true, relax_column_count: true });
    return fields;
}
/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
function formatFields(fields) {
    return fields
        .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}


/***/ }),

/***/ 7947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ docsLink),
  Cp: () => (/* binding */ helpLink),
  il: () => (/* binding */ withHelp)
});

// UNUSED EXPORTS: repository

;// CONCATENATED MODULE: ./lib/src/shared/help/error-anchors.js
/** The titles of errors, where `…` stands for what differs, each with its anchor in docs/troubleshooting.md, from which `npm run docs` writes it. */
const errorAnchors = [
    ['… of … failed in stage …', 'tests-failed'],
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
    ['The .NET SDK is too old for .slnx', 'the-net-sdk-is-too-old-for-slnx'],
    ['The .NET SDK is too old for the framework', 'the-net-sdk-is-too-old-for-the-framework'],
    ['The build ran out of memory', 'the-build-ran-out-of-memory'],
    ['A process of the build was killed', 'a-process-of-the-build-was-killed'],
    ['The output of an earlier build is missing', 'the-output-of-an-earlier-build-is-missing'],
    ['The NuGet package could not be made', 'the-nuget-package-could-not-be-made'],
    ['A project is for .NET Framework', 'a-project-is-for-net-framework'],
    ['A project needs Visual Studio', 'a-project-needs-visual-studio'],
    ['A project is for Windows', 'a-project-is-for-windows'],
    ['NuGet packages could not be restored', 'nuget-packages-could-not-be-restored'],
    ['A reference is for another framework', 'a-reference-is-for-another-framework'],
    ['A framework or runtime was not restored', 'a-framework-or-runtime-was-not-restored'],
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
    ['A file of the build context can not be read', 'a-file-of-the-build-context-can-not-be-read'],
    ['A folder and a file of one name meet in a COPY', 'a-folder-and-a-file-of-one-name-meet-in-a-copy'],
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
    ['A step of the build wants a database', 'a-step-of-the-build-wants-a-database'],
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
    ['A program crashed under emulation', 'a-program-crashed-under-emulation'],
    ['A user is not in the image', 'a-user-is-not-in-the-image'],
    ['A user or group is in the image already', 'a-user-or-group-is-in-the-image-already'],
    ['The stage has another Node.js than it needs', 'the-stage-has-another-nodejs-than-it-needs'],
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

;// CONCATENATED MODULE: ./lib/src/shared/help/help-link.js

/** This repository on GitHub; `npm run docs` writes it from package.json. */
const repository = 'OWNER/dotnet-container';
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


/***/ })

};

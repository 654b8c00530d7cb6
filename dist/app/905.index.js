export const id = 905;
export const ids = [905];
export const modules = {

/***/ 2905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderHelp: () => (/* binding */ renderHelp)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8815);
/* harmony import */ var _inputs_input_table_generated_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7088);
/* harmony import */ var _shared_help_link_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6684);







// From src/entries/ and from dist/app/ alike.
const actionFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), '..', '..', 'action.yml');
const actionSchema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ inputs: valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ description: valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() })) });
/** What `--help` prints: each option with what action.yml says of the input, in lines of at most 90 characters. */
async function renderHelp() {
    const { inputs } = valibot__WEBPACK_IMPORTED_MODULE_5__/* .parse */ .qgA(actionSchema, (0,yaml__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(actionFile, 'utf8')));
    const values = { flag: '', list: ' VALUE …', text: ' VALUE' };
    const options = _inputs_input_table_generated_js__WEBPACK_IMPORTED_MODULE_4__/* .inputNames */ .v
        .filter((name) => name !== 'context')
        .flatMap((name) => {
        const { kind, fallback } = _inputs_input_table_generated_js__WEBPACK_IMPORTED_MODULE_4__/* .inputTable */ .F[name];
        // An expression means something to GitHub alone.
        const hasDefault = fallback !== '' && !fallback.startsWith('${{');
        const text = `${(inputs[name]?.description ?? '').trim()}${hasDefault ? ` Default: \`${fallback}\`.` : ''}`;
        // With the six spaces in front.
        const lines = text.match(/\S.{0,83}(?=\s|$)/g) ?? [];
        return [`  --${name}${values[kind]}`, ...lines.map((line) => `      ${line}`)];
    });
    return [
        'Tests, builds and measures a .NET image, as the action of the same name does.',
        '',
        'node dist/cli/index.js [CONTEXT] [options]',
        '',
        ...options,
        '',
        'More of each, and examples:',
        (0,_shared_help_link_js__WEBPACK_IMPORTED_MODULE_6__/* .docsLink */ ._h)('reference/inputs.md'),
        '',
    ].join('\n');
}


/***/ })

};

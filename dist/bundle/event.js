export const id = 797;
export const ids = [797];
export const modules = {

/***/ 1294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eventSchema: () => (/* binding */ eventSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ full_name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), private: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional() }).nullish();
const commit = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
/** The parts of the workflow's event, in the file GITHUB_EVENT_PATH, that this action reads. */
const eventSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    repository,
    pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        state: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
        merged: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish(),
        head: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha: commit.optional(), repo: repository }),
        base: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(), repo: repository })
    })
        .optional(),
    issue: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ pull_request: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional() }).optional(),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ head_branch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(), head_sha: commit.optional(), head_repository: repository })
        .optional()
});


/***/ })

};

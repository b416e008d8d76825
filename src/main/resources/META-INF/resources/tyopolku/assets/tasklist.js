// What Tasklist gets from us besides its settings; loaded before it starts (app/tasklist/scripts/config.js).
import { patchForms } from './tasklist/form-js.js';
import { keepDraftsOnTheServer } from './tasklist/drafts.js';
import { showRefusalsAtFields } from './tasklist/refusals.js';
import { waitForTypedTextBeforeSubmitting } from './tasklist/submitting.js';
import { caseTab } from './tasklist/case-tab.js';
import { ownPages } from './tasklist/own-pages.js';

const forms = patchForms();
keepDraftsOnTheServer(forms);
showRefusalsAtFields(forms);
waitForTypedTextBeforeSubmitting(forms);

export default [ownPages, caseTab];

/**
 * The guard: judges a submission against the form's own JSON, as form-js would in the browser and in places where it
 * does not. Knows no engine.
 */
package fi.tyopolku.forms;

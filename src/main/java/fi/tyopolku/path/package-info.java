/**
 * The path of a client as a whole: what happens to the registers when it begins, pauses and ends, and what its forms
 * may know. Joins modules that do not know each other.
 */
package fi.tyopolku.path;

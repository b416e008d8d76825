/**
 * What the forms collected about a case: one table, every version kept. A document never becomes a process variable.
 */
package fi.tyopolku.documents;

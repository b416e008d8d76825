/**
 * What people see of cases beside Tasklist: the list of their own cases, and one case on one screen. Decides who may see
 * which case and which part of it.
 */
package fi.tyopolku.casepages;

/**
 * Who may do what: groups, municipalities and rights from one readable file, staff accounts, and the door in front of
 * the web applications and our own HTTP interface.
 */
package fi.tyopolku.access;

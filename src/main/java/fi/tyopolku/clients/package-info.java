/**
 * Who the client is, which case is open, who the coach is and when the retention of the data ends. Knows no engine and
 * tells the other modules what happened to a case by events.
 */
package fi.tyopolku.clients;

/**
 * Contact training: a client's 25 days in a training group, and the group's week as its trainer records it. Joins the
 * places of the groups with the ledger of days.
 */
package fi.tyopolku.contacttraining;

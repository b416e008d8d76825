/**
 * Joint meetings of those who work with the same clients, and the partners of the network. The agenda is built from what
 * the other modules know, in counts and case ids; what is decided comes back as tasks with owners.
 */
package fi.tyopolku.meetings;

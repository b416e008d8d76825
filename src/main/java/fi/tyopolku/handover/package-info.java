/**
 * Cases go from one coach to another, for good or while the coach is away, and cases that nobody looks after are found
 * each morning.
 */
package fi.tyopolku.handover;

/**
 * The day ledger: which days a client trained, by contact teaching and on the job, and what is still missing. Marks
 * are never overwritten; a correction keeps what stood before.
 */
package fi.tyopolku.trainingdays;

/**
 * The period at a workplace: its agreement, its weeks and the workplace's own address. Knows the agreement's terms and
 * hands the days to the day ledger.
 */
package fi.tyopolku.worktrial;

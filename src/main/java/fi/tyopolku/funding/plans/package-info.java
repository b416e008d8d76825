/** Funding plans: what a measure is paid with, line by line, one funder a line. */
package fi.tyopolku.funding.plans;

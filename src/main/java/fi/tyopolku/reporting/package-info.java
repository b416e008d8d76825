/** Figures for managers: the practices' own yardsticks, each with its denominator; small groups are not shown. */
package fi.tyopolku.reporting;

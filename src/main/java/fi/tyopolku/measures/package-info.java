/**
 * Measures: what is planned, bought, published and achieved for groups of clients, by kind and industry.
 * Knows who takes part in a measure and how far, and shows figures without pointing at anybody.
 */
package fi.tyopolku.measures;

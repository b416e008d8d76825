/**
 * Decentralised training: an unfilled training place is offered at short notice to clients who are already in a measure
 * and whom it suits. The first to accept gets it.
 */
package fi.tyopolku.shortnotice;

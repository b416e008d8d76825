/**
 * Coaching at work: the receiving units and their workplace coaches, the coaching that goes on after the client was
 * hired, licences during employment, and the share of subsidised workers who went to another employer.
 */
package fi.tyopolku.coaching;

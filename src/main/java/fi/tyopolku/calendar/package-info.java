/**
 * Which day it is and by which day something is due: the business clock, Finnish working days, and the deadlines of law
 * and of our own policy, whose lengths stand in the decision table {@code deadlines}.
 */
package fi.tyopolku.calendar;

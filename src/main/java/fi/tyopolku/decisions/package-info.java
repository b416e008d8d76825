/**
 * What the decision tables of law and policy say of a case, and the record of what they said: each outcome is kept with
 * the facts it rested on, the version of the rules and the legal basis. Tables propose; an official decides.
 */
package fi.tyopolku.decisions;

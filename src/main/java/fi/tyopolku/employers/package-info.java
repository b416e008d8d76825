/**
 * What employers need: the industries and skills that others speak of, the register of employers, their skill profiles,
 * and the shortage that remains when the clients' skills are counted against them; and the events that bring people
 * together.
 */
package fi.tyopolku.employers;

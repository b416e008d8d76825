/**
 * Which services a client is in, so that nobody is put into what overlaps, and how each ended: with a next step or a
 * recorded reason. Knows the services by their codes only; what happens in them is for the modules that give them.
 */
package fi.tyopolku.clientservices;

/** The client register. */
package fi.tyopolku.clients;

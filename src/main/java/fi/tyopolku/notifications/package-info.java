/**
 * Mail to clients, partners and staff in their language, from the templates under {@code mail/<language>}, sent once
 * however often a job is repeated.
 */
package fi.tyopolku.notifications;

/** The demo profile: an in-process mail server with a page that shows its mailbox, and sample cases at every stage. */
package fi.tyopolku.demo;

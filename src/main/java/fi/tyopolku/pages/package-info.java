/** The frame of our own pages beside the web applications: layout, menu, languages, and the texts in them. */
package fi.tyopolku.pages;

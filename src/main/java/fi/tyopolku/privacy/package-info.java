/** Who looked at whose data. */
package fi.tyopolku.privacy;

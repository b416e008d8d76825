/** Who trains whom: training groups with their places and waiting lists. */
package fi.tyopolku.network;

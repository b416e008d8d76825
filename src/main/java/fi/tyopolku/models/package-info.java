/** What modellers own, as the engine runs it: bundles and their deployment. */
package fi.tyopolku.models;

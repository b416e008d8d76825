/**
 * Feedback from client, employer and provider on a client's services: asked by link or by telephone, read by the coach,
 * and counted without names.
 */
package fi.tyopolku.feedback;

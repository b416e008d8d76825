/**
 * Guidance and support beside the path: social guidance, the mapping of resources, integration support with its tutors.
 * What is found there stays with the service advisors; the path learns codes, and what the client wants to share.
 */
package fi.tyopolku.supports;

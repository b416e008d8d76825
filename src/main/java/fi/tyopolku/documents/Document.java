package fi.tyopolku.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of what is known about a case in one respect.
 *
 * @param kind the path of the form group that collects it, such as {@code capabilitySurvey}
 * @param version counts from 1
 * @param author user id, or {@code system}
 */
public record Document(String caseId, String kind, int version, JsonNode content, String author, Instant savedAt) {
}

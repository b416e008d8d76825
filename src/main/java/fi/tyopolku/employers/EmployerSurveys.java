package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.employers.Employer.Sector;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One employer's way through {@code employerNeedsSurvey}: into the register, interviewed, profiled, asked again. */
@Service
@Transactional
public class EmployerSurveys {

    static final String EMPLOYER = "employer";
    private static final String CONTACT = "employerContact";

    private final EmployerRegister employers;
    private final SkillProfiles profiles;
    private final Industries industries;
    private final DocumentStore documents;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    EmployerSurveys(EmployerRegister employers, SkillProfiles profiles, Industries industries, DocumentStore documents,
            Notifications notifications, JdbcClient jdbc) {
        this.employers = employers;
        this.profiles = profiles;
        this.industries = industries;
        this.documents = documents;
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    /** Adds the employer of the document {@code employer} to the register and ties the survey to it. */
    public Employer register(String surveyId, String municipality) {
        JsonNode asked = content(surveyId, EMPLOYER);
        String id = employers.add(new Employer(null, municipality, asked.path("name").asText(),
                textOrNull(asked, "businessId"), asked.path("kind").asText(),
                Sector.valueOf(asked.path("sector").asText()), asked.path("locality").asText(),
                asked.path("industry").asText(), textOrNull(asked, "unit"), textOrNull(asked, "contactName"),
                textOrNull(asked, "contactEmail"), asked.path("language").asText("fi"),
                asked.path("mayBeContacted").asBoolean()));
        return tie(surveyId, id);
    }

    /**
     * Ties the survey to an employer in the register, with the contact of the document {@code employerContact} if one
     * was given.
     *
     * @throws Refusal when the municipality has no such employer
     */
    public Employer choose(String surveyId, String municipality, String employerId) {
        Employer employer = employers.find(employerId).filter(found -> found.municipality().equals(municipality))
                .orElseThrow(() -> new Refusal("employers.unknown"));
        documents.latest(surveyId, CONTACT).ifPresent(contact -> {
            JsonNode now = contact.content();
            employers.changeContact(employerId, now.hasNonNull("contactName") ? now.get("contactName").asText() : employer.contactName(),
                    now.hasNonNull("contactEmail") ? now.get("contactEmail").asText() : employer.contactEmail(),
                    now.path("mayBeContacted").asBoolean());
        });
        return tie(surveyId, employerId);
    }

    private Employer tie(String surveyId, String employerId) {
        jdbc.sql("delete from tyopolku.employer_survey where survey_id = ?").param(surveyId).update();
        jdbc.sql("insert into tyopolku.employer_survey (survey_id, employer_id) values (?, ?)")
                .params(surveyId, employerId).update();
        return employers.find(employerId).orElseThrow();
    }

    /** The employer that a survey is about. */
    @Transactional(readOnly = true)
    public Optional<Employer> employerOf(String surveyId) {
        return jdbc.sql("select employer_id from tyopolku.employer_survey where survey_id = ?").param(surveyId)
                .query(String.class).optional().flatMap(employers::find);
    }

    /** Draws the profile up from the interview as it is written down now. */
    public void drawUpProfile(String surveyId) {
        JsonNode interview = content(surveyId, InterviewForm.DOCUMENT);
        profiles.draft(surveyId, employerOf(surveyId).orElseThrow(), interview, InterviewForm.needs(interview));
    }

    /** Sends the employer its profile to be checked, in the employer's language. Each version once. */
    public void sendProfile(String surveyId, String municipality) {
        SkillProfile profile = profiles.drafted(surveyId).orElseThrow();
        Locale locale = employerOf(surveyId).orElseThrow().locale();
        notifications.send(new Notification(surveyId, "employer-profile-check", Recipient.EMPLOYER,
                "profile-" + profile.id(), Map.of("municipality", municipality, "skillNeeds", lines(profile, locale),
                        "recruits", profile.recruits(), "onTheJobPlaces", profile.onTheJobPlaces())));
    }

    public void confirmProfile(String surveyId) {
        profiles.confirm(surveyId);
    }

    /** The day on which the needs are asked again. */
    @Transactional(readOnly = true)
    public LocalDate reviewOn(String surveyId) {
        return profiles.confirmed(surveyId).orElseThrow().reviewOn();
    }

    public LocalDate stillValid(String surveyId) {
        return profiles.stillValid(surveyId);
    }

    public void close(String surveyId) {
        profiles.close(surveyId);
    }

    /** The needs of a profile, one to a line. */
    String lines(SkillProfile profile, Locale locale) {
        return profile.needs().stream().map(need -> line(need, locale)).collect(Collectors.joining("\n"));
    }

    private String line(SkillNeed need, Locale locale) {
        String skill = industries.findSkill(need.skill()).orElseThrow().name(locale);
        String level = Texts.in(locale, "employers.level." + need.level());
        return need.neededBy() == null
                ? Texts.in(locale, "employers.need", skill, level, need.people())
                : Texts.in(locale, "employers.needBy", skill, level, need.people(), Dates.shown(need.neededBy()));
    }

    private JsonNode content(String surveyId, String kind) {
        return documents.latest(surveyId, kind).orElseThrow().content();
    }

    private static String textOrNull(JsonNode content, String field) {
        return content.hasNonNull(field) && !content.get(field).asText().isBlank() ? content.get(field).asText() : null;
    }
}

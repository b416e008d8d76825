package fi.tyopolku.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MailTemplatesTest {

    private static final Set<String> ALL = Set.of("referral-received", "referral-accepted", "referral-declined",
            "referral-outcome", "referral-more-information", "plan-ready-for-approval", "plan-approved",
            "training-place", "training-waiting-list", "training-completed", "work-trial-agreed",
            "work-trial-agreed-host", "work-trial-ended", "host-assessment-request", "next-step", "funding-waiting",
            "funding-decision", "funding-decision-employer", "path-interrupted", "path-withdrawn",
            "path-closed", "follow-up-invitation", "coach-changed", "coach-changed-staff", "reminder-referral",
            "reminder-survey", "reminder-plan", "reminder-follow-up", "reminder-attendance", "reminder-host-assessment",
            "escalation", "training-interrupted", "reminder-training-place", "reminder-work-trial", "reminder-trial-week",
            "work-trial-cancelled", "arrangement-called-off", "reminder-next-step", "reminder-funding", "reminder-job-start",
            "meeting-invitation", "meeting-cancelled", "partnership-agreed", "reminder-meeting",
            "reminder-meeting-decision", "reminder-partnership",
            "case-moved", "case-moved-staff", "reminder-case-move",
            "support-ended", "reminder-support-not-started",
            "workplace-coach-role", "coaching-begins-employer", "work-coach-named",
            "reminder-coaching", "reminder-job-end", "reminder-licence",
            "reminder-licence-client", "licence-recorded", "support-begins",
            "support-waiting", "support-actions", "path-proposed",
            "tutor-chosen", "study-opportunities", "educational-trial-agreed",
            "educational-trial-agreed-provider", "benefit-studies-agreed", "workplace-toolkit",
            "reminder-guidance-material", "reminder-special-support", "reminder-educational-trial",
            "reminder-studies",
            "reminder-guidance",
            "employer-interview-invitation", "employer-profile-check", "skill-shortage",
            "event-invitation", "event-for-coaches", "event-cancelled", "event-cancelled-coaches", "morning-digest", "guidance-needs-question",
            "reminder-employer-needs", "reminder-skill-gap", "reminder-network-event",
            "reminder-training-procurement", "reminder-trade-progress", "measure-published",
            "measure-place-lost", "provider-chosen", "joint-purchase-terms",
            "measure-waiting-list", "measure-place",
            "offer", "offer-gone", "offer-taken",
            "short-notice-result", "short-notice-given-back", "feedback-request",
            "reminder-feedback",
            "funding-plan-decided", "reminder-funding-plan", "reminder-municipal-terms",
            "hand-over-staff", "hand-over-ended-staff", "deputy-begins", "deputy-ends", "cases-without-coach");
    /** What must be given because no section lets a template do without it. */
    private static final Map<String, Object> REQUIRED = Map.ofEntries(Map.entry("caseId", "TP-2222-2222"),
            Map.entry("givenName", "Aino"), Map.entry("publicUrl", "https://tyopolku.example"),
            Map.entry("answerUrl", "https://tyopolku.example/answer/x"),
            Map.entry("skillNeeds", "Hitsaus, 3"), Map.entry("recruits", 2), Map.entry("onTheJobPlaces", 1),
            Map.entry("industryFi", "Metalliala"), Map.entry("industrySv", "Metallbranschen"),
            Map.entry("industryEn", "Metal industry"), Map.entry("eventTitle", "Teemapäivä"),
            Map.entry("case", "TP-2222-2222"),
            Map.entry("title", "Valmentaja vaihtui"), Map.entry("hasNews", true),
            Map.entry("news", List.of(Map.of("title", "Valmentaja vaihtui", "case", "TP-2222-2222"))), Map.entry("heldOn", "2026-12-09"), Map.entry("eventKind", "THEME_DAY"));
    private static final Map<String, List<String>> CODES = Map.of(
            "referral-outcome", List.of("ACCEPTED", "DECLINED", "MORE_INFORMATION"),
            "funding-decision", List.of("GRANTED", "REFUSED"),
            "funding-plan-decided", List.of("APPROVED", "REJECTED"),
            "funding-decision-employer", List.of("GRANTED", "REFUSED"),
            "next-step", List.of("QUALIFICATION", "APPRENTICESHIP", "SUBSIDISED_JOB", "OPEN_JOB", "JOB_COACHING"));
    private static final Map<String, String> NEXT_HEADINGS = Map.of("fi", "Mitä seuraavaksi?", "sv", "Vad händer nu?",
            "en", "What happens next?");

    private final MailTemplates templates = new MailTemplates();

    static Stream<Arguments> everyTemplateInEveryLanguage() {
        return ALL.stream().sorted().flatMap(template -> MailTemplates.LANGUAGES.stream()
                .flatMap(language -> CODES.getOrDefault(template, List.of("-")).stream()
                        .map(code -> Arguments.of(template, language, code))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyTemplateInEveryLanguage")
    void aTemplateIsWholeWithAllItsDetailsAndWithTheRequiredOnesAlone(String template, String language, String code) {
        Map<String, Object> required = new HashMap<>(REQUIRED);
        required.put("outcome", code);
        required.put("nextStep", code);
        Map<String, Object> full = new HashMap<>(required);
        full.putAll(Map.of("coachName", "Kaisa Koutsi", "coachEmail", "kaisa@example.org",
                "municipalityName", "Kemijärvi", "startsOn", "2026-12-01", "endsOn", LocalDate.of(2027, 1, 20),
                "place", "Opintola", "interviewDue", "2026-12-04", "dueOn", "2026-12-05", "resumeOn", "2027-02-01",
                "waitingSince", "2026-11-02"));
        full.put("jobStart", "2026-12-08");
        full.putAll(Map.of("fromCoachName", "Kaisa Koutsi", "toCoachName", "Mikko Mentori", "caseIds", "TP-3333-3333", "caseCount", 2));
        full.putAll(Map.of("title", "Työkvartti", "meetingOn", "2026-12-10", "points", "Koulutustarpeet",
                "agreementFrom", "2026-12-01", "agreementTo", "2027-12-01", "decisionDue", "2026-12-15"));
        full.put("measureName", "Matkailun osaaja");
        full.put("employerSharePercent", "30");
        full.putAll(Map.of("training", "Tulityökortti", "answerBy", "2026-11-26", "people", 2, "free", 1, "names", "Aino K."));
        Map<String, Object> late = Map.of("name", "Kysy kuulumiset", "due", "20.11.2026", "isLate", true, "case", "TP-2222-2222");
        full.putAll(Map.of("hasTasks", true, "tasks", List.of(late)));
        full.putAll(late);
        full.put("jobEndsOn", "2027-10-07");
        full.put("materials", "- Boost your career! (2): https://example.fi/boost");
        assertThat(full).containsKeys(templates.detailsOf(template).toArray(String[]::new));

        for (Map<String, Object> details : List.of(full, required)) {
            MailText mail = templates.render(template, language, details);
            assertThat(mail.subject()).isNotBlank().hasSizeLessThan(70);
            assertThat(mail.body())
                    .contains("TP-2222-2222")
                    .doesNotContain("{{", "}}", "\n\n\n", "  ", " null")
                    .endsWith(".\n");
            assertThat(mail.body().lines().count()).isGreaterThan(8);
            assertThat(mail.body().lines()).noneMatch(line -> line.endsWith(" "));
        }
        MailText mail = templates.render(template, language, full);
        assertThat(mail.subject()).doesNotContain("Aino", "Kaisa", "Koutsi", "@", "Opintola", "Kemijärvi");
        assertThat(mail.body()).doesNotContain("2026-", "2027-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void everyFileIsOneOfTheKnownTemplates(String language) throws IOException {
        assertThat(files(language)).allSatisfy(file -> assertThat(file.getContentAsString(StandardCharsets.UTF_8))
                .isNotBlank().doesNotContain("\r", "\t"));
        Set<String> names = files(language).stream()
                .map(file -> file.getFilename().replace(".mustache", ""))
                .filter(name -> !name.startsWith("_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isEqualTo(new TreeSet<>(ALL));
    }

    @Test
    void theSubjectsHoldNoVariable() throws IOException {
        for (String language : MailTemplates.LANGUAGES) {
            for (Resource file : files(language)) {
                assertThat(file.getContentAsString(StandardCharsets.UTF_8).lines().findFirst().orElse(""))
                        .as(file.getFilename()).doesNotContain("{{");
            }
        }
    }

    @Test
    void theThreeLanguagesAreThreeTexts() {
        Map<String, Object> details = new HashMap<>(REQUIRED);
        for (String template : ALL) {
            details.put("outcome", CODES.getOrDefault(template, List.of("-")).get(0));
            List<MailText> mails = MailTemplates.LANGUAGES.stream()
                    .map(language -> templates.render(template, language, details)).toList();
            assertThat(mails).extracting(MailText::subject).as(template).doesNotHaveDuplicates();
            assertThat(mails).extracting(MailText::body).as(template).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral-received", "referral-declined", "plan-approved", "training-place", "path-closed",
        "host-assessment-request", "reminder-plan", "escalation"})
    void aMailSaysWhatHappensNext(String template) {
        NEXT_HEADINGS.forEach((language, heading) ->
                assertThat(templates.render(template, language, REQUIRED).body()).contains(heading));
    }

    @Test
    void aDecisionNamesTheWaysToDisagree() {
        for (String template : List.of("referral-declined", "funding-decision", "funding-decision-employer")) {
            Map<String, Object> details = new HashMap<>(REQUIRED);
            details.put("outcome", "REFUSED");
            for (String language : MailTemplates.LANGUAGES) {
                assertThat(templates.render(template, language, details).body()).contains("www.oikeusasiamies.fi");
            }
        }
    }

    @Test
    void datesAreWrittenTheReadersWay() {
        Map<String, Object> details = new HashMap<>(REQUIRED);
        details.put("resumeOn", "2027-02-01");
        assertThat(templates.render("path-interrupted", "fi", details).body()).contains("1.2.2027");
        assertThat(templates.render("path-interrupted", "sv", details).body()).contains("den 1.2.2027");
        assertThat(templates.render("path-interrupted", "en", details).body()).contains("1 February 2027");
    }

    @Test
    void aMissingDetailIsNamed() {
        assertThatThrownBy(() -> templates.render("plan-approved", "fi", Map.of("caseId", "TP-2222-2222")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mail template 'plan-approved' needs the detail 'givenName'")
                .hasNoCause();
    }

    @Test
    void aCodeWithoutWordingIsRefusedUnlessTheTemplateHasAGeneralOne() {
        Map<String, Object> details = new HashMap<>(REQUIRED);
        details.put("outcome", "LOST");
        details.put("nextStep", "SMALL_PROGRESS");
        assertThatThrownBy(() -> templates.render("referral-outcome", "fi", details))
                .hasMessage("Mail template 'referral-outcome' has no wording for the given 'outcome'");
        assertThat(templates.render("next-step", "en", details).body()).contains("in more detail what happens next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-mail", "../fi/plan-approved", "_client", ""})
    void whatIsNoTemplateIsRefused(String template) {
        assertThatThrownBy(() -> templates.detailsOf(template)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Resource> files(String language) throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver()
                .getResources("classpath:mail/" + language + "/*.mustache"));
    }
}

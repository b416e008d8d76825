package fi.tyopolku.employers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.testing.DatabaseTest;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.TestMail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class NetworkEventTest {

    private static final String LIAISON = "employer-liaison";
    private static final String PREPARE = "userTask_prepareEvent";
    private static final String RECORD = "userTask_recordEvent";

    @Autowired
    private PathDriver path;
    @Autowired
    private NetworkEvents events;
    @Autowired
    private EmployerRegister employers;
    @Autowired
    private Industries industries;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private GreenMail mail;

    @Test
    void aThemeDayInvitesTheEmployersOfItsIndustriesWhoAgreedToBeWrittenTo() {
        employer("Pohjolan Matka", "TOURISM", true);
        employer("Metsän Matka", "TOURISM", false);
        employer("Kaupunki ICT", "ICT", true);
        String event = path.start(LIAISON, "networkEvent", plan("THEME_DAY", List.of("OPEN_JOBS", "PAY_SUBSIDY", "WORK_TRIAL",
                "TRAINING", "SORA", "TYOMARKKINATORI"), List.of("JOBSEEKERS", "EMPLOYERS"), "NO"));
        prepare(event);

        assertThat(TestMail.subjectsTo(mail, EmployerForms.address("Pohjolan Matka"))).containsExactly("Kutsu tilaisuuteen");
        assertThat(TestMail.subjectsTo(mail, EmployerForms.address("Metsän Matka"))).isEmpty();
        assertThat(TestMail.subjectsTo(mail, EmployerForms.address("Kaupunki ICT"))).isEmpty();
        assertThat(events.find(event).orElseThrow().state()).isEqualTo("PLANNED");

        path.fireTimer(event, "catchEvent_dayOfEvent");
        path.fireTimer(event, "boundaryEvent_recordEvent_reminder");
        path.fireTimer(event, "boundaryEvent_recordEvent_escalation");
        path.submit(LIAISON, event, RECORD, Map.of("eventResult", "POSTPONED"));
        prepare(event);
        assertThat(TestMail.subjectsTo(mail, EmployerForms.address("Pohjolan Matka"))).hasSize(1);
        path.fireTimer(event, "catchEvent_dayOfEvent");
        path.submit(LIAISON, event, RECORD, Map.of("eventResult", "HELD", "eventRecord",
                Map.of("participants", 64, "employersPresent", 11, "feedbackAverage", 4.3)));
        path.submit(LIAISON, event, "userTask_followUpEvent", Map.of("eventFollowUp", Map.of("results", "Nine work trials.")));

        assertThat(path.isRunning(event)).isFalse();
        assertThat(events.find(event).orElseThrow()).satisfies(held -> {
            assertThat(held.participants()).isEqualTo(64);
            assertThat(held.employersPresent()).isEqualTo(11);
            assertThat(held.topics()).contains("SORA", "TYOMARKKINATORI");
        });
    }

    @Test
    void coachesAreAskedFirstWhatTheyNeedAndTheThreeTrainingsStandInTheRegister() {
        for (int participants : List.of(120, 90, 70)) {
            String event = path.start("manager", "networkEvent",
                    plan("COACH_TRAINING", List.of("GUIDANCE"), List.of("COACHES"), "YES"));
            assertThat(TestMail.subjectsTo(mail, "coach@example.org")).contains("Mitä ohjausosaamista tarvitset?");
            path.submit("manager", event, "userTask_collectNeeds", Map.of("guidanceNeeds",
                    Map.of("answers", 31, "collectedOn", clock.today().toString(), "needs", List.of("GUIDANCE_SKILLS", "SPECIAL_SUPPORT"))));
            path.submit("manager", event, PREPARE, Map.of("preparation", "HOLD", "heldOn", clock.today().plusDays(14).toString(),
                    "eventPreparation", Map.of("place", "Etänä")));
            path.fireTimer(event, "catchEvent_dayOfEvent");
            path.submit("manager", event, RECORD, Map.of("eventResult", "HELD", "eventRecord", Map.of("participants", participants)));
        }

        assertThat(events.all(PathDriver.KEMIJARVI)).filteredOn(event -> event.kind().equals("COACH_TRAINING"))
                .extracting(NetworkEvent::participants).contains(120, 90, 70);
    }

    @Test
    void anEventIsDroppedOrCancelledWithItsReason() {
        String dropped = path.start("coach", "networkEvent",
                plan("INSTITUTION_VISIT", List.of("SERVICES"), List.of("MUNICIPAL_EMPLOYMENT"), "NO"));
        assertThatThrownBy(() -> path.submit("coach", dropped, PREPARE, Map.of("preparation", "CANCEL"))).hasMessageContaining("Why is it cancelled?");
        path.submit("coach", dropped, PREPARE, Map.of("preparation", "CANCEL", "eventPreparation", Map.of("cancelReason", "Nobody came forward.")));
        assertThat(path.hasPassed(dropped, "endEvent_dropped")).isTrue();

        String cancelled = path.start("coach", "networkEvent", plan("ACTOR_TRAINING", List.of("SERVICES"), List.of("EMPLOYMENT_AUTHORITY",
                "SOCIAL_WORKERS", "KELA", "MUNICIPAL_EMPLOYMENT", "ELECTED_OFFICIALS"), "NO"));
        path.submit("coach", cancelled, PREPARE, Map.of("preparation", "HOLD", "heldOn", clock.today().toString(),
                "eventPreparation", Map.of("place", "Kemijärvi")));
        path.fireTimer(cancelled, "catchEvent_dayOfEvent");
        path.submit("coach", cancelled, RECORD, Map.of("eventResult", "CANCELLED"));
        assertThat(events.find(cancelled).orElseThrow().state()).isEqualTo("CANCELLED");
    }

    @Test
    void aManagerKeepsTheIndustriesAndSkillsAndNobodyElse() {
        assertThatThrownBy(() -> path.start("coach", "industry", Map.of("catalogueKind", "INDUSTRY"))).isInstanceOf(RuntimeException.class);
        change("INDUSTRY", "industryChange", Map.of("action", "ADD", "code", "SEAFARING", "nameFi", "Merenkulku",
                "nameSv", "Sjöfart", "nameEn", "Seafaring"));
        assertThatThrownBy(() -> change("INDUSTRY", "industryChange", Map.of("action", "ADD", "code", "SEAFARING",
                "nameFi", "Merenkulku", "nameSv", "Sjöfart", "nameEn", "Seafaring"))).hasMessageContaining("in use");
        change("SKILL", "skillChange", Map.of("action", "ADD", "code", "DECK_WORK", "industry", "SEAFARING",
                "nameFi", "Kansityö", "nameSv", "Däcksarbete", "nameEn", "Deck work"));
        assertThat(industries.skills()).extracting(Skill::code).contains("DECK_WORK");

        change("SKILL", "skillChange", Map.of("action", "RETIRE", "retired", "DECK_WORK"));
        change("INDUSTRY", "industryChange", Map.of("action", "RETIRE", "retired", "SEAFARING"));
        assertThat(industries.all()).extracting(Industry::code).doesNotContain("SEAFARING").contains("TOURISM", "CONSTRUCTION");
        assertThat(industries.find("SEAFARING").orElseThrow().active()).isFalse();
    }

    private void change(String kind, String document, Map<String, Object> content) {
        String subject = path.start("manager", "industry", Map.of("catalogueKind", kind));
        path.submit("manager", subject, kind.equals("SKILL") ? "userTask_changeSkill" : "userTask_changeIndustry", Map.of(document, content));
        assertThat(path.isRunning(subject)).isFalse();
    }

    private void prepare(String event) {
        path.submit(LIAISON, event, PREPARE, Map.of("preparation", "HOLD", "heldOn", clock.today().plusDays(7).toString(),
                "eventPreparation", Map.of("place", "Kemijärven kulttuurikeskus", "invitedIndustries", List.of("TOURISM"),
                        "channels", List.of("NEWSPAPER", "SOCIAL_MEDIA"))));
    }

    private void employer(String name, String industry, boolean mayBeContacted) {
        employers.add(new Employer(null, PathDriver.KEMIJARVI, name, null, "COMPANY", Employer.Sector.PRIVATE, "Kemijärvi",
                industry, null, null, EmployerForms.address(name), "fi", mayBeContacted));
    }

    private static Map<String, Object> plan(String kind, List<String> topics, List<String> audiences, String askCoaches) {
        return Map.of("askCoaches", askCoaches, "networkEvent", Map.of("title", "Yhteinen päivä", "kind", kind,
                "topics", topics, "audiences", audiences));
    }
}

package fi.tyopolku.demo.camunda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A partner, a joint meeting that was held and its decisions, and the next meeting, which waits to be prepared. */
@Component
@Profile("demo")
@Order(90)
class MeetingSamples implements PracticeSamples {

    private static final String MANAGER = "manager";

    @Override
    public void make(CaseSteps steps, LocalDate today, Map<String, String> caseIds) {
        steps.itIs(today.minusDays(40));
        String partner = steps.start(MANAGER, "partnership", Map.of("partnership", Map.of("name", "Kemijärven työttömät ry",
                "sector", "THIRD", "contactEmail", "yhdistys@example.org", "language", "fi")));
        steps.submit(MANAGER, partner, "userTask_agreeOnPartnership", Map.of("agreementDecision", "SIGNED",
                "agreementFrom", today.minusDays(40).toString(), "agreementTo", today.plusYears(1).toString(),
                "partnershipAgreement", Map.of("roles", List.of("REFERRER", "STEERING"), "responsibilities",
                        "Yhdistys ohjaa asiakkaita polulle ja tukee heitä.", "sharedGoal", "Jokaiselle seuraava askel.")));

        String meeting = steps.start(MANAGER, "jointMeeting", Map.of("meetingKind", "JOINT_FOLLOW_UP",
                "meetingOn", today.minusDays(20).toString(), "jointMeeting", Map.of("title", "Yhteinen seurantakokous",
                        "place", "Kunnantalo")));
        steps.submit(MANAGER, meeting, "userTask_prepareMeeting", Map.of("meetingGoesOn", "HOLD",
                "meetingOn", today.minusDays(20).toString(), "jointMeeting", Map.of("title", "Yhteinen seurantakokous",
                        "place", "Kunnantalo", "partnersInvited", List.of(partner))));
        steps.itIs(today.minusDays(20));
        steps.settle(meeting);
        steps.submit(MANAGER, meeting, "userTask_holdMeeting", Map.of("decisionCount", 2,
                "meetingMinutes", Map.of("participants", "Kunta, yhdistys, oppilaitos", "discussion",
                        "Lupakorttikoulutuksista on pulaa."),
                "meetingDecision1", Map.of("text", "Selvitetään hygieniapassikoulutus oppilaitoksen kanssa.",
                        "owner", "coach", "due", today.plusDays(10).toString()),
                "meetingDecision2", Map.of("text", "Kootaan työkokeilupaikat kaupan alalta.",
                        "owner", "employer-liaison", "due", today.minusDays(2).toString()),
                "nextMeeting", "AGREED", "nextMeetingOn", today.plusDays(30).toString()));
        steps.itIs(today);
    }
}

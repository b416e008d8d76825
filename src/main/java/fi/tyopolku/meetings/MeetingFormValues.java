package fi.tyopolku.meetings;

import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.notifications.StaffDirectory;
import fi.tyopolku.notifications.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of meetings show and offer. */
@Component
class MeetingFormValues implements ShownValues {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String FORUM = "FORUM";
    private static final List<String> GROUPS = List.of("coach", "trainer", "service-advisor", "employer-liaison",
            "funding-officer", "manager");

    private final JointMeetings meetings;
    private final MeetingDecisions decisions;
    private final Partners partners;
    private final StaffDirectory staff;
    private final Deadlines deadlines;

    MeetingFormValues(JointMeetings meetings, MeetingDecisions decisions, Partners partners, StaffDirectory staff,
            Deadlines deadlines) {
        this.meetings = meetings;
        this.decisions = decisions;
        this.partners = partners;
        this.staff = staff;
        this.deadlines = deadlines;
    }

    @Override
    public Set<String> names() {
        return Set.of("agendaRows", "earlierDecisions", "partnerChoices", "decisionsToReview", "staffChoices",
                "decisionText", "decisionMeeting", "proposedNextMeeting");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = Texts.supported(LocaleContextHolder.getLocale());
        return switch (name) {
            case "agendaRows" -> meetings.agenda(form.caseId()).stream().map(item -> row(item, locale)).toList();
            case "earlierDecisions" -> decisions.toReview(form.municipality()).stream()
                    .map(decision -> row(decision, locale)).toList();
            case "decisionsToReview" -> decisions.toReview(form.municipality()).stream()
                    .map(decision -> option(decision.text(), decision.id())).toList();
            case "partnerChoices" -> partners.of(form.municipality()).stream()
                    .map(partner -> option(partner.name(), partner.id())).toList();
            case "staffChoices" -> staffOf(form.municipality());
            case "decisionText" -> decisions.find(form.caseId()).map(MeetingDecision::text).orElse("");
            case "decisionMeeting" -> decisions.find(form.caseId()).map(decision -> day(decision.decidedOn())).orElse("");
            default -> nextInRhythm(form);
        };
    }

    /** A forum meets twice a year (S3-38); the others agree on their own rhythm. */
    private String nextInRhythm(OpenForm form) {
        return FORUM.equals(form.variables().get("meetingKind")) && form.variables().get("meetingOn") instanceof String heldOn
                ? day(deadlines.dueOn("FORUM_INTERVAL", LocalDate.parse(heldOn))) : null;
    }

    private static Map<String, String> row(AgendaItem item, Locale locale) {
        Object[] values = item.values().stream().map(value -> readable(value, locale)).toArray();
        return Map.of("topic", Texts.in(locale, "meetings.topic." + item.topic()),
                "text", Texts.in(locale, item.text(), values));
    }

    private static String readable(String value, Locale locale) {
        if (value.startsWith("@")) {
            return Texts.in(locale, value.substring(1));
        }
        return ISO_DATE.matcher(value).matches() ? day(LocalDate.parse(value)) : value;
    }

    private Map<String, String> row(MeetingDecision decision, Locale locale) {
        return Map.of("text", decision.text(), "owner", staff.member(decision.owner()).map(StaffMember::name)
                .orElse(decision.owner()), "due", day(decision.dueOn()),
                "state", Texts.in(locale, "meetings.state." + decision.state()));
    }

    private List<Map<String, String>> staffOf(String municipality) {
        Map<String, String> byName = new TreeMap<>();
        GROUPS.forEach(group -> staff.membersOf(group, municipality)
                .forEach(member -> byName.put(member.name(), member.userId())));
        return byName.entrySet().stream().map(member -> option(member.getKey(), member.getValue())).toList();
    }

    private static Map<String, String> option(String label, String value) {
        return Map.of("label", label, "value", value);
    }

    private static String day(LocalDate date) {
        return Dates.shown(date);
    }
}

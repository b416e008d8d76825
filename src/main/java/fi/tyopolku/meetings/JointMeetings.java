package fi.tyopolku.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.NewCaseIds;
import fi.tyopolku.notifications.CalendarEntry;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A joint meeting from its agenda to what it decides (S1-10, S4-25, S4-42). */
@Service
public class JointMeetings {

    static final String MEETING = "jointMeeting";
    static final String AGENDA = "meetingAgenda";
    static final String MINUTES = "meetingMinutes";
    static final int MOST_DECISIONS = 6;
    private static final String SYSTEM = "system";
    private static final String CANCELLED = "meeting-cancelled";
    private static final String SERIES = "MEETING";

    private final DocumentStore documents;
    private final ObjectProvider<AgendaSource> sources;
    private final MeetingDecisions decisions;
    private final NewCaseIds ids;
    private final Notifications notifications;
    private final ObjectMapper json;

    JointMeetings(DocumentStore documents, ObjectProvider<AgendaSource> sources, MeetingDecisions decisions,
            NewCaseIds ids, Notifications notifications, ObjectMapper json) {
        this.documents = documents;
        this.sources = sources;
        this.decisions = decisions;
        this.ids = ids;
        this.notifications = notifications;
        this.json = json;
    }

    /** Gathers the agenda as things stand now and keeps it as the document {@code meetingAgenda}. */
    @Transactional
    public void buildAgenda(String meetingId, String municipality) {
        List<AgendaItem> items = sources.orderedStream().flatMap(source -> source.items(municipality).stream()).toList();
        int latest = documents.latest(meetingId, AGENDA).map(Document::version).orElse(0);
        documents.save(meetingId, AGENDA, json.valueToTree(Map.of("items", items)), latest, SYSTEM);
    }

    /** The agenda as it was last built; empty before. */
    public List<AgendaItem> agenda(String meetingId) {
        List<AgendaItem> items = new ArrayList<>();
        documents.latest(meetingId, AGENDA).ifPresent(agenda -> agenda.content().path("items")
                .forEach(item -> items.add(json.convertValue(item, AgendaItem.class))));
        return items;
    }

    /** Invites the partners that the convener chose; a repeated call sends nothing twice. */
    public void invite(String meetingId, String municipality, LocalDate on) {
        tellPartners(meetingId, "meeting-invitation", municipality, on);
    }

    /** Tells the partners that the convener had chosen that the meeting is off. */
    public void tellCancelled(String meetingId, String municipality, LocalDate on) {
        tellPartners(meetingId, CANCELLED, municipality, on);
    }

    /**
     * Keeps what the meeting decided, each under an id of its own, and closes the earlier decisions that it accepted.
     *
     * @return the new decisions, for their owners
     */
    @Transactional
    public List<MeetingDecision> giveOut(String meetingId, String municipality, int count) {
        documents.latest(meetingId, MINUTES).orElseThrow().content().path("acceptedDecisions")
                .forEach(accepted -> decisions.accept(accepted.asText(), municipality));
        return IntStream.rangeClosed(1, Math.min(count, MOST_DECISIONS))
                .mapToObj(number -> documents.latest(meetingId, "meetingDecision" + number).orElseThrow().content())
                .map(decided -> keep(meetingId, municipality, decided)).toList();
    }

    /** Opens the document of the next meeting like that of the one before, without its own points; returns its id. */
    @Transactional
    public String next(String meetingId, String convener) {
        String next = ids.next();
        JsonNode meeting = documents.latest(meetingId, MEETING).orElseThrow().content();
        documents.save(next, MEETING, json.valueToTree(Map.of("title", meeting.path("title").asText(), "place",
                meeting.path("place").asText(), "partnersInvited", meeting.path("partnersInvited"))), 0, convener);
        return next;
    }

    private MeetingDecision keep(String meetingId, String municipality, JsonNode decided) {
        String id = ids.next();
        decisions.record(id, meetingId, municipality, decided.path("text").asText(), decided.path("owner").asText(),
                LocalDate.parse(decided.path("due").asText()));
        return decisions.find(id).orElseThrow();
    }

    private void tellPartners(String meetingId, String template, String municipality, LocalDate on) {
        JsonNode meeting = documents.latest(meetingId, MEETING).orElseThrow().content();
        Map<String, Object> details = new HashMap<>(Map.of("municipality", municipality, "meetingOn", on,
                "title", meeting.path("title").asText(), "place", meeting.path("place").asText()));
        if (meeting.path("ownPoints").isTextual()) {
            details.put("points", meeting.get("ownPoints").asText());
        }
        CalendarEntry entry = template.equals(CANCELLED) ? CalendarEntry.cancelling(SERIES)
                : new CalendarEntry(SERIES, on, time(meeting), null, meeting.path("place").asText());
        meeting.path("partnersInvited").forEach(partner -> {
            Map<String, Object> forPartner = new HashMap<>(details);
            forPartner.put(PartnerAddress.PARTNER_ID, partner.asText());
            notifications.send(new Notification(meetingId, template, Recipient.PARTNER, on + "/" + partner.asText(),
                    forPartner, entry));
        });
    }

    private static LocalTime time(JsonNode meeting) {
        return meeting.hasNonNull("startsAt") ? LocalTime.parse(meeting.get("startsAt").asText()) : null;
    }
}

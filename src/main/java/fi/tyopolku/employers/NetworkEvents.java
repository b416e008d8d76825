package fi.tyopolku.employers;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.CalendarEntry;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of events, kept through the process {@code networkEvent}. */
@Service
@Transactional
public class NetworkEvents {

    private static final String PLAN = "networkEvent";
    private static final String PREPARATION = "eventPreparation";
    private static final String RECORD = "eventRecord";
    private static final String EMPLOYERS = "EMPLOYERS";
    private static final String SERIES = "EVENT";
    private static final Set<String> INVITATIONS = Set.of("event-invitation", "event-for-coaches");

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final EmployerRegister employers;
    private final Notifications notifications;

    NetworkEvents(JdbcClient jdbc, DocumentStore documents, EmployerRegister employers, Notifications notifications) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.employers = employers;
        this.notifications = notifications;
    }

    /** Writes the event into the register as planned and prepared, in place of what was planned before. */
    public void plan(String eventId, String municipality, LocalDate heldOn) {
        JsonNode plan = content(eventId, PLAN);
        JsonNode preparation = content(eventId, PREPARATION);
        jdbc.sql("delete from tyopolku.network_event where id = ?").param(eventId).update();
        jdbc.sql("""
                insert into tyopolku.network_event (id, municipality, kind, title, topics, audiences, industries, held_on,
                    place, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED')""")
                .params(eventId, municipality, plan.path("kind").asText(), plan.path("title").asText(),
                        codes(plan.path("topics")), codes(plan.path("audiences")),
                        codes(preparation.path("invitedIndustries")), heldOn, preparation.path("place").asText(null))
                .update();
    }

    /**
     * Invites the employers of the chosen industries who have agreed to be written to, when employers are among those
     * whom the event is for. Each once for each day on which it is to be held.
     */
    public void inviteEmployers(String eventId) {
        NetworkEvent event = find(eventId).orElseThrow();
        tellEmployers(event, "event-invitation", new CalendarEntry(SERIES, event.heldOn(), null, null, event.place()));
    }

    private void tellEmployers(NetworkEvent event, String template, CalendarEntry entry) {
        if (!event.audiences().contains(EMPLOYERS)) {
            return;
        }
        employers.all(event.municipality()).stream()
                .filter(employer -> event.industries().contains(employer.industry()) && !employer.address().isEmpty())
                .forEach(employer -> notifications.send(new Notification(event.id(), template, Recipient.PARTNER,
                        event.heldOn() + "/" + employer.id(), details(event, employer), entry)));
    }

    private static Map<String, Object> details(NetworkEvent event, Employer employer) {
        Map<String, Object> details = new HashMap<>(Map.of("partnerId", employer.id(), "eventKind", event.kind(),
                "heldOn", event.heldOn(), "municipality", event.municipality(), "eventTitle", event.title()));
        if (event.place() != null) {
            details.put("place", event.place());
        }
        return details;
    }

    /** Writes down from the document {@code eventRecord} that it was held, and with how many. */
    public void recordHeld(String eventId) {
        JsonNode record = content(eventId, RECORD);
        jdbc.sql("""
                update tyopolku.network_event set state = 'HELD', participants = ?, employers_present = ?,
                    feedback_average = ? where id = ?""")
                .params(record.path("participants").asInt(), record.path("employersPresent").asInt(0),
                        record.hasNonNull("feedbackAverage") ? record.get("feedbackAverage").decimalValue() : null, eventId)
                .update();
    }

    /** Marks it as cancelled; whoever was told of it hears that, and the entry goes from their calendars. */
    public void cancel(String eventId) {
        boolean isKnown = notifications.sentFor(eventId).stream().anyMatch(mail -> INVITATIONS.contains(mail.template()));
        find(eventId).filter(event -> isKnown).ifPresent(event -> {
            tellEmployers(event, "event-cancelled", CalendarEntry.cancelling(SERIES));
            notifications.send(new Notification(eventId, "event-cancelled-coaches", Recipient.COACHES, event.heldOn().toString(),
                    Map.of("heldOn", event.heldOn(), "eventTitle", event.title(), "municipality", event.municipality()),
                    CalendarEntry.cancelling(SERIES)));
        });
        jdbc.sql("update tyopolku.network_event set state = 'CANCELLED' where id = ?").param(eventId).update();
    }

    @Transactional(readOnly = true)
    public Optional<NetworkEvent> find(String eventId) {
        return jdbc.sql("select * from tyopolku.network_event where id = ?").param(eventId).query(NetworkEvents::event).optional();
    }

    /** The events of a municipality, the earliest first. */
    @Transactional(readOnly = true)
    public List<NetworkEvent> all(String municipality) {
        return jdbc.sql("select * from tyopolku.network_event where municipality = ? order by held_on, id")
                .param(municipality).query(NetworkEvents::event).list();
    }

    private JsonNode content(String eventId, String kind) {
        return documents.latest(eventId, kind).orElseThrow().content();
    }

    private static String codes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static List<String> codes(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
    }

    private static NetworkEvent event(ResultSet row, int number) throws SQLException {
        return new NetworkEvent(row.getString("id"), row.getString("municipality"), row.getString("kind"),
                row.getString("title"), codes(row.getString("topics")), codes(row.getString("audiences")),
                codes(row.getString("industries")), row.getObject("held_on", LocalDate.class), row.getString("place"),
                row.getString("state"), row.getObject("participants", Integer.class),
                row.getObject("employers_present", Integer.class));
    }
}

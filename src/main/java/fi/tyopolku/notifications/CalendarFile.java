package fi.tyopolku.notifications;

import fi.tyopolku.messages.Dates;
import fi.tyopolku.notifications.CalendarBook.Sent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** One entry as an iCalendar object (RFC 5545) that mail programs put into the calendar, change or take out. */
final class CalendarFile {

    private static final int HOURS_OF_A_MEETING = 1;

    private CalendarFile() {
    }

    static String method(Sent entry) {
        return entry.cancelled() ? "CANCEL" : "REQUEST";
    }

    /**
     * @param title no personal data: it is the subject of the mail
     * @param from address of the sender, who is the organiser
     * @param to address of the reader
     */
    static String written(Sent entry, String title, String from, String to, Instant now) {
        VEvent event = new VEvent(start(entry), end(entry), title);
        event.getProperty("DTSTAMP").ifPresent(stamp -> event.remove(stamp));
        event.add(new DtStamp(now));
        event.add(new Uid(entry.uid()));
        event.add(new Sequence(entry.sequence()));
        event.add(new Organizer(URI.create("mailto:" + from)));
        event.add(new Attendee(URI.create("mailto:" + to)).withParameter(PartStat.ACCEPTED).getFluentTarget());
        event.add(status(entry));
        if (entry.place() != null) {
            event.add(new Location(entry.place()));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tyopolku//Tyopolku//FI"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(entry.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(event);
        return calendar.toString();
    }

    private static Status status(Sent entry) {
        return entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static Temporal start(Sent entry) {
        return entry.startsAt() == null ? entry.startsOn() : begin(entry).toInstant();
    }

    /** The end of whole days is the day after the last one (RFC 5545, 3.6.1). */
    private static Temporal end(Sent entry) {
        LocalDate last = entry.endsOn() == null ? entry.startsOn() : entry.endsOn();
        return entry.startsAt() == null ? last.plusDays(1) : begin(entry).plusHours(HOURS_OF_A_MEETING).toInstant();
    }

    private static ZonedDateTime begin(Sent entry) {
        return entry.startsOn().atTime(entry.startsAt()).atZone(Dates.HELSINKI);
    }
}

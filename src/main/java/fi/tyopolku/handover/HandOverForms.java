package fi.tyopolku.handover;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.clients.HandOver;
import fi.tyopolku.clients.HandOver.State;
import fi.tyopolku.clients.HandOvers;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What must be true of a hand-over beyond its form. The second part of a refusal's key names the field it is about, as
 * the sentence does for people.
 */
@Component
class HandOverForms implements SubmissionCheck {

    static final String TEMPORARY = "TEMPORARY";
    private static final int LONGEST_ABSENCE_DAYS = 366;
    private static final int MOST_CASES = 200;

    private final Coaches coaches;
    private final HandOvers handOvers;
    private final Clock clock;

    HandOverForms(Coaches coaches, HandOvers handOvers, Clock clock) {
        this.coaches = coaches;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    @Override
    public void check(Submission submission) {
        if (submission.elementId() != null) {
            return;
        }
        switch (submission.processKey()) {
            case "handOver" -> checkHandOver(submission);
            case "endHandOver" -> checkEnd(submission);
            default -> { }
        }
    }

    private void checkHandOver(Submission submission) {
        JsonNode form = submission.values();
        String from = form.path("fromCoach").asText();
        String to = form.path("newCoach").asText();
        boolean mayDoIt = coaches.isManager(submission.userId(), submission.municipality())
                || from.equals(submission.userId()) && coaches.isCoach(from, submission.municipality());
        if (!mayDoIt) {
            throw new Refusal("handover.fromCoach.notYours");
        }
        if (to.equals(from)) {
            throw new Refusal("handover.newCoach.same");
        }
        boolean isTemporary = TEMPORARY.equals(form.path("handOverKind").asText());
        if (isTemporary) {
            checkAbsence(form, from, submission.municipality());
        }
        checkNewCoach(form, to, submission.municipality(), isTemporary);
        if (form.path("chosenCases").size() > MOST_CASES) {
            throw new Refusal("handover.chosenCases.tooMany", MOST_CASES);
        }
    }

    private void checkAbsence(JsonNode form, String from, String municipality) {
        if (Coaches.NOBODY.equals(from) || !coaches.isCoach(from, municipality)) {
            throw new Refusal("handover.handOverKind.nobodyComesBack");
        }
        LocalDate first = day(form, "absenceFrom");
        LocalDate last = day(form, "absenceTo");
        if (first.isBefore(LocalDate.now(clock))) {
            throw new Refusal("handover.absenceFrom.past");
        }
        if (last.isBefore(first)) {
            throw new Refusal("handover.absenceTo.beforeStart");
        }
        if (last.isAfter(first.plusDays(LONGEST_ABSENCE_DAYS))) {
            throw new Refusal("handover.absenceTo.tooLate");
        }
    }

    private void checkNewCoach(JsonNode form, String to, String municipality, boolean isTemporary) {
        if (coaches.able(municipality).stream().noneMatch(coach -> coach.userId().equals(to))) {
            throw new Refusal("handover.newCoach.notACoach", coaches.able(municipality).stream().map(StaffMember::name)
                    .collect(Collectors.joining(", ")));
        }
        LocalDate first = isTemporary ? day(form, "absenceFrom") : LocalDate.now(clock);
        LocalDate last = isTemporary ? day(form, "absenceTo") : null;
        coaches.absence(to, municipality, first, last).ifPresent(absence -> {
            throw new Refusal("handover.newCoach.away", Dates.shown(absence.firstDay()), Dates.shown(absence.lastDay()));
        });
    }

    private void checkEnd(Submission submission) {
        HandOver found = handOvers.find(submission.values().path("handOverId").asText())
                .filter(known -> known.municipality().equals(submission.municipality()))
                .filter(known -> known.isTemporary() && known.state() != State.ENDED)
                .orElseThrow(() -> new Refusal("handover.handOverId.over"));
        boolean mayEnd = submission.userId().equals(found.fromCoach()) || submission.userId().equals(found.toCoach())
                || coaches.isManager(submission.userId(), submission.municipality());
        if (!mayEnd) {
            throw new Refusal("handover.handOverId.notYours");
        }
    }

    private static LocalDate day(JsonNode form, String field) {
        return LocalDate.parse(form.path(field).asText());
    }
}

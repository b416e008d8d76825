package fi.tyopolku.shortnotice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of places and offers. */
@Component
class Places {

    private final JdbcClient jdbc;
    private final Clock clock;

    Places(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Place> find(String placeId) {
        return jdbc.sql("select * from tyopolku.short_notice_place where id = ?").param(placeId)
                .query(Places::place).optional();
    }

    /** Nobody else gives or takes back a place until the transaction ends. */
    Place lock(String placeId) {
        return jdbc.sql("select * from tyopolku.short_notice_place where id = ? for update").param(placeId)
                .query(Places::place).single();
    }

    void add(String municipality, String placeId, PlaceTerms.Terms terms) {
        jdbc.sql("""
                insert into tyopolku.short_notice_place
                (id, municipality, places, starts_on, ends_on, weekdays, answer_by) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(placeId, municipality, terms.places(), terms.startsOn(), terms.endsOn(), names(terms.weekdays()),
                        terms.answerBy())
                .update();
    }

    void nextRound(String placeId, LocalDate answerBy) {
        jdbc.sql("update tyopolku.short_notice_place set round = round + 1, answer_by = ? where id = ?")
                .params(answerBy, placeId).update();
    }

    void changeTaken(String placeId, int by) {
        jdbc.sql("update tyopolku.short_notice_place set taken = taken + ? where id = ?").params(by, placeId).update();
    }

    void addOffer(Place place, String caseId, String matchCode) {
        jdbc.sql("""
                insert into tyopolku.short_notice_offer (place_id, case_id, round, match_code, state, changed_at)
                values (?, ?, ?, ?, 'FOUND', ?)""")
                .params(place.id(), caseId, place.round(), matchCode, now()).update();
    }

    Optional<Offer> offer(long offerId) {
        return jdbc.sql("select * from tyopolku.short_notice_offer where id = ?").param(offerId)
                .query(Places::offer).optional();
    }

    /** All offers of a place, in the order in which they were made. */
    List<Offer> offers(String placeId) {
        return jdbc.sql("select * from tyopolku.short_notice_offer where place_id = ? order by id").param(placeId)
                .query(Places::offer).list();
    }

    List<Offer> offers(String placeId, OfferState state) {
        return offers(placeId).stream().filter(offer -> offer.state() == state).toList();
    }

    /** Who waits, the first to accept first. */
    Optional<Offer> firstWaiting(String placeId) {
        List<Offer> waiting = jdbc.sql("""
                select * from tyopolku.short_notice_offer where place_id = ? and state = 'WAITING'
                order by accepted_at, id""").param(placeId).query(Places::offer).list();
        return waiting.stream().findFirst();
    }

    List<Offer> ofCase(String caseId) {
        return jdbc.sql("select * from tyopolku.short_notice_offer where case_id = ? order by id").param(caseId)
                .query(Places::offer).list();
    }

    void set(long offerId, OfferState state) {
        jdbc.sql("update tyopolku.short_notice_offer set state = ?, changed_at = ? where id = ?")
                .params(state.name(), now(), offerId).update();
    }

    void accepted(long offerId, OfferState state, boolean nameToProvider) {
        jdbc.sql("""
                update tyopolku.short_notice_offer set state = ?, name_to_provider = ?, accepted_at = ?, changed_at = ?
                where id = ?""").params(state.name(), nameToProvider, now(), now(), offerId).update();
    }

    /** The client is being asked: from here on only the mail is still to go. */
    void asked(long offerId) {
        jdbc.sql("""
                update tyopolku.short_notice_offer set state = 'OPEN', asked = asked + 1, told_gone = false, changed_at = ?
                where id = ?""").params(now(), offerId).update();
    }

    void toldGone(long offerId) {
        jdbc.sql("update tyopolku.short_notice_offer set told_gone = true where id = ?").param(offerId).update();
    }

    /** Open cases of a municipality. */
    List<String> openCases(String municipality) {
        return jdbc.sql("""
                select case_id from tyopolku.client_case where municipality = ? and status = 'OPEN' order by case_id""")
                .param(municipality).query(String.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        Set<DayOfWeek> weekdays = Arrays.stream(row.getString("weekdays").split(",")).filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf).collect(Collectors.toSet());
        return new Place(row.getString("id"), row.getString("municipality"), row.getInt("places"), row.getInt("taken"),
                row.getInt("round"), row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
                weekdays, row.getObject("answer_by", LocalDate.class));
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(row.getLong("id"), row.getString("place_id"), row.getString("case_id"), row.getInt("round"),
                row.getString("match_code"), OfferState.valueOf(row.getString("state")), row.getInt("asked"),
                row.getBoolean("told_gone"), row.getBoolean("name_to_provider"));
    }
}

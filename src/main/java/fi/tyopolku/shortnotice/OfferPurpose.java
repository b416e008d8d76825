package fi.tyopolku.shortnotice;

import fi.tyopolku.answers.AnswerForm;
import fi.tyopolku.answers.AnswerForm.Fact;
import fi.tyopolku.answers.AnswerLink;
import fi.tyopolku.answers.AnswerPurpose;
import fi.tyopolku.answers.Question;
import fi.tyopolku.answers.Question.Option;
import fi.tyopolku.clientservices.OverlapRefused;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The client answers an offer by link: accept or decline. The subject is the id of the offer. */
@Component
class OfferPurpose implements AnswerPurpose {

    static final String CODE = "OFFER";
    static final String ANSWER = "answer";
    static final String NAME = "nameToProvider";
    private static final String ACCEPT = "ACCEPT";

    private final ShortNoticeOffers offers;
    private final PlaceTerms terms;

    OfferPurpose(ShortNoticeOffers offers, PlaceTerms terms) {
        this.offers = offers;
        this.terms = terms;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<String> contentVersion(String subjectId, String party) {
        return Optional.of(String.valueOf(terms.of(offers.offer(Long.parseLong(subjectId)).placeId()).version()));
    }

    @Override
    public AnswerForm form(AnswerLink link, Locale locale) {
        Offer offer = offers.offer(Long.parseLong(link.subjectId()));
        Place place = offers.place(offer.placeId());
        boolean isFull = place.free() == 0;
        return new AnswerForm(text(locale, "shortnotice.page.heading"),
                List.of(text(locale, isFull ? "shortnotice.page.full" : "shortnotice.page.text")),
                facts(terms.of(place.id()), place, locale),
                List.of(Question.choice(ANSWER, text(locale, "shortnotice.page.question"), List.of(
                                new Option(ACCEPT, text(locale, isFull ? "shortnotice.page.wait" : "shortnotice.page.accept")),
                                new Option("DECLINE", text(locale, "shortnotice.page.decline")))),
                        Question.tick(NAME, text(locale, "shortnotice.page.name"), text(locale, "shortnotice.page.nameHint"))),
                text(locale, "shortnotice.page.send"));
    }

    @Override
    public Receipt answered(AnswerLink link, Map<String, String> answers, Locale locale) {
        long offerId = Long.parseLong(link.subjectId());
        if (!ACCEPT.equals(answers.get(ANSWER))) {
            offers.decline(offerId);
            return receipt(locale, "declined");
        }
        try {
            OfferState state = offers.accept(offerId, Question.TICKED.equals(answers.get(NAME)));
            return receipt(locale, state == OfferState.TAKEN ? "taken" : "waiting");
        } catch (OverlapRefused overlap) {
            // Which service it is belongs to the coach's screen, not to a page without log-in.
            throw new Refusal("shortnotice.overlapsNow");
        }
    }

    private static List<Fact> facts(PlaceTerms.Terms terms, Place place, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        add(facts, locale, "training", terms.training());
        add(facts, locale, "gives", terms.gives());
        add(facts, locale, "provider", terms.provider());
        add(facts, locale, "place", terms.place());
        add(facts, locale, "dates", date(place.startsOn(), locale)
                + (place.startsOn().equals(place.endsOn()) ? "" : "–" + date(place.endsOn(), locale)));
        add(facts, locale, "weekdays", weekdays(place, locale));
        add(facts, locale, "answerBy", date(place.answerBy(), locale));
        return facts;
    }

    private static void add(List<Fact> facts, Locale locale, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(text(locale, "shortnotice.page." + name), value));
        }
    }

    static String weekdays(Place place, Locale locale) {
        return place.weekdays().stream().sorted().map(day -> name(day, locale)).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("en".equals(locale.getLanguage()) ? "d MMMM uuuu" : "d.M.uuuu", locale).format(date);
    }

    private static Receipt receipt(Locale locale, String outcome) {
        return new Receipt(text(locale, "shortnotice.receipt." + outcome + ".heading"),
                List.of(text(locale, "shortnotice.receipt." + outcome + ".text")));
    }

    private static String text(Locale locale, String key) {
        return Texts.in(locale, key);
    }
}

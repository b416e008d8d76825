package fi.tyopolku.shortnotice;

import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.clients.CaseIds;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.clients.NewReferral;
import fi.tyopolku.clients.PersonalIdentityCode;
import fi.tyopolku.clients.ReferralSource;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.testing.IdentityCodes;
import fi.tyopolku.testing.PathDriver;
import fi.tyopolku.testing.SampleForms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** Clients in measures and places for the tests of short-notice training. Each world has a keyword of its own. */
public class ShortNoticeWorld {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final LocalDate ANSWER_BY = LocalDate.of(2026, 11, 26);
    public static final LocalDate STARTS = LocalDate.of(2026, 11, 30);
    public static final LocalDate ENDS = LocalDate.of(2026, 12, 15);

    public final PathDriver path;
    public final ShortNoticeOffers offers;
    public final CaseRegister cases;
    public final ClientServices services;
    public final DocumentStore documents;
    public final String keyword = new Random().ints(12, 'a', 'z' + 1).mapToObj(c -> String.valueOf((char) c))
            .collect(Collectors.joining());
    private final ClientRegister clients;
    private final BusinessClock clock;

    public ShortNoticeWorld(ApplicationContext beans) {
        path = beans.getBean(PathDriver.class);
        offers = beans.getBean(ShortNoticeOffers.class);
        cases = beans.getBean(CaseRegister.class);
        services = beans.getBean(ClientServices.class);
        documents = beans.getBean(DocumentStore.class);
        clients = beans.getBean(ClientRegister.class);
        clock = beans.getBean(BusinessClock.class);
    }

    public void itIs(LocalDate day) {
        clock.setTo(day.atTime(10, 0).atZone(BusinessClock.HELSINKI).toInstant());
    }

    void aMinuteLater() {
        clock.setTo(clock.instant().plusSeconds(60));
    }

    public void clockRunsAgain() {
        clock.reset();
    }

    /** A client with an open case whose goal the training suits; in no measure. */
    public String client(String email) {
        String caseId = CaseIds.next();
        clients.register(new NewReferral("kemijarvi", new PersonalIdentityCode(IdentityCodes.next()), "Aino", "Koskela",
                email, null, "fi", null, ReferralSource.WALK_IN, null, null, LocalDate.of(2026, 8, 3)), caseId);
        cases.assignCoach(caseId, "coach");
        cases.open(caseId);
        documents.save(caseId, "pathPlan", SampleForms.json(Map.of("employmentGoal", keyword, "licencesWanted",
                List.of("FIRST_AID"))), 0, "coach");
        return caseId;
    }

    public String clientInMeasure(String email, DayOfWeek... days) {
        String caseId = client(email);
        services.begin(new NewClientService(caseId, "kemijarvi", "CONTACT_TRAINING", null, TODAY.minusWeeks(2),
                TODAY.plusWeeks(8), days.length == 0 ? Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY) : Set.of(days)));
        return caseId;
    }

    public Map<String, Object> report(int places) {
        Map<String, Object> report = new HashMap<>(Map.of("training", "Tulityökortti", "gives", "Tulityölupa viideksi vuodeksi.",
                "licence", "HOT_WORK", "keywords", keyword, "provider", "Edukai",
                "providerEmail", keyword + "@edukai.example", "providerLanguage", "fi", "place", "Kemijärvi",
                "startsOn", STARTS.toString(), "endsOn", ENDS.toString()));
        report.putAll(Map.of("weekdays", List.of("MONDAY", "TUESDAY"), "places", places, "answerBy", ANSWER_BY.toString()));
        return new HashMap<>(Map.of("unfilledPlace", report));
    }

    public String providerEmail() {
        return keyword + "@edukai.example";
    }

    public String start(Map<String, Object> report) {
        return path.start("employer-liaison", "shortNoticeTraining", report);
    }

    /** The coach lets everybody on the list be asked. */
    public void offerTo(String placeId, List<String> caseIds) {
        path.submit("coach", placeId, "userTask_checkOffers", Map.of("offeredTo", caseIds));
        caseIds.forEach(path::runJobs);
    }

    /** A place opened without its process, with offers that wait for an answer. */
    String openPlace(int places, List<String> caseIds) {
        String placeId = CaseIds.next();
        documents.save(placeId, "unfilledPlace", SampleForms.json(report(places).get("unfilledPlace")), 0, "employer-liaison");
        offers.open(placeId, "kemijarvi");
        offers.findClients(placeId);
        offers.choose(placeId, caseIds).forEach(offer -> offers.next(offer.id()));
        return placeId;
    }

    void settle(String placeId, List<String> caseIds) {
        caseIds.forEach(path::runJobs);
        path.runJobs(placeId);
        caseIds.forEach(path::runJobs);
    }

    OfferState state(String placeId, String caseId) {
        return offers.offerOf(placeId, caseId).state();
    }
}

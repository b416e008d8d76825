package fi.tyopolku.shortnotice.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.shortnotice.Offer;
import fi.tyopolku.shortnotice.OfferMails;
import fi.tyopolku.shortnotice.OfferState;
import fi.tyopolku.shortnotice.Place;
import fi.tyopolku.shortnotice.ShortNoticeOffers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code shortNoticeTraining}, {@code shortNoticeOffer} and {@code shortNoticeParticipation}; the bean names
 * are API for modellers.
 */
@Configuration
class ShortNoticeDelegates {

    /** Sets hasPrice, answerBy and startsOn. */
    @Bean
    JavaDelegate openShortNoticePlace(ShortNoticeOffers offers) {
        return execution -> {
            Place place = offers.open(execution.getProcessBusinessKey(), execution.getTenantId());
            execution.setVariable("startsOn", place.startsOn().toString());
            execution.setVariable("hasPrice", offers.hasPrice(place.id()));
        };
    }

    /** Sets clientsFound and answerBy. */
    @Bean
    JavaDelegate findShortNoticeClients(ShortNoticeOffers offers) {
        return execution -> {
            execution.setVariable("clientsFound", offers.findClients(execution.getProcessBusinessKey()) > 0);
            execution.setVariable("answerBy", offers.place(execution.getProcessBusinessKey()).answerBy().toString());
        };
    }

    /** Needs offeredTo, case ids joined by commas; sets offerIds, the list over which the offers are called. */
    @Bean
    JavaDelegate openShortNoticeOffers(ShortNoticeOffers offers) {
        return execution -> {
            Object chosen = execution.getVariable("offeredTo");
            List<String> caseIds = chosen == null ? List.of() : Arrays.asList(chosen.toString().split(","));
            execution.setVariable("offerKeys", keys(offers.choose(execution.getProcessBusinessKey(), caseIds)));
            execution.removeVariable("offeredTo");
        };
    }

    /** After a round; sets placesLeft (yes or no) and offerKeys, now of those who take part. */
    @Bean
    JavaDelegate closeShortNoticeRound(ShortNoticeOffers offers) {
        return execution -> {
            String placeId = execution.getProcessBusinessKey();
            execution.setVariable("placesLeft", offers.place(placeId).free() > 0);
        };
    }

    /** Input parameter {@code template}. Sets someoneTakesPart, and offerKeys of those who do. */
    @Bean
    JavaDelegate tellShortNoticeProvider(OfferMails mails, ShortNoticeOffers offers) {
        return execution -> {
            String placeId = execution.getProcessBusinessKey();
            mails.tellProvider(placeId, (String) execution.getVariableLocal("template"), execution.getProcessInstanceId());
            List<Offer> participants = offers.participants(placeId);
            execution.setVariable("offerKeys", keys(participants));
            execution.setVariable("someoneTakesPart", !participants.isEmpty());
        };
    }

    /** Needs offerId; sets offerNext, and coach, clientLabel, placeId, offerExpires and endsOn for what follows. */
    @Bean
    JavaDelegate lookAtOffer(ShortNoticeOffers offers, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            long offerId = offerId(execution);
            execution.setVariable("offerNext", offers.next(offerId).name());
            Place place = offers.place(offers.offer(offerId).placeId());
            execution.setVariable("placeId", place.id());
            execution.setVariable("offerExpires", place.answerBy().plusDays(1).toString());
            execution.setVariable("trainingOver", place.endsOn().plusDays(1).toString());
            setPeople(execution, cases, clients);
        };
    }

    @Bean
    JavaDelegate sendShortNoticeOffer(OfferMails mails) {
        return execution -> mails.sendOffer(offerId(execution));
    }

    /** Input parameter {@code template}. */
    @Bean
    JavaDelegate sendShortNoticeNews(OfferMails mails) {
        return execution -> mails.send(offerId(execution), (String) execution.getVariableLocal("template"));
    }

    /** Needs offerAnswer (ACCEPT, DECLINE) and nameToProvider (YES, NO). */
    @Bean
    JavaDelegate answerOfferForClient(ShortNoticeOffers offers) {
        return execution -> {
            if ("ACCEPT".equals(execution.getVariable("offerAnswer"))) {
                offers.accept(offerId(execution), "YES".equals(execution.getVariable("nameToProvider")));
            } else {
                offers.decline(offerId(execution));
            }
        };
    }

    @Bean
    JavaDelegate expireOffer(ShortNoticeOffers offers) {
        return execution -> offers.expire(offerId(execution));
    }

    /** Sets takesPart, coach and clientLabel. */
    @Bean
    JavaDelegate lookAtParticipation(ShortNoticeOffers offers, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            Offer offer = offers.offer(offerId(execution));
            execution.setVariable("takesPart", offer.state() == OfferState.TAKEN);
            execution.setVariable("placeId", offer.placeId());
            execution.setVariable("trainingOver", offers.place(offer.placeId()).endsOn().plusDays(1).toString());
            setPeople(execution, cases, clients);
        };
    }

    /** Input parameter {@code template}; needs placeId. */
    @Bean
    JavaDelegate tellProviderOfPlace(OfferMails mails) {
        return execution -> mails.tellProvider((String) execution.getVariable("placeId"),
                (String) execution.getVariableLocal("template"), execution.getProcessInstanceId());
    }

    private static void setPeople(DelegateExecution execution, CaseRegister cases, ClientRegister clients) {
        String caseId = execution.getProcessBusinessKey();
        execution.setVariable("coach", cases.coachOf(caseId).orElse(null));
        execution.setVariable("clientLabel", clients.clientLabel(caseId).orElse(""));
    }

    /** A case and its offer as one text, because a call activity is given one element of a list. */
    private static Collection<String> keys(List<Offer> offers) {
        return new ArrayList<>(offers.stream().map(offer -> offer.caseId() + "/" + offer.id()).toList());
    }

    private static long offerId(DelegateExecution execution) {
        return Long.parseLong(String.valueOf(execution.getVariable("offerId")));
    }
}

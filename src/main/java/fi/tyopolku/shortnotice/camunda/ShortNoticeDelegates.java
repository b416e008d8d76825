package fi.tyopolku.shortnotice.camunda;

import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.engine.access.ActingPerson;
import fi.tyopolku.shortnotice.Offer;
import fi.tyopolku.shortnotice.OfferMails;
import fi.tyopolku.shortnotice.OfferState;
import fi.tyopolku.shortnotice.Place;
import fi.tyopolku.shortnotice.PlacePrice;
import fi.tyopolku.shortnotice.ShortNoticeOffers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code shortNoticeTraining}, {@code shortNoticeOffer} and {@code shortNoticeParticipation}; the bean names
 * are API for modellers.
 */
@Configuration
class ShortNoticeDelegates {

    private static final String SYSTEM = "system";

    /** Sets hasPrice, answerBy and startsOn. */
    @Bean
    JavaDelegate openShortNoticePlace(ShortNoticeOffers offers) {
        return execution -> {
            Place place = offers.open(execution.getProcessBusinessKey(), execution.getTenantId());
            execution.setVariable("startsOn", place.startsOn().toString());
            execution.setVariable("hasPrice", offers.hasPrice(place.id()));
        };
    }

    /** For the completion of the task that sets fundingAnswer. Where there is no money, the task stays open and says so. */
    @Bean
    TaskListener reserveShortNoticePrice(PlacePrice price, ActingPerson acting) {
        return task -> {
            if ("BUY".equals(task.getVariable("fundingAnswer"))) {
                price.reserve(task.getExecution().getProcessBusinessKey(), acting.userId().orElse(SYSTEM));
            }
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

    /** Needs offeredTo, case ids joined by commas; sets offeredCases, the list over which the offers are called. */
    @Bean
    JavaDelegate openShortNoticeOffers(ShortNoticeOffers offers) {
        return execution -> {
            Object chosen = execution.getVariable("offeredTo");
            List<String> caseIds = chosen == null ? List.of() : Arrays.asList(chosen.toString().split(","));
            execution.setVariable("offeredCases", cases(offers.choose(execution.getProcessBusinessKey(), caseIds)));
            execution.removeVariable("offeredTo");
        };
    }

    /** After a round; sets placesLeft. */
    @Bean
    JavaDelegate closeShortNoticeRound(ShortNoticeOffers offers) {
        return execution -> execution.setVariable("placesLeft",
                offers.place(execution.getProcessBusinessKey()).free() > 0);
    }

    /** Settles the price. Input parameter {@code template}. Sets someoneTakesPart, and offeredCases to those who do. */
    @Bean
    JavaDelegate tellShortNoticeProvider(OfferMails mails, ShortNoticeOffers offers, PlacePrice price) {
        return execution -> {
            String placeId = execution.getProcessBusinessKey();
            List<Offer> participants = offers.participants(placeId);
            price.settle(placeId, !participants.isEmpty(), SYSTEM);
            execution.setVariable("offeredCases", cases(participants));
            execution.setVariable("someoneTakesPart", !participants.isEmpty());
            mails.tellProvider(placeId, (String) execution.getVariableLocal("template"), execution.getProcessInstanceId());
        };
    }

    /** Needs placeId; sets offerNext, offerExpires (the first day on which it is too late), coach and clientLabel. */
    @Bean
    JavaDelegate lookAtOffer(ShortNoticeOffers offers, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            Offer offer = offer(execution, offers);
            execution.setVariable("offerNext", offers.next(offer.id()).name());
            execution.setVariable("offerExpires", offers.place(offer.placeId()).answerBy().plusDays(1).toString());
            setPeople(execution, cases, clients);
        };
    }

    @Bean
    JavaDelegate sendShortNoticeOffer(OfferMails mails, ShortNoticeOffers offers) {
        return execution -> mails.sendOffer(offer(execution, offers).id());
    }

    /** Input parameter {@code template}. */
    @Bean
    JavaDelegate sendShortNoticeNews(OfferMails mails, ShortNoticeOffers offers) {
        return execution -> mails.send(offer(execution, offers).id(), (String) execution.getVariableLocal("template"));
    }

    /** Needs offerAnswer (ACCEPT, DECLINE) and nameToProvider (YES, NO). */
    @Bean
    JavaDelegate answerOfferForClient(ShortNoticeOffers offers) {
        return execution -> {
            long offerId = offer(execution, offers).id();
            if ("ACCEPT".equals(execution.getVariable("offerAnswer"))) {
                offers.accept(offerId, "YES".equals(execution.getVariable("nameToProvider")));
            } else {
                offers.decline(offerId);
            }
            offers.endLinks(offerId);
        };
    }

    @Bean
    JavaDelegate expireOffer(ShortNoticeOffers offers) {
        return execution -> offers.expire(offer(execution, offers).id());
    }

    /** Needs placeId; sets takesPart, trainingOver (the day after the last), coach and clientLabel. */
    @Bean
    JavaDelegate lookAtParticipation(ShortNoticeOffers offers, CaseRegister cases, ClientRegister clients) {
        return execution -> {
            Offer offer = offer(execution, offers);
            execution.setVariable("takesPart", offer.state() == OfferState.TAKEN);
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

    /** For the call activity that follows in the same transaction: the list itself is not kept. */
    private static ObjectValue cases(List<Offer> offers) {
        return Variables.objectValue(new ArrayList<>(offers.stream().map(Offer::caseId).toList()), true).create();
    }

    /** The process of an offer belongs to the client's case and knows the place by the variable placeId. */
    private static Offer offer(DelegateExecution execution, ShortNoticeOffers offers) {
        return offers.offerOf((String) execution.getVariable("placeId"), execution.getProcessBusinessKey());
    }
}

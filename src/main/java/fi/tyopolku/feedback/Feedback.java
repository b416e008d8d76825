package fi.tyopolku.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.answers.AnswerLinks;
import fi.tyopolku.answers.Invitation;
import fi.tyopolku.calendar.BusinessClock;
import fi.tyopolku.calendar.Deadlines;
import fi.tyopolku.clients.CaseRegister;
import fi.tyopolku.clients.ClientCase;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.notifications.Address;
import fi.tyopolku.notifications.AddressBook;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for feedback and keeps what was answered. */
@Service
@Transactional
public class Feedback {

    static final String REQUEST = "feedback-request";
    static final String REMINDER = "reminder-feedback";
    private static final String EVENT = "FEEDBACK";

    private final DocumentStore documents;
    private final ClientRegister clients;
    private final CaseRegister cases;
    private final ObjectProvider<AddressBook> addressBooks;
    private final AnswerLinks links;
    private final Notifications notifications;
    private final FeedbackFigures figures;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    Feedback(DocumentStore documents, ClientRegister clients, CaseRegister cases, ObjectProvider<AddressBook> addressBooks,
            AnswerLinks links, Notifications notifications, FeedbackFigures figures, Deadlines deadlines,
            ApplicationEventPublisher events, ObjectMapper json, Clock clock) {
        this.documents = documents;
        this.clients = clients;
        this.cases = cases;
        this.addressBooks = addressBooks;
        this.links = links;
        this.notifications = notifications;
        this.figures = figures;
        this.deadlines = deadlines;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** Counts that a party is asked; where the answer will be kept says {@link Party#document()}. */
    public void begin(String caseId, Party party) {
        figures.asked(municipality(caseId), party, LocalDate.now(clock));
    }

    /** Whether the party can be asked by mail. */
    @Transactional(readOnly = true)
    public boolean hasAddress(String caseId, Party party) {
        return address(caseId, party).isPresent();
    }

    /** Whether the party has answered since then. */
    @Transactional(readOnly = true)
    public boolean isAnswered(String caseId, Party party, Instant since) {
        return documents.latest(caseId, party.document()).filter(answer -> !answer.savedAt().isBefore(since)).isPresent();
    }

    /**
     * Asks by a mail with a link.
     *
     * @param template {@code feedback-request} or {@code reminder-feedback}
     * @param key tells this request from another of the same case
     */
    public void ask(String caseId, Party party, String template, String key) {
        Address address = address(caseId, party).orElseThrow(() -> new IllegalStateException("The address is gone"));
        LocalDate answerBy = deadlines.dueOn(EVENT);
        String token = links.invite(new Invitation(FeedbackPurpose.CODE, caseId, party.name(), language(address),
                answerBy.plusDays(1).atStartOfDay(BusinessClock.HELSINKI).toInstant()));
        notifications.send(new Notification(caseId, template, recipient(caseId, party), key,
                Map.of("answerUrl", links.addressOf(token), "answerBy", answerBy)));
    }

    /** An answer by link: a new version of the party's document, and the figures. */
    void answer(String caseId, Party party, Map<String, String> answers) {
        ObjectNode content = json.createObjectNode();
        answers.forEach(content::put);
        int version = documents.latest(caseId, party.document()).map(Document::version).orElse(0);
        documents.save(caseId, party.document(), content, version, party.author());
        count(caseId, party, content);
        events.publishEvent(new FeedbackGiven(caseId, party));
    }

    /** What the coach wrote down on the telephone goes into the figures like any other answer. */
    public void countSpoken(String caseId, Party party) {
        documents.latest(caseId, party.document()).ifPresent(answer -> count(caseId, party, answer.content()));
    }

    /** The latest answer of each party of the case. */
    @Transactional(readOnly = true)
    public Optional<Document> latest(String caseId, Party party) {
        return documents.latest(caseId, party.document());
    }

    private void count(String caseId, Party party, JsonNode content) {
        String municipality = municipality(caseId);
        LocalDate today = LocalDate.now(clock);
        party.questions().stream().filter(content::hasNonNull).forEach(question ->
                figures.answered(municipality, party, question, content.get(question).asInt(), today));
    }

    private String municipality(String caseId) {
        return cases.find(caseId).map(ClientCase::municipality).orElseThrow(() -> new Refusal("clients.case.unknown"));
    }

    private Optional<Address> address(String caseId, Party party) {
        return switch (party) {
            case CLIENT -> clients.client(caseId).map(client -> new Address(client.email(), client.language()))
                    .filter(Feedback::isUsable);
            case EMPLOYER -> book(caseId, Recipient.EMPLOYER).or(() -> book(caseId, Recipient.HOST));
            case PROVIDER -> book(caseId, Recipient.PROVIDER);
        };
    }

    private Recipient recipient(String caseId, Party party) {
        return switch (party) {
            case CLIENT -> Recipient.CLIENT;
            case EMPLOYER -> book(caseId, Recipient.EMPLOYER).isPresent() ? Recipient.EMPLOYER : Recipient.HOST;
            case PROVIDER -> Recipient.PROVIDER;
        };
    }

    /** The first address that a book knows is the one that mail would go to. */
    private Optional<Address> book(String caseId, Recipient recipient) {
        Notification asked = new Notification(caseId, REQUEST, recipient, "", Map.of());
        return addressBooks.orderedStream().flatMap(book -> book.addressOf(asked).stream()).findFirst()
                .filter(Feedback::isUsable);
    }

    private static boolean isUsable(Address address) {
        return address.email() != null && !address.email().isBlank();
    }

    private static String language(Address address) {
        return address.language() != null && List.of("sv", "en").contains(address.language()) ? address.language() : "fi";
    }
}

package fi.tyopolku.studysupport;

import fi.tyopolku.clients.Client;
import fi.tyopolku.clients.ClientRegister;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.notifications.Notification;
import fi.tyopolku.notifications.Notifications;
import fi.tyopolku.notifications.Recipient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Sends guidance material by mail. */
@Service
public class StudyMail {

    private final Notifications notifications;
    private final MaterialTexts materials;
    private final ClientRegister clients;
    private final DocumentStore documents;

    StudyMail(Notifications notifications, MaterialTexts materials,
            ClientRegister clients, DocumentStore documents) {
        this.notifications = notifications;
        this.materials = materials;
        this.clients = clients;
        this.documents = documents;
    }

    /**
     * @param kinds codes of {@link MaterialKind} joined by commas; only what was reviewed in time is sent
     * @param key tells this mail from another of the case, the same when it is repeated
     */
    public void send(String caseId, String municipality, String template, String recipient, String kinds, String key) {
        Recipient to = Recipient.valueOf(recipient);
        Locale locale = Locale.forLanguageTag(to == Recipient.CLIENT
                ? clients.client(caseId).map(Client::language).orElse("fi") : "fi");
        List<MaterialKind> wanted = Arrays.stream(kinds.split(",")).map(MaterialKind::valueOf).toList();
        notifications.send(new Notification(caseId, template, to, key, Map.of("municipality", municipality,
                "materials", materials.forMail(municipality, wanted, locale))));
    }

    /** Tells one pass through a loop from the next: the version of the sheet that was filled in before. */
    public String keyOf(String caseId, String kind) {
        return kind + "-" + documents.latest(caseId, kind).map(Document::version).orElse(0);
    }
}

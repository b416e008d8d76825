package fi.tyopolku.casepages;

import fi.tyopolku.access.RightsFile;
import fi.tyopolku.access.Staff;
import fi.tyopolku.access.StaffMember;
import fi.tyopolku.casepages.CaseSight.Seen;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.pages.Pages;
import fi.tyopolku.privacy.AccessLog;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /app/cases/<case id>}: one case on one screen, its summary for Tasklist, and its documents. Whoever does not see
 * the case gets the same page as for a case that does not exist. Each look is logged.
 */
@RestController
@RequestMapping(path = "/app/cases/{caseId}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class ClientPage {

    static final String PAGE = "CLIENT_PAGE";
    static final String SUMMARY = "CLIENT_SUMMARY";
    /** With the kind behind it. */
    static final String DOCUMENT = "DOCUMENT_";

    private final CaseSight sight;
    private final ClientView view;
    private final DocumentStore documents;
    private final ModelWords models;
    private final AccessLog log;
    private final Staff staff;
    private final RightsFile rights;
    private final Pages pages;

    ClientPage(CaseSight sight, ClientView view, DocumentStore documents, ModelWords models, AccessLog log, Staff staff,
            RightsFile rights, Pages pages) {
        this.sight = sight;
        this.view = view;
        this.documents = documents;
        this.models = models;
        this.log = log;
        this.staff = staff;
        this.rights = rights;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> page(Authentication caller, Locale locale, @PathVariable String caseId) {
        return answer(caller, locale, caseId, PAGE, seen -> Optional.of(pages.page("case", "casepages.page.case",
                person(caller), locale, view.page(seen, person(caller), words(locale)))));
    }

    /** Without the frame, for the tab of a task. */
    @GetMapping("/summary")
    ResponseEntity<String> summary(Authentication caller, Locale locale, @PathVariable String caseId) {
        return answer(caller, locale, caseId, SUMMARY, seen -> Optional.of(pages.part("case-summary", locale,
                view.summary(seen, person(caller), words(locale)))));
    }

    @GetMapping("/documents/{kind}")
    ResponseEntity<String> document(Authentication caller, Locale locale, @PathVariable String caseId,
            @PathVariable String kind) {
        return answer(caller, locale, caseId, DOCUMENT + kind, seen -> shown(seen, kind, words(locale)).map(model ->
                pages.page("case-document", "casepages.page.document", person(caller), locale, model)));
    }

    /** Without the frame, for unfolding on the page. */
    @GetMapping("/documents/{kind}/part")
    ResponseEntity<String> documentPart(Authentication caller, Locale locale, @PathVariable String caseId,
            @PathVariable String kind) {
        return answer(caller, locale, caseId, DOCUMENT + kind, seen -> shown(seen, kind, words(locale)).map(model ->
                pages.part("case-document-part", locale, model)));
    }

    private Optional<Map<String, Object>> shown(Seen seen, String kind, CaseWords words) {
        List<Document> versions = seen.sight().has(Sight.Part.DOCUMENTS) && seen.sight().kinds().test(kind)
                && models.isKind(kind) ? documents.versions(seen.file().caseId(), kind) : List.of();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        DocumentView text = new DocumentView(models, words);
        Map<String, Object> model = new HashMap<>();
        model.put("title", models.kind(words.locale(), kind));
        model.put("caseId", seen.file().caseId());
        model.put("fields", text.fields(versions.get(versions.size() - 1)));
        model.put("history", text.history(versions));
        model.put("hasHistory", versions.size() > 1);
        Map<String, Object> shown = Shown.withFlags(model);
        shown.put("part", pages.part("case-document-part", words.locale(), shown));
        return Optional.of(shown);
    }

    private ResponseEntity<String> answer(Authentication caller, Locale locale, String caseId, String part,
            Function<Seen, Optional<String>> html) {
        Optional<Seen> seen = sight.seen(person(caller), caseId);
        Optional<String> body = seen.flatMap(html);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).cacheControl(CacheControl.noStore()).body(pages.page(
                    "case-missing", "casepages.page.missing", person(caller), locale, Map.of()));
        }
        log.looked(person(caller).userId(), seen.get().file().caseId(), part);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body.get());
    }

    private CaseWords words(Locale locale) {
        return new CaseWords(locale, staff, rights);
    }

    private static StaffMember person(Authentication caller) {
        return (StaffMember) caller.getPrincipal();
    }
}

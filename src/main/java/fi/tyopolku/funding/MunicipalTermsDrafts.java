package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.documents.Submission;
import fi.tyopolku.documents.SubmissionCheck;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Refusal;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Drafts of municipal terms (document {@code municipalTerms}) until a manager approves them: four eyes. */
@Service
public class MunicipalTermsDrafts implements SubmissionCheck, ShownValues {

    private static final String DOCUMENT = "municipalTerms";

    private final MunicipalTermsRegister register;
    private final DocumentStore documents;

    MunicipalTermsDrafts(MunicipalTermsRegister register, DocumentStore documents) {
        this.register = register;
        this.documents = documents;
    }

    /** Puts the draft in force. @throws Refusal as {@link MunicipalTermsRegister#approve} */
    public void putInForce(String draftId, String municipality, String proposedBy, String approvedBy) {
        JsonNode draft = documents.latest(draftId, DOCUMENT).map(Document::content).orElseThrow();
        register.approve(terms(draft, municipality), proposedBy, approvedBy);
    }

    private static MunicipalTerms terms(JsonNode draft, String municipality) {
        Set<String> kinds = new LinkedHashSet<>();
        draft.path("employerKinds").forEach(kind -> kinds.add(kind.asText()));
        return new MunicipalTerms(municipality, LocalDate.parse(draft.path("validFrom").asText()),
                draft.hasNonNull("validTo") ? LocalDate.parse(draft.get("validTo").asText()) : null,
                Euros.toCents(draft.path("maxMonthlyEuros").decimalValue()), draft.path("maxMonths").asInt(),
                draft.path("minWorkingTimePercent").asInt(), draft.path("subsidyRequired").asBoolean(),
                draft.path("stateAidPercent").asInt(), draft.path("stateAidPercentReduced").asInt(), kinds);
    }

    @Override
    public void check(Submission submission) {
        JsonNode draft = submission.values().path(DOCUMENT);
        if (submission.processKey().equals("municipalTerms") && draft.hasNonNull("validTo") && draft.hasNonNull("validFrom")
                && draft.get("validTo").asText().compareTo(draft.get("validFrom").asText()) < 0) {
            throw new Refusal("funding.datesReversed");
        }
    }

    @Override
    public Set<String> names() {
        return Set.of("municipalTermsNow");
    }

    /** The terms in the register, for the table beside the draft. */
    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return register.of(form.municipality()).stream().map(terms -> row(terms, locale)).toList();
    }

    private static Map<String, Object> row(MunicipalTerms terms, Locale locale) {
        return Map.of("from", terms.validFrom().toString(), "to", terms.validTo() == null ? "" : terms.validTo().toString(),
                "most", Euros.of(terms.maxMonthlyCents(), locale), "months", terms.maxMonths(),
                "workingTime", terms.minWorkingTimePercent() + " %",
                "kinds", names(List.copyOf(terms.employerKinds()), locale));
    }

    private static String names(List<String> kinds, Locale locale) {
        return kinds.stream().sorted().map(kind -> Texts.in(locale, "funding.employerKind." + kind))
                .collect(Collectors.joining(", "));
    }
}

package fi.tyopolku.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.messages.Catalogues;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of a subsidised job show besides their documents: findings, grounds, the sum, the place in the queue. */
@Component
class SubsidyTexts implements ShownValues {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final String GROUNDS_TABLE = "subsidyGrounds";
    private static final String NO_GROUND = "NO_GROUND";
    private static final List<String> ALL_GROUNDS =
            List.of("FULL_100", "AGE55", "WORK_ABILITY", "AGE60", "SKILLS", "APPRENTICESHIP");

    private final SubsidyApplications applications;
    private final DecisionRecords decisions;
    private final FundingQueue queue;

    SubsidyTexts(SubsidyApplications applications, DecisionRecords decisions, FundingQueue queue) {
        this.applications = applications;
        this.decisions = decisions;
        this.queue = queue;
    }

    @Override
    public Set<String> names() {
        return Set.of("subsidyFindings", "subsidyAmountOpen", "subsidyGroundsText", "subsidyGroundChoices",
                "subsidyBreakdown", "fundingSum", "fundingQueuePlace", "jobStartShown", "fundingDecidedShown");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        String caseId = form.caseId();
        return switch (name) {
            case "subsidyGroundsText" -> grounds(caseId).map(found -> groundsText(found, locale)).orElse(null);
            case "subsidyGroundChoices" -> grounds(caseId).map(found -> groundChoices(found, locale)).orElse(List.of());
            case "fundingDecidedShown" -> applications.decidedOn(caseId).map(Dates::shown).orElse(null);
            default -> applications.latestCalculation(caseId)
                    .map(calculation -> fromCalculation(name, calculation, form, locale)).orElse(null);
        };
    }

    private Object fromCalculation(String name, ObjectNode calculation, OpenForm form, Locale locale) {
        return switch (name) {
            case "subsidyFindings" -> findings(calculation, locale);
            case "subsidyAmountOpen" -> calculation.path("amountOpen").asBoolean();
            case "subsidyBreakdown" -> breakdown(calculation, locale);
            case "fundingSum" -> Euros.of(calculation.path("totalCents").asLong(), locale);
            case "fundingQueuePlace" -> queue.placeOf(form.caseId(), form.municipality(),
                    calculation.path("purpose").asText());
            case "jobStartShown" -> day(calculation, "jobStart");
            default -> null;
        };
    }

    /** Null when nothing was found, so that the form hides the place for it. */
    private static String findings(JsonNode calculation, Locale locale) {
        if (SubsidyApplications.State.READY.name().equals(calculation.path("state").asText())) {
            return null;
        }
        List<String> lines = new ArrayList<>(
                SubsidyApplications.findings(calculation).stream().map(finding -> finding.in(locale)).toList());
        if (calculation.hasNonNull("note")) {
            lines.add(0, calculation.get("note").asText());
        }
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private Optional<DecisionOutcome> grounds(String caseId) {
        return decisions.latest(caseId, GROUNDS_TABLE).map(record -> record.outcome());
    }

    private static String groundsText(DecisionOutcome found, Locale locale) {
        String lines = found.rows().stream()
                .map(row -> "- " + Finding.of(found, row).in(locale)).distinct().collect(Collectors.joining("\n"));
        String head = found.certainCodes().stream().anyMatch(code -> !NO_GROUND.equals(code)) ? "funding.grounds.found"
                : found.mustBeChecked() ? "funding.grounds.open" : "funding.grounds.none";
        return Texts.in(locale, head) + "\n\n" + lines;
    }

    /** The grounds that fit, best first; where a fact is missing all others too, because a missing fact refuses nobody. */
    private static List<Map<String, Object>> groundChoices(DecisionOutcome found, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        found.certainCodes().stream().filter(ALL_GROUNDS::contains)
                .forEach(code -> choices.put(code, DecisionTexts.of(GROUNDS_TABLE, code, locale)));
        if (found.mustBeChecked()) {
            ALL_GROUNDS.forEach(code -> choices.putIfAbsent(code, Texts.in(locale, "funding.grounds.toCheck",
                    DecisionTexts.of(GROUNDS_TABLE, code, locale))));
        }
        return choices.entrySet().stream()
                .map(choice -> Map.<String, Object>of("value", choice.getKey(), "label", choice.getValue())).toList();
    }

    private static String breakdown(JsonNode calculation, Locale locale) {
        String months = StreamSupport.stream(calculation.path("months").spliterator(), false)
                .map(month -> monthLine(month, locale)).collect(Collectors.joining("\n"));
        List<String> parts = new ArrayList<>();
        parts.add(Texts.in(locale, "funding.sum", Euros.of(calculation.path("totalCents").asLong(), locale),
                day(calculation, "from"), day(calculation, "to")));
        parts.add(Texts.in(locale, "funding.terms", DecisionTexts.of(GROUNDS_TABLE, calculation.path("ground").asText(), locale),
                calculation.path("percent").asInt(), Euros.of(calculation.path("capCents").asLong(), locale),
                DecisionTexts.basis(calculation.path("basis").asText(""), locale)));
        parts.add(months);
        if (calculation.hasNonNull("warning")) {
            parts.add(Texts.in(locale, "funding.capWarning",
                    Catalogues.in(locale, null, calculation.get("warning").asText())));
        }
        if (calculation.path("aidRegime").asText("").matches("GBER|DE_MINIMIS")) {
            parts.add(Texts.in(locale, "funding.aidRegime." + calculation.get("aidRegime").asText()));
        }
        String checked = SubsidyApplications.findings(calculation).stream().map(finding -> "- " + finding.in(locale))
                .collect(Collectors.joining("\n"));
        if (!checked.isEmpty()) {
            parts.add(Texts.in(locale, "funding.checkedByHand") + "\n\n" + checked);
        }
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
    }

    private static String monthLine(JsonNode month, Locale locale) {
        YearMonth when = YearMonth.parse(month.path("month").asText());
        return "- " + Texts.in(locale, "funding.month." + month.path("decidedBy").asText(),
                when.getMonthValue() + "/" + when.getYear(), Euros.of(month.path("amountCents").asLong(), locale),
                month.path("days").asInt());
    }

    private static String day(JsonNode calculation, String field) {
        return calculation.hasNonNull(field) ? Dates.shown(LocalDate.parse(calculation.get(field).asText())) : "";
    }
}

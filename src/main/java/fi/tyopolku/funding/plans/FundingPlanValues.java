package fi.tyopolku.funding.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.tyopolku.clientservices.ClientServices;
import fi.tyopolku.clientservices.NewClientService;
import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.funding.Euros;
import fi.tyopolku.funding.MunicipalSupplements;
import fi.tyopolku.funding.SubsidyApplications;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms of a funding plan show: the lines so far, the tables' proposal, groups to choose. */
@Component
class FundingPlanValues implements ShownValues {

    private static final int SHARE_DECIMALS = 2;

    private final FundingPlans plans;
    private final TrainingGroups groups;
    private final ClientServices services;
    private final DocumentStore documents;
    private final ObjectMapper json;

    FundingPlanValues(FundingPlans plans, TrainingGroups groups, ClientServices services,
            DocumentStore documents, ObjectMapper json) {
        this.plans = plans;
        this.groups = groups;
        this.services = services;
        this.documents = documents;
        this.json = json;
    }

    @Override
    public Set<String> names() {
        return Set.of("fundingPlanLines", "fundingPlanSum", "fundingPlanOverlaps", "funderProposalText", "funderChoices",
                "fundingGroupChoices", WantedLine.DOCUMENT);
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        if (name.equals("fundingGroupChoices")) {
            return groups.openGroups(form.municipality()).stream()
                    .map(group -> choice(group.id(), group.name())).toList();
        }
        return form.caseId() == null ? null
                : plans.openPlan(form.caseId()).map(plan -> ofPlan(name, plan, form, locale)).orElse(null);
    }

    private Object ofPlan(String name, FundingPlan plan, OpenForm form, Locale locale) {
        return switch (name) {
            case "fundingPlanLines" -> plans.lines(plan.id()).stream().map(line -> row(line, locale)).toList();
            case "fundingPlanSum" -> sum(plan, locale);
            case "fundingPlanOverlaps" -> overlaps(plan, locale);
            case "funderProposalText" -> plans.proposal(plan.subjectId()).map(found -> text(found, locale)).orElse(null);
            case "funderChoices" -> plans.proposal(plan.subjectId()).map(found -> choices(found, locale)).orElse(List.of());
            case WantedLine.DOCUMENT -> "CHANGE".equals(form.variables().get("confirmDecision")) ? null : emptyLine(plan);
            default -> null;
        };
    }

    private static Map<String, Object> row(PlanLine line, Locale locale) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", line.number());
        row.put("item", Texts.in(locale, "funding.item." + line.item()));
        row.put("whatFor", line.whatFor());
        row.put("amount", Euros.of(line.amountCents(), locale));
        row.put("funder", Texts.in(locale, "funding.funder." + line.funder()));
        row.put("hours", line.hoursBy() == null ? "" : line.hoursBy() + (line.hours() == null ? "" : ", " + line.hours() + " h"));
        row.put("state", Texts.in(locale, "funding.lineState." + line.state()));
        return row;
    }

    /** The whole, and what of it each funder pays: appropriations combined for one measure. */
    private String sum(FundingPlan plan, Locale locale) {
        Map<String, Long> byFunder = plans.lines(plan.id()).stream().collect(Collectors.groupingBy(PlanLine::funder,
                LinkedHashMap::new, Collectors.summingLong(PlanLine::amountCents)));
        long all = byFunder.values().stream().mapToLong(Long::longValue).sum();
        String parts = byFunder.entrySet().stream().map(part -> "- " + Texts.in(locale, "funding.funder." + part.getKey())
                + ": " + Euros.of(part.getValue(), locale)).collect(Collectors.joining("\n"));
        return Texts.in(locale, "funding.plan.sum", plan.name(), Dates.shown(plan.startsOn()), Dates.shown(plan.endsOn()),
                Euros.of(all, locale)) + (parts.isEmpty() ? "" : "\n\n" + parts);
    }

    /** Null when the measure overlaps no other service of the client, so that the form hides the place for it. */
    private String overlaps(FundingPlan plan, Locale locale) {
        String measure = documents.latest(plan.subjectId(), FundingPlans.PLAN)
                .map(document -> document.content().path("measure").asText("")).orElse("");
        if (measure.isEmpty() || measure.equals("OTHER")) {
            return null;
        }
        String found = services.bars(new NewClientService(plan.subjectId(), plan.municipality(), measure, null,
                        plan.startsOn(), plan.endsOn())).stream()
                .map(overlap -> "- " + overlap.in(locale)).collect(Collectors.joining("\n"));
        return found.isEmpty() ? null : Texts.in(locale, "funding.plan.overlaps") + "\n\n" + found;
    }

    private static String text(FunderProposal proposal, Locale locale) {
        String text = lines(proposal.table(), proposal.rows(), locale);
        if (!proposal.supplementRows().isEmpty()) {
            text += "\n\n" + Texts.in(locale, "funding.plan.supplement") + "\n\n"
                    + lines(MunicipalSupplements.TABLE, proposal.supplementRows(), locale);
        }
        if (proposal.mostCents() != null && !proposal.isSupplementRefused()) {
            text += "\n\n" + Texts.in(locale, "funding.plan.supplementMost", Euros.of(proposal.mostMonthlyCents(), locale),
                    Euros.of(proposal.mostCents(), locale));
        }
        return text;
    }

    private static String lines(String table, List<JsonNode> rows, Locale locale) {
        return rows.stream().map(row -> {
            String code = row.path("code").asText();
            // The question of a missing fact stands in the table itself.
            String sentence = DecisionOutcome.CHECK_BY_HAND.equals(code) ? DecisionTexts.of(table, code, locale) + ": "
                    + DecisionTexts.reason(table, row.path("reason").asText(), locale) : DecisionTexts.of(table, code, locale);
            return "- " + sentence + " (" + DecisionTexts.basis(row.path("basis").asText(), locale) + ")";
        }).distinct().collect(Collectors.joining("\n"));
    }

    private static List<Map<String, Object>> choices(FunderProposal proposal, Locale locale) {
        return proposal.choices().stream().map(funder -> {
            String name = Texts.in(locale, "funding.funder." + funder);
            return choice(funder, proposal.certain().contains(funder) ? name
                    : Texts.in(locale, "funding.grounds.toCheck", name));
        }).toList();
    }

    /** A new line opens with the days of the plan and what the application for pay subsidy knows already. */
    private ObjectNode emptyLine(FundingPlan plan) {
        ObjectNode line = json.createObjectNode().put("startsOn", plan.startsOn().toString())
                .put("endsOn", plan.endsOn().toString());
        documents.latest(plan.subjectId(), SubsidyApplications.APPLICATION).map(Document::content).ifPresent(application -> {
            line.set("employerKind", application.get("employerKind"));
            line.set("monthlyPayEuros", application.get("monthlyPayEuros"));
            line.set("subsidyGround", application.get("chosenGround"));
            if (application.path("weeklyHours").isNumber() && application.path("fieldFullTimeWeeklyHours").asDouble() > 0) {
                line.put("workingTimePercent", application.get("weeklyHours").decimalValue().multiply(BigDecimal.valueOf(100))
                        .divide(application.get("fieldFullTimeWeeklyHours").decimalValue(), SHARE_DECIMALS, RoundingMode.HALF_UP));
            }
        });
        return line;
    }

    private static Map<String, Object> choice(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}

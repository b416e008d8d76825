package fi.tyopolku.measures;

import fi.tyopolku.decisions.DecisionOutcome;
import fi.tyopolku.decisions.DecisionRecords;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.employers.Industries;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.funding.Appropriation;
import fi.tyopolku.funding.Euros;
import fi.tyopolku.funding.FundingProject;
import fi.tyopolku.funding.FundingProjects;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import fi.tyopolku.network.TrainingGroup;
import fi.tyopolku.network.TrainingGroups;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the forms about measures show. */
@Component
class MeasureValues implements ShownValues {

    private final FundingProjects projects;
    private final Measures measures;
    private final TrainingPlans plans;
    private final TrainingPurchases purchases;
    private final TrainingGroups groups;
    private final Industries industries;
    private final DecisionRecords decisions;

    MeasureValues(FundingProjects projects, Measures measures, TrainingPlans plans, TrainingPurchases purchases,
            TrainingGroups groups, Industries industries, DecisionRecords decisions) {
        this.projects = projects;
        this.measures = measures;
        this.plans = plans;
        this.purchases = purchases;
        this.groups = groups;
        this.industries = industries;
        this.decisions = decisions;
    }

    @Override
    public Set<String> names() {
        return Set.of("regionMeasures", "publishedMeasures", "planFindings", TrainingPlans.DOCUMENT,
                "priceShares", "trainingMoney", "targetShares", "measureFigures");
    }

    @Override
    public Object value(String name, OpenForm form) {
        Locale locale = LocaleContextHolder.getLocale();
        return switch (name) {
            case "regionMeasures" -> measures.of(form.municipality()).stream().map(each -> row(each, locale)).toList();
            case "publishedMeasures" -> measures.open(form.municipality()).stream().flatMap(each -> groups.find(each.id())
                    .map(group -> Map.of("value", each.id(), "label", label(each, group, locale))).stream()).toList();
            default -> form.caseId() == null ? null : ofMeasure(name, form, locale);
        };
    }

    private Object ofMeasure(String name, OpenForm form, Locale locale) {
        String id = form.caseId();
        return switch (name) {
            case "planFindings" -> findings(id, locale);
            case TrainingPlans.DOCUMENT -> plans.find(id).isPresent() || form.variables().get("industry") == null ? null
                    : Map.of("industry", form.variables().get("industry"));
            case "priceShares" -> plans.find(id).map(plan -> priceShares(id, locale)).orElse(null);
            case "trainingMoney" -> measures.find(id).map(measure -> money(measure, locale)).orElse(null);
            case "targetShares" -> measures.targetFigures(id).stream().map(each -> row(each, locale)).toList();
            case "measureFigures" -> figures(id, locale);
            default -> null;
        };
    }

    private String findings(String id, Locale locale) {
        List<String> findings = new ArrayList<>();
        decisions.latest(id, "trainingPurchaseLimits").ifPresent(record -> record.outcome().rows().forEach(row ->
                findings.add(finding("trainingPurchaseLimits", row, locale))));
        if (findings.isEmpty()) {
            decisions.latest(id, "overlappingMeasures").map(record -> record.outcome()).filter(MeasureValues::isOverlap)
                    .ifPresent(outcome -> {
                        outcome.rows().forEach(row -> findings.add(finding("overlappingMeasures", row, locale)));
                        measures.overlapping(id).forEach(each -> findings.add(Texts.in(locale, "measures.overlapWith",
                                each.name(), period(each), projectName(each, locale))));
                    });
        }
        return findings.isEmpty() ? null : String.join("\n\n", findings);
    }

    private static boolean isOverlap(DecisionOutcome outcome) {
        return !outcome.has("NO_OVERLAP") && !outcome.has("REASON_GIVEN");
    }

    private static String finding(String table, Map<String, Object> row, Locale locale) {
        return Texts.in(locale, "measures.finding", DecisionTexts.of(table, (String) row.get("code"), locale),
                DecisionTexts.basis(row.get("basis"), locale));
    }

    private String priceShares(String id, Locale locale) {
        PriceShares shares = purchases.shares(id);
        return shares.employerPercent() == 0
                ? Texts.in(locale, "measures.price", Euros.of(shares.priceCents(), locale))
                : Texts.in(locale, "measures.priceShares", Euros.of(shares.priceCents(), locale), shares.employerPercent(),
                        Euros.of(shares.employerCents(), locale), Euros.of(shares.authorityCents(), locale));
    }

    private String money(Measure measure, Locale locale) {
        List<Appropriation> money = purchases.appropriations(measure);
        return money.isEmpty() ? Texts.in(locale, "measures.noMoneyInLedger")
                : Texts.in(locale, "measures.moneyLeft",
                        Euros.of(money.stream().mapToLong(Appropriation::availableCents).sum(), locale));
    }

    private String figures(String id, Locale locale) {
        Participation participation = measures.participation(id);
        String figures = Texts.in(locale, "measures.figures", participation.began(), participation.completed());
        return measures.find(id).filter(each -> each.publishedOn() != null)
                .map(each -> figures + " " + Texts.in(locale, "measures.daysToPlaces",
                        ChronoUnit.DAYS.between(each.neededSince(), each.publishedOn()))).orElse(figures);
    }

    private Map<String, Object> row(Measure each, Locale locale) {
        String taken = groups.find(each.id()).map(group -> group.taken() + " / " + group.places())
                .orElse("0 / " + each.places());
        return Map.of("name", each.name(), "kind", Texts.in(locale, "measures.kind." + each.kind()), "industry",
                industries.find(each.industry()).map(industry -> industry.name(locale)).orElse(each.industry()),
                "project", projectName(each, locale), "period", period(each), "places", taken,
                "state", Texts.in(locale, "measures.state." + each.state()));
    }

    private static Map<String, String> row(TargetFigure each, Locale locale) {
        String actual = each.isShown()
                ? Texts.in(locale, "measures.share", each.percent(), each.count(), each.of())
                : Texts.in(locale, "measures.notShown", SmallCells.SMALLEST_SHOWN);
        return Map.of("group", Texts.in(locale, "measures.group." + each.group()),
                "target", each.targetPercent() == null ? "–" : each.targetPercent() + " %", "actual", actual);
    }

    private String projectName(Measure measure, Locale locale) {
        return measure.projectId() == null ? Texts.in(locale, "measures.noProject")
                : projects.find(measure.projectId(), measure.municipality()).map(FundingProject::name).orElse("");
    }

    private String label(Measure each, TrainingGroup group, Locale locale) {
        return Texts.in(locale, group.free() > 0 ? "measures.withPlaces" : "measures.full", each.name(), period(each),
                group.free(), group.places(), groups.waiting(group.id()).size());
    }

    static String period(Measure each) {
        return Dates.shown(each.starts()) + "–" + Dates.shown(each.ends());
    }

    static String day(LocalDate day) {
        return Dates.shown(day);
    }
}

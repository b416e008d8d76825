package fi.tyopolku.funding.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.decisions.DecisionTexts;
import fi.tyopolku.documents.Document;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.documents.ShownValues;
import fi.tyopolku.engine.OpenForm;
import fi.tyopolku.funding.Euros;
import fi.tyopolku.funding.MunicipalSupplements;
import fi.tyopolku.funding.MunicipalTerms;
import fi.tyopolku.funding.MunicipalTermsRegister;
import fi.tyopolku.funding.SubsidyApplications;
import fi.tyopolku.funding.estimates.Estimate.Period;
import fi.tyopolku.funding.estimates.EstimateRequest.Compensation;
import fi.tyopolku.funding.estimates.EstimateRequest.Subsidy;
import fi.tyopolku.messages.Dates;
import fi.tyopolku.messages.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows in the funding decision what the municipality would pay on top: the sum of the interface, within its terms. */
@Component
class EstimateTexts implements ShownValues {

    private static final BigDecimal FULL_TIME = BigDecimal.valueOf(100);
    private static final String WAGE_COST = "WAGE_COST";

    private final FundingEstimates estimates;
    private final MunicipalSupplements supplements;
    private final MunicipalTermsRegister register;
    private final DocumentStore documents;

    EstimateTexts(FundingEstimates estimates, MunicipalSupplements supplements, MunicipalTermsRegister register,
            DocumentStore documents) {
        this.estimates = estimates;
        this.supplements = supplements;
        this.register = register;
        this.documents = documents;
    }

    @Override
    public Set<String> names() {
        return Set.of("municipalSupplementEstimate");
    }

    /** Null where no sum has been calculated, so that the form hides the place for it. */
    @Override
    public Object value(String name, OpenForm form) {
        Optional<JsonNode> application = content(form.caseId(), SubsidyApplications.APPLICATION);
        Optional<JsonNode> calculation = content(form.caseId(), SubsidyApplications.CALCULATION)
                .filter(found -> found.hasNonNull("percent"));
        return application.isEmpty() || calculation.isEmpty() ? null
                : text(new Job(application.get(), calculation.get()), form.municipality(), LocaleContextHolder.getLocale());
    }

    private Optional<JsonNode> content(String caseId, String kind) {
        return documents.latest(caseId, kind).map(Document::content);
    }

    private String text(Job job, String municipality, Locale locale) {
        Optional<MunicipalTerms> terms = register.on(job.from(), municipality, job.employerKind());
        if (terms.isEmpty()) {
            return Texts.in(locale, "funding.supplement.noTerms");
        }
        LocalDate end = job.lastDay(terms.get());
        Estimate estimate = estimates.estimate(job.request(terms.get(), end));
        MunicipalSupplements.Answer answer = supplements.ask(new MunicipalSupplements.Question(municipality, job.from(), end,
                true, job.ground(), WAGE_COST, job.employerKind(), job.workingTime(), job.monthlyPay(),
                estimate.periods().get(0).subsidyPerMonth(), job.otherSupport(), null));
        String says = answer.outcome().rows().stream().map(row -> "- "
                + DecisionTexts.of(MunicipalSupplements.TABLE, (String) row.get("code"), locale)
                + (answer.outcome().mustBeChecked() ? ": " + DecisionTexts.reason(MunicipalSupplements.TABLE, row.get("reason"), locale) : "")
                + " (" + DecisionTexts.basis(row.get("basis"), locale) + ")")
                .collect(Collectors.joining("\n"));
        if (Boolean.FALSE.equals(answer.isGranted())) {
            return Texts.in(locale, "funding.supplement.refused") + "\n\n" + says;
        }
        String periods = estimate.periods().stream().map(period -> line(period, locale)).collect(Collectors.joining("\n"));
        return Texts.in(locale, "funding.supplement.head", euros(estimate.supplementTotal(), locale),
                Euros.of(terms.get().maxMonthlyCents(), locale), terms.get().maxMonths()) + "\n\n" + periods + "\n" + says;
    }

    private static String line(Period period, Locale locale) {
        return "- " + Texts.in(locale, "funding.supplement.period", Dates.shown(period.start()), Dates.shown(period.end()),
                euros(period.supplementPerMonth(), locale), period.months().toPlainString(),
                euros(period.supplementTotal(), locale));
    }

    private static String euros(BigDecimal euros, Locale locale) {
        return Euros.of(Euros.toCents(euros), locale);
    }

    /** What the application and its calculation say. */
    private record Job(JsonNode application, JsonNode calculation) {

        LocalDate from() {
            return LocalDate.parse(calculation.path("from").asText());
        }

        String ground() {
            return calculation.path("ground").asText();
        }

        String employerKind() {
            return application.path("employerKind").asText();
        }

        BigDecimal monthlyPay() {
            return application.path("monthlyPayEuros").decimalValue();
        }

        BigDecimal otherSupport() {
            return application.path("otherWageSupport").asBoolean()
                    ? application.path("otherSupportMonthlyEuros").decimalValue() : BigDecimal.ZERO;
        }

        BigDecimal workingTime() {
            BigDecimal full = application.path("fieldFullTimeWeeklyHours").decimalValue();
            return full.signum() <= 0 ? FULL_TIME : application.path("weeklyHours").decimalValue().multiply(FULL_TIME)
                    .divide(full, 2, RoundingMode.HALF_UP).min(FULL_TIME);
        }

        /** The job's, but not longer than the municipality pays. */
        LocalDate lastDay(MunicipalTerms terms) {
            LocalDate ends = application.hasNonNull("jobEnd") ? LocalDate.parse(application.get("jobEnd").asText())
                    : LocalDate.parse(calculation.path("to").asText());
            LocalDate byTerms = from().plusMonths(terms.maxMonths()).minusDays(1);
            return ends.isBefore(byTerms) ? ends : byTerms;
        }

        EstimateRequest request(MunicipalTerms terms, LocalDate end) {
            LocalDate subsidised = LocalDate.parse(calculation.path("to").asText());
            Subsidy subsidy = new Subsidy(calculation.path("percent").asInt(), workingTime(), from(),
                    subsidised.isBefore(end) ? subsidised : end);
            return new EstimateRequest(employerKind(), application.path("economicActivity").asBoolean(), from(), end, null,
                    monthlyPay(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(terms.stateAidPercentFor(ground())),
                    BigDecimal.valueOf(terms.maxMonthlyCents(), 2), List.of(subsidy),
                    List.of(new Compensation(otherSupport(), from(), end)));
        }
    }
}

package fi.tyopolku.funding;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of municipal supplements, by municipality, date and kind of employer. Terms that begin later go before those
 * that began earlier; nothing is overwritten.
 */
@Service
public class MunicipalTermsRegister {

    private final JdbcClient jdbc;
    private final Clock clock;

    MunicipalTermsRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts approved terms in force.
     *
     * @throws Refusal when the same person proposed and approves them, the dates are reversed, or terms for one of the
     *     kinds of employers begin on that day already
     */
    @Transactional
    public void approve(MunicipalTerms terms, String proposedBy, String approvedBy) {
        check(terms, proposedBy, approvedBy);
        jdbc.sql("""
                insert into tyopolku.municipal_terms
                (municipality, valid_from, valid_to, max_monthly, max_months, min_working_time_percent, subsidy_required,
                 state_aid_percent, state_aid_percent_reduced, employer_kinds, proposed_by, approved_by, approved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(terms.municipality(), terms.validFrom(), terms.validTo(), terms.maxMonthlyCents(),
                        terms.maxMonths(), terms.minWorkingTimePercent(), terms.subsidyRequired(), terms.stateAidPercent(),
                        terms.stateAidPercentReduced(), String.join(",", new TreeSet<>(terms.employerKinds())), proposedBy,
                        approvedBy, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private void check(MunicipalTerms terms, String proposedBy, String approvedBy) {
        if (proposedBy.equals(approvedBy)) {
            throw new Refusal("funding.fourEyes");
        }
        if (terms.validTo() != null && terms.validTo().isBefore(terms.validFrom())) {
            throw new Refusal("funding.datesReversed");
        }
        boolean known = of(terms.municipality()).stream().anyMatch(other -> other.validFrom().equals(terms.validFrom())
                && !Collections.disjoint(other.employerKinds(), terms.employerKinds()));
        if (known) {
            throw new Refusal("funding.termsKnown", terms.validFrom().toString());
        }
    }

    /** What holds for a kind of employer on a day. */
    public Optional<MunicipalTerms> on(LocalDate day, String municipality, String employerKind) {
        return validOn(day, municipality).stream().filter(terms -> terms.employerKinds().contains(employerKind)).findFirst();
    }

    /** All that hold on a day, the latest first. */
    public List<MunicipalTerms> validOn(LocalDate day, String municipality) {
        return of(municipality).stream().filter(terms -> !terms.validFrom().isAfter(day)
                && (terms.validTo() == null || !terms.validTo().isBefore(day))).toList();
    }

    /** All terms of a municipality, the latest first. */
    public List<MunicipalTerms> of(String municipality) {
        return jdbc.sql("select * from tyopolku.municipal_terms where municipality = ? order by valid_from desc, id desc")
                .param(municipality).query(MunicipalTermsRegister::terms).list();
    }

    private static MunicipalTerms terms(ResultSet row, int number) throws SQLException {
        return new MunicipalTerms(row.getString("municipality"), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getLong("max_monthly"), row.getInt("max_months"),
                row.getInt("min_working_time_percent"), row.getBoolean("subsidy_required"), row.getInt("state_aid_percent"),
                row.getInt("state_aid_percent_reduced"), Set.of(row.getString("employer_kinds").split(",")));
    }
}

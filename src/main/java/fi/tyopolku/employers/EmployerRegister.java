package fi.tyopolku.employers;

import fi.tyopolku.employers.Employer.Sector;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of employers of each municipality, kept by the employer liaisons through {@code employerNeedsSurvey}. */
@Service
@Transactional
public class EmployerRegister {

    private final JdbcClient jdbc;
    private final Industries industries;

    EmployerRegister(JdbcClient jdbc, Industries industries) {
        this.jdbc = jdbc;
        this.industries = industries;
    }

    /**
     * Adds an employer.
     *
     * @return its id
     * @throws Refusal when the same unit is in the register already, or its industry is not offered
     */
    public String add(Employer employer) {
        if (industries.find(employer.industry()).filter(Industry::active).isEmpty()) {
            throw new Refusal("employers.noSuchIndustry", employer.industry());
        }
        if (all(employer.municipality()).stream().anyMatch(known -> isSame(known, employer))) {
            throw new Refusal("employers.known", employer.name());
        }
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tyopolku.employer (id, municipality, name, business_id, kind, sector, locality, industry,
                    unit, contact_name, contact_email, language, may_be_contacted)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, employer.municipality(), employer.name(), employer.businessId(), employer.kind(),
                        employer.sector().name(), employer.locality(), employer.industry(), employer.unit(),
                        employer.contactName(), employer.contactEmail(), employer.language(), employer.mayBeContacted())
                .update();
        return id;
    }

    /** Writes down who is to be contacted now, and whether they may be. */
    public void changeContact(String id, String contactName, String contactEmail, boolean mayBeContacted) {
        jdbc.sql("update tyopolku.employer set contact_name = ?, contact_email = ?, may_be_contacted = ? where id = ?")
                .params(contactName, contactEmail, mayBeContacted, id).update();
    }

    @Transactional(readOnly = true)
    public Optional<Employer> find(String id) {
        return jdbc.sql("select * from tyopolku.employer where id = ?").param(id).query(EmployerRegister::employer).optional();
    }

    /** The employers in the register of a municipality, by name. */
    @Transactional(readOnly = true)
    public List<Employer> all(String municipality) {
        return jdbc.sql("select * from tyopolku.employer where municipality = ? order by name, locality, id")
                .param(municipality).query(EmployerRegister::employer).list();
    }

    private static boolean isSame(Employer known, Employer other) {
        return known.name().equalsIgnoreCase(other.name()) && known.locality().equalsIgnoreCase(other.locality());
    }

    private static Employer employer(ResultSet row, int number) throws SQLException {
        return new Employer(row.getString("id"), row.getString("municipality"), row.getString("name"),
                row.getString("business_id"), row.getString("kind"), Sector.valueOf(row.getString("sector")),
                row.getString("locality"), row.getString("industry"), row.getString("unit"), row.getString("contact_name"),
                row.getString("contact_email"), row.getString("language"), row.getBoolean("may_be_contacted"));
    }
}

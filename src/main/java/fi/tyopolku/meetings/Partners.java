package fi.tyopolku.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import fi.tyopolku.documents.DocumentStore;
import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of partners, their roles and agreements (S3-35, S3-36). What the agreement says in words stays in the
 * document {@code partnershipAgreement}; here is what others need to find.
 */
@Service
@Transactional
public class Partners {

    private final JdbcClient jdbc;
    private final DocumentStore documents;

    Partners(JdbcClient jdbc, DocumentStore documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /** Takes the organisation of the document {@code partnership} into the register; a second time changes nothing. */
    public void register(String partnerId, String municipality) {
        JsonNode partner = documents.latest(partnerId, "partnership").orElseThrow().content();
        jdbc.sql("""
                        insert into tyopolku.partner (id, municipality, name, business_id, sector, contact_email, language, state)
                        select ?, ?, ?, ?, ?, ?, ?, 'CONTACT'
                        where not exists (select 1 from tyopolku.partner where id = ?)""")
                .params(partnerId, municipality, partner.path("name").asText(), partner.path("businessId").textValue(),
                        partner.path("sector").asText(), partner.path("contactEmail").asText(),
                        partner.path("language").asText(), partnerId)
                .update();
    }

    /**
     * The agreement is signed: the partner is active with the roles of the document {@code partnershipAgreement}.
     *
     * @throws Refusal when the agreement would end before it begins
     */
    public void agree(String partnerId, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refusal("meetings.agreementReversed");
        }
        List<String> roles = new ArrayList<>();
        documents.latest(partnerId, "partnershipAgreement").orElseThrow().content().path("roles")
                .forEach(role -> roles.add(role.asText()));
        jdbc.sql("""
                        update tyopolku.partner set roles = ?, agreement_from = ?, agreement_to = ?, state = 'ACTIVE'
                        where id = ?""")
                .params(String.join(",", roles), from, to, partnerId).update();
    }

    public void end(String partnerId) {
        jdbc.sql("update tyopolku.partner set state = 'ENDED' where id = ?").param(partnerId).update();
    }

    @Transactional(readOnly = true)
    public Optional<Partner> find(String partnerId) {
        return jdbc.sql("select * from tyopolku.partner where id = ?").param(partnerId).query(Partners::partner).optional();
    }

    /** Partners that have not ended, by name. */
    @Transactional(readOnly = true)
    public List<Partner> of(String municipality) {
        return jdbc.sql("""
                        select * from tyopolku.partner where municipality = ? and state <> 'ENDED' order by name, id""")
                .param(municipality).query(Partners::partner).list();
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        String roles = row.getString("roles");
        return new Partner(row.getString("id"), row.getString("municipality"), row.getString("name"),
                row.getString("sector"), row.getString("contact_email"), row.getString("language"),
                roles == null || roles.isEmpty() ? List.of() : Arrays.asList(roles.split(",")),
                row.getObject("agreement_from", LocalDate.class), row.getObject("agreement_to", LocalDate.class),
                row.getString("state"));
    }
}

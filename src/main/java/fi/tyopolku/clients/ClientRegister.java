package fi.tyopolku.clients;

import fi.tyopolku.messages.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows the clients of each municipality and recognises a person who already has a path there: a client has at most one
 * case that is not closed.
 */
@Service
@Transactional
public class ClientRegister {

    private final JdbcClient jdbc;
    private final RegistrationLocks locks;
    private final Clock clock;

    ClientRegister(JdbcClient jdbc, RegistrationLocks locks, Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.clock = clock;
    }

    /** As {@link #register(NewReferral, String)} with a new case id. */
    public Registration register(NewReferral referral) {
        return register(referral, CaseIds.next());
    }

    /**
     * Registers the person and a case with the given id, status REFERRED. When the person has a case here that is not
     * closed, nothing is changed and that case is returned, also when two referrals arrive at the same moment.
     */
    public Registration register(NewReferral referral, String caseId) {
        refuseDatesInFuture(referral);
        locks.lockPerson(referral.municipality(), referral.identityCode());
        Optional<String> open = openCaseOf(referral.identityCode(), referral.municipality());
        if (open.isPresent()) {
            return new Registration(open.get(), true);
        }
        refuseUsedCaseId(caseId);
        long clientId = saveClient(columns(referral));
        saveCase(referral, caseId, clientId);
        return new Registration(caseId, false);
    }

    /**
     * Brings a corrected referral into the register. When the identity code is another one, the case goes over to that
     * person, and a person without any case is forgotten. When that person has another case here that is not closed,
     * nothing is changed and that case is returned. A closed case is refused.
     */
    public Registration correct(NewReferral referral, String caseId) {
        refuseDatesInFuture(referral);
        locks.lockPerson(referral.municipality(), referral.identityCode());
        long clientBefore = clientOfLockedCase(caseId);
        Optional<String> other = openCaseOf(referral.identityCode(), referral.municipality())
                .filter(open -> !open.equals(caseId));
        if (other.isPresent()) {
            return new Registration(other.get(), true);
        }
        long clientId = saveClient(columns(referral));
        jdbc.sql("""
                        update tyopolku.client_case set client_id = ?, referral_source = ?, referrer_name = ?,
                            referrer_email = ?, registered_on = ?
                        where case_id = ?""")
                .params(clientId, referral.source().name(), referral.referrerName(), referral.referrerEmail(),
                        referral.registeredOn(), caseId)
                .update();
        jdbc.sql("update tyopolku.open_case set client_id = ? where case_id = ?").params(clientId, caseId).update();
        forgetWithoutCase(clientBefore);
        return new Registration(caseId, false);
    }

    /** Makes other registrations of the person in that municipality wait until the transaction ends. */
    void lockPerson(String caseId, String municipality) {
        locks.lockPerson(municipality, known(caseId).identityCode());
    }

    /**
     * The client of the case becomes one of another municipality; a person known there is brought up to date.
     *
     * @throws Refusal when the person has another open case there
     */
    void moveClient(String caseId, String municipality) {
        Client client = known(caseId);
        openCaseOf(client.identityCode(), municipality).ifPresent(there -> {
            throw new Refusal("clients.move.alreadyOpenThere", there);
        });
        long there = saveClient(columns(client, municipality));
        jdbc.sql("update tyopolku.client_case set client_id = ? where case_id = ?").params(there, caseId).update();
        jdbc.sql("update tyopolku.open_case set client_id = ? where case_id = ?").params(there, caseId).update();
        forgetWithoutCase(client.id());
    }

    private Client known(String caseId) {
        return client(caseId).orElseThrow(() -> new Refusal("clients.case.unknown"));
    }

    private void forgetWithoutCase(long clientId) {
        jdbc.sql("""
                        delete from tyopolku.client where id = ?
                        and not exists (select 1 from tyopolku.client_case where client_id = ?)""")
                .params(clientId, clientId)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Client> client(String caseId) {
        return jdbc.sql("""
                        select c.* from tyopolku.client c
                        join tyopolku.client_case k on k.client_id = c.id where k.case_id = ?""")
                .param(caseId)
                .query(ClientRegister::client)
                .optional();
    }

    /** The case of this person in this municipality that is not closed. */
    @Transactional(readOnly = true)
    public Optional<String> openCaseOf(PersonalIdentityCode identityCode, String municipality) {
        return jdbc.sql("""
                        select o.case_id from tyopolku.open_case o
                        join tyopolku.client c on c.id = o.client_id
                        where c.identity_code = ? and c.municipality = ?""")
                .params(identityCode.value(), municipality)
                .query(String.class)
                .optional();
    }

    /** Given name and initial of the family name, 'Aino K.'. */
    @Transactional(readOnly = true)
    public Optional<String> clientLabel(String caseId) {
        return client(caseId).map(Client::clientLabel);
    }

    private void refuseDatesInFuture(NewReferral referral) {
        LocalDate today = LocalDate.now(clock);
        if (referral.identityCode().birthDate().isAfter(today)) {
            throw new Refusal("clients.identityCode.invalid");
        }
        if (referral.registeredOn().isAfter(today)) {
            throw new Refusal("clients.referral.registeredInFuture");
        }
    }

    private long clientOfLockedCase(String caseId) {
        ClientCase found = jdbc.sql("select * from tyopolku.client_case where case_id = ? for update")
                .param(caseId)
                .query(CaseRegister::clientCase)
                .optional()
                .orElseThrow(() -> new Refusal("clients.case.unknown"));
        if (found.status() == CaseStatus.CLOSED) {
            throw new Refusal("clients.case.closed");
        }
        return found.clientId();
    }

    private void refuseUsedCaseId(String caseId) {
        if (jdbc.sql("select count(*) from tyopolku.client_case where case_id = ?").param(caseId)
                .query(Integer.class).single() > 0) {
            throw new Refusal("clients.case.idInUse");
        }
    }

    /** What an earlier case left is brought up to date: names, address and language may have changed since. */
    private long saveClient(Map<String, Object> columns) {
        int known = jdbc.sql("""
                        update tyopolku.client set given_name = :givenName, family_name = :familyName, email = :email,
                            phone = :phone, language = :language, home_municipality = :homeMunicipality
                        where municipality = :municipality and identity_code = :identityCode""")
                .params(columns)
                .update();
        if (known == 0) {
            jdbc.sql("""
                            insert into tyopolku.client (municipality, identity_code, given_name, family_name, email,
                                phone, language, home_municipality, born)
                            values (:municipality, :identityCode, :givenName, :familyName, :email,
                                :phone, :language, :homeMunicipality, :born)""")
                    .params(columns)
                    .update();
        }
        return jdbc.sql("select id from tyopolku.client where municipality = ? and identity_code = ?")
                .params(columns.get("municipality"), columns.get("identityCode"))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> columns(NewReferral referral) {
        var columns = new HashMap<String, Object>();
        columns.put("municipality", referral.municipality());
        columns.put("identityCode", referral.identityCode().value());
        columns.put("givenName", referral.givenName());
        columns.put("familyName", referral.familyName());
        columns.put("email", referral.email());
        columns.put("phone", referral.phone());
        columns.put("language", referral.language());
        columns.put("homeMunicipality", referral.homeMunicipality());
        columns.put("born", referral.identityCode().birthDate());
        return columns;
    }

    private static Map<String, Object> columns(Client client, String municipality) {
        var columns = new HashMap<String, Object>();
        columns.put("municipality", municipality);
        columns.put("identityCode", client.identityCode().value());
        columns.put("givenName", client.givenName());
        columns.put("familyName", client.familyName());
        columns.put("email", client.email());
        columns.put("phone", client.phone());
        columns.put("language", client.language());
        columns.put("homeMunicipality", client.homeMunicipality());
        columns.put("born", client.born());
        return columns;
    }

    private void saveCase(NewReferral referral, String caseId, long clientId) {
        jdbc.sql("""
                        insert into tyopolku.client_case (case_id, client_id, municipality, status, referral_source,
                            referrer_name, referrer_email, registered_on)
                        values (?, ?, ?, 'REFERRED', ?, ?, ?, ?)""")
                .params(caseId, clientId, referral.municipality(), referral.source().name(), referral.referrerName(),
                        referral.referrerEmail(), referral.registeredOn())
                .update();
        jdbc.sql("insert into tyopolku.open_case (client_id, case_id) values (?, ?)").params(clientId, caseId).update();
    }

    static Client client(ResultSet row, int number) throws SQLException {
        return new Client(row.getLong("id"), new PersonalIdentityCode(row.getString("identity_code")),
                row.getString("given_name"), row.getString("family_name"), row.getString("email"),
                row.getString("phone"), row.getString("language"), row.getString("home_municipality"),
                row.getObject("born", LocalDate.class));
    }
}

package fi.tyopolku.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases with their clients, for lists: each list is one query. Says nothing about who may see them. */
@Repository
public class CaseFiles {

    private static final String FILE = """
            select k.*, c.id, c.identity_code, c.given_name, c.family_name, c.email, c.phone, c.language,
                c.home_municipality, c.born
            from tyopolku.client_case k join tyopolku.client c on c.id = k.client_id
            where\s""";

    private final JdbcClient jdbc;

    CaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CaseFile> find(String caseId) {
        return jdbc.sql(FILE + "k.case_id = ?").param(caseId).query(CaseFiles::file).optional();
    }

    /** What is not closed and has the person as its coach. */
    public List<CaseFile> openOfCoach(String coach) {
        return jdbc.sql(FILE + "k.coach = ? and k.status <> 'CLOSED' order by k.case_id").param(coach)
                .query(CaseFiles::file).list();
    }

    /** Everything of the municipalities that is not closed. */
    public List<CaseFile> openIn(Collection<String> municipalities) {
        return municipalities.isEmpty() ? List.of()
                : jdbc.sql(FILE + "k.municipality in (:municipalities) and k.status <> 'CLOSED' order by k.case_id")
                        .param("municipalities", municipalities).query(CaseFiles::file).list();
    }

    /** Those of the cases that there are and that are not closed. */
    public List<CaseFile> openAmong(Collection<String> caseIds) {
        return caseIds.isEmpty() ? List.of()
                : jdbc.sql(FILE + "k.case_id in (:ids) and k.status <> 'CLOSED' order by k.case_id")
                        .param("ids", caseIds).query(CaseFiles::file).list();
    }

    private static CaseFile file(ResultSet row, int number) throws SQLException {
        return new CaseFile(CaseRegister.clientCase(row, number), ClientRegister.client(row, number));
    }
}

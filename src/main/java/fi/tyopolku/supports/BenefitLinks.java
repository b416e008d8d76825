package fi.tyopolku.supports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages that advisor and client look at together to check benefits. */
@Component
class BenefitLinks {

    private final JdbcClient jdbc;

    BenefitLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Map<String, String>> rows() {
        return jdbc.sql("select code, url, checked_on from tyopolku.benefit_link").query((row, number) -> Map.of(
                        "title", SupportTexts.of("link." + row.getString("code")), "url", row.getString("url"),
                        "checkedOn", SupportTexts.day(row.getObject("checked_on", LocalDate.class))))
                .list().stream().sorted((one, other) -> one.get("title").compareTo(other.get("title"))).toList();
    }
}

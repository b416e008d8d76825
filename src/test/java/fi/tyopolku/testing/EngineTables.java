package fi.tyopolku.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for a word in everything that the engine keeps: it must hold nothing personal. */
public final class EngineTables {

    private EngineTables() {
    }

    /** @return the tables and columns that hold it */
    public static List<String> holding(JdbcTemplate jdbc, String text) {
        List<String> tables = jdbc.queryForList("select table_name from information_schema.tables "
                + "where upper(table_name) like 'ACT\\_%' escape '\\' and upper(table_schema) <> 'TYOPOLKU'", String.class);
        assertThat(tables).hasSizeGreaterThan(30);
        List<String> found = new ArrayList<>();
        tables.forEach(table -> jdbc.query("select * from " + table, row -> {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                Object value = row.getObject(i);
                String written = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8)
                        : value instanceof Clob || value instanceof Blob ? row.getString(i) : String.valueOf(value);
                if (written != null && written.toLowerCase(Locale.ROOT).contains(text)) {
                    found.add(table + "." + columns.getColumnName(i));
                }
            }
        }));
        return found;
    }
}
